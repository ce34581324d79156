/** Those that neither YAML nor TOML lets stand in a document; they can be escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
export const controlCharacter = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;
