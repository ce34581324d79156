/**
 * Whether a value of a catalog is written for machines. Catalogs are texts, so only what nobody would write as one is
 * taken for it, and never anything with a blank inside, but for colours by function: the words of a label may stand
 * alone (`Ja/Nein`, `E-Mail`, `COVID-19`, `usw.`).
 */
export function isMachineText(text: string): boolean {
  const value = text.trim();
  if (value.length > longest) return false;
  return functionalColour.test(value) || (!/\s/u.test(value) && machine.some((pattern) => pattern.test(value)));
}

/** No address is longer; a longer word is looked at by nobody. */
const longest = 4096;

const functionalColour = /^(?:rgb|hsl)a?\([\d\s.,%/]*\)$/i;

/** Each without a blank; one class a repetition, so that time is linear. */
const machine: readonly RegExp[] = [
  // Addresses: with a scheme, of e-mail, of a site.
  /^[a-z][a-z0-9+.-]*:\/\//i,
  /^(?:mailto|tel|data|urn|javascript):\S/i,
  /^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i,
  /^www\./i,
  // Paths: from a root or a folder, or with a file's extension behind a slash. `/Monat` is said of a price.
  /^(?:\.{1,2}|~|#)\//,
  /^\/(?!\p{Lu}\p{L}*$)/u,
  /^[a-z]:[\\/]/i,
  /^[\w.@~-]+\/[^\s]*\.[a-z0-9]{1,5}$/i,
  /^[\w-]+\.(?:png|jpe?g|gif|svg|webp|ico|pdf|html?|css|[cm]?[jt]sx?|json|ya?ml|xml|csv|zip|mp[34]|webm|woff2?)$/i,
  // Media types, language tags, dates as machines write them.
  /^(?:application|audio|font|image|message|model|multipart|text|video)\/[a-z0-9.+-]+$/,
  /^[a-z]{2,3}[-_][A-Z]{2}$/,
  /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/,
  // Colours, lengths, truth.
  /^#[0-9a-f]{3,8}$/i,
  /^-?[\d.]+(?:px|r?em|vh|vw|pt|ms|s|fr|deg)$/,
  /^(?:true|false|null|undefined)$/,
  // Names in programs: snake_case, SCREAMING_SNAKE (`Leser_innen` is neither), dotted.keys, camelCase, UUIDs, hashes.
  /^[a-z0-9]*_[a-z0-9_]*$/,
  /^[A-Z0-9]*_[A-Z0-9_]*$/,
  /^[a-z][a-z0-9]*\.[a-z0-9_]+(?:\.[a-z0-9_]+)*$/,
  /^[a-z]{2,}(?:[A-Z][a-z0-9]+)+$/,
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^(?=[a-z]*\d)(?=\d*[a-z])[0-9a-f]{16,}$/i,
  /^(?:sha\d{3}-)[A-Za-z0-9+/=]+$/,
];
