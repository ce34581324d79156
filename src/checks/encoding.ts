import { sign, signsOf } from '../languages/signs.ts';
import type { Check, Finding, Message, Range } from '../model.ts';

/** Every character is one: nothing lost, nothing read in a wrong encoding, no control characters, Unicode in form NFC. */
export const encoding: Check = {
  id: 'encoding',
  check(pair) {
    if ((signsOf(pair).target & sign.odd) === 0) return [];
    const { source, target } = pair;
    const broken = kinds
      .filter(({ pattern }) => source.search(pattern) < 0)
      .flatMap(({ id, pattern }) => Array.from(target.matchAll(pattern), (found) => brokenAt(id, found)));
    return [...broken, ...notComposed(source, target)];
  },
};

type Id = 'lost' | 'mojibake' | 'control' | 'surrogate';

/** What UTF-8's second and further bytes are in Windows-1252. */
const further = '[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';

const kinds: readonly { readonly id: Id; readonly pattern: RegExp }[] = [
  { id: 'lost', pattern: /\ufffd+/g },
  {
    id: 'mojibake',
    pattern: new RegExp(
      `(?:Ã${further}|Â[\u0080-\u00bf]|â(?:€${further}|[\u0080-\u009f]{2})|[êëìí]${further}{2})+`,
      'g',
    ),
  },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  { id: 'control', pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f]+/g },
  { id: 'surrogate', pattern: /(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g },
];

function brokenAt(id: Id, { 0: text, index }: RegExpExecArray): Finding {
  const codes = Array.from(text, (sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  const found = id === 'mojibake' ? text : codes.slice(0, 4).join(' ');
  return finding({ id: `check.encoding.${id}`, values: { found } }, { start: index, end: index + text.length });
}

/** Fixed letter by letter: what composes stands behind a letter of its own. */
function notComposed(source: string, target: string): readonly Finding[] {
  if (target.normalize('NFC') === target || source.normalize('NFC') !== source) return [];
  return Array.from(target.matchAll(cluster)).flatMap(({ 0: text, index }) => {
    const composed = text.normalize('NFC');
    if (composed === text) return [];
    const range = { start: index, end: index + text.length };
    const message = { id: 'check.encoding.nfc', values: { found: composed } } as const;
    return [{ ...finding(message, range), fix: { ...range, text: composed } }];
  });
}

/** A sign with its marks, or Hangul written in letters. */
const cluster = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[^\p{M}]\p{M}*/gu;

function finding(message: Message, target: Range): Finding {
  return { check: 'encoding', severity: 'error', message, target };
}
