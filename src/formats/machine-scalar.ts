/**
 * Whether a scalar in YAML or TOML is for machines: an address, a path, a colour, a measure, an identifier. Only what
 * nobody would write as a text: a word is one, and so are `und/oder`, `Nutzer_innen` and `Nutzer.innen`. More is taken for
 * such than in catalogs of texts alone (`isMachineText`): settings stand beside texts there, `btn-primary`, `:symbol`.
 */
export function isMachineScalar(text: string): boolean {
  return /\s/.test(text) ? isColour.test(text) : patterns.some((pattern) => pattern.test(text));
}

const isColour = /^(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([\d.,%/\sa-z-]*\)$/i;

const patterns: readonly RegExp[] = [
  isColour,
  // addresses
  /^[a-z][a-z0-9+.-]*:\/\/\S*$/i,
  /^(?:mailto|tel|data|urn|javascript):\S+$/i,
  /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:de|com|org|net|eu|io|at|ch|info|dev)(?:[/?#]\S*)?$/,
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
  // paths and file names
  /^(?:~|\.{1,2})?\/\S*$/,
  /^(?:text|image|audio|video|application|font|multipart)\/[a-z0-9.+-]+$/,
  /^(?=[a-z/]*[0-9@._-])[a-z0-9@._-]+(?:\/[a-z0-9@._-]+)+\/?$/,
  /^[\w@-]+(?:\.[\w@-]+)*\.(?:html?|md|mdx|json|ya?ml|toml|xml|csv|txt|pdf|png|jpe?g|gif|svg|webp|avif|ico|css|scss|[cm]?js|jsx|[cm]?ts|tsx|vue|woff2?|mp[34]|webm|zip|gz)$/i,
  // colours and measures
  /^#[0-9a-f]{3,8}$/i,
  /^[-+]?\d+(?:\.\d+)?(?:px|r?em|vh|vw|pt|ms|fr|deg)$/,
  // identifiers
  /^:[a-z_]\w*$/,
  /^[a-z]+(?:[A-Z][a-z0-9]*)+$/,
  /^[a-z0-9]+(?:_[a-z0-9]+)+$/,
  /^[A-Z0-9]+(?:_[A-Z0-9]+)+$/,
  /^[a-z0-9]+(?:-[a-z0-9]+)+$/,
  /^[a-z_]\w*(?:\.[a-z_]\w*)+$/,
  /^\w+(?:::\w+)+$/,
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
];
