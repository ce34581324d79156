/** Whether a name is a language tag (BCP 47) as folders have it: `en`, `ko`, `pt-BR`. */
export function isLanguageTag(name: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(name) && isWellFormed(name);
}

/** Also subtags have an order, and none comes twice. */
function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** `pt` of `pt-BR`. Asked for every sentence, of a few languages. */
export function primaryLanguage(tag: string): string {
  const known = primaries.get(tag);
  if (known !== undefined) return known;
  const primary = tag.toLowerCase().split('-', 1)[0] ?? '';
  if (primaries.size < 1_000) primaries.set(tag, primary);
  return primary;
}

const primaries = new Map<string, string>();
