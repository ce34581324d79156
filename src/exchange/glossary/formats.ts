/** Formats that a glossary is written in; `tbx` is version 3. */
export const glossaryFormats = ['tbx', 'tbx-v2', 'csv', 'deepl'] as const;
export type GlossaryFormat = (typeof glossaryFormats)[number];
