/** Where the end tag of an element begins in which nothing but that is markup; `undefined`: nowhere. */
export function rawEnd(text: string, name: string, from: number): number | undefined {
  if (name === 'script') return scriptEnd(text, from);
  const pattern = endTags.get(name);
  if (pattern === undefined) return undefined;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}

/** `<script>` inside `<!--` inside a script has an end tag of its own. A comment may open and close with the same hyphens. */
function scriptEnd(text: string, from: number): number | undefined {
  const sign = /<!--|-->|<\/?script(?=[\t\n\f\r />])/gi;
  sign.lastIndex = from;
  let state: 'script' | 'escaped' | 'double' = 'script';
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const [found] = match;
    if (found === '<!--') {
      if (state === 'script') state = 'escaped';
      sign.lastIndex -= 2;
    } else if (found === '-->') state = 'script';
    else if (!found.startsWith('</')) state = state === 'script' ? state : 'double';
    else if (state !== 'double') return match.index;
    else state = 'escaped';
  }
  return undefined;
}

const named = ['style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes'];

/** Such elements; `plaintext` has no end. */
export const rawElements: ReadonlySet<string> = new Set(['script', 'plaintext', ...named]);

const endTags = new Map(named.map((name) => [name, new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')]));
