/**
 * What may name a place in a document: `id="…"`, `name="…"`, `{#…}`, `{: #…}`. Not only where it is one: in code, too.
 * Who looks for what is missing must not miss any.
 */
export function namedAnchors(text: string): readonly string[] {
  return Array.from(text.matchAll(named), ([, attribute, list]) => attribute ?? list ?? '');
}

const named = /\b(?:id|name)[ \t]*=[ \t]*["']?([^\s"'<>]+)|\{[^{}\n]{0,100}#([^\s{}]+)/gi;
