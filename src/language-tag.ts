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

/** `pt` of `pt-BR`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}
