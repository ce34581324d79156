import { characterKind, isBlank, isDigit, isSuperscript, skipBlanks } from './characters.ts';

/**
 * Behind the footnote mark at `at`, or `at` itself where none stands: `[1]`, `[A 3]`, `[Anm. 1]`, `[12]:45`, `²`, `†`,
 * the bare number of `Satz.1 Der`; and behind the address of a link, `[Satz.](address)`.
 */
export function noteEnd(text: string, at: number): number {
  const sign = text[at] ?? '';
  if (isSuperscript(sign.charCodeAt(0)) || sign === '†') return at + 1;
  if (sign === '[') return bracketEnd(text, at);
  if (sign === '(' && text[at - 1] === ']') return addressEnd(text, at);
  return isDigit(sign.charCodeAt(0)) ? bareNumberEnd(text, at) : at;
}

/** Behind what belongs to the sentence though a blank stands before it: ` [1]`, ` :-)`, ` 😀`, a detached ` “`. */
export function tailEnd(text: string, end: number): number {
  const from = skipBlanks(text, end);
  if (from === end || !tailStarts.test(text[from] ?? '')) return end;
  let to = from;
  while (to < text.length && to - from < tailLimit && !isBlank(text.charCodeAt(to))) to += 1;
  return tail.test(text.slice(from, to)) ? to : end;
}

const tailStarts = /[:;=^”“»)\][\ud83c-\ud83e☺☹❤]/;
const tail = /^(?:\[\d{1,3}\]|[:;=]['´]?-?[)(DPpO|\\/]+|\^\^|[”“»)\]]|(?:[\u{1f300}-\u{1faff}☺☹❤]|[\u200d\ufe0f])+)$/u;
const tailLimit = 12;

/** `[`, an optional short label, digits or one letter, `]`, and `:45` for a page. */
function bracketEnd(text: string, open: number): number {
  const near = text.slice(open + 1, open + noteLimit);
  const length = near.indexOf(']');
  if (length < 0 || !note.test(near.slice(0, length))) return open;
  let at = open + length + 2;
  if (text[at] === ':' && isDigit(text.charCodeAt(at + 1))) for (at += 1; isPage(text.charCodeAt(at)); at++);
  return at;
}

const note = /^(?:[\p{L}]{1,16}\.?\s?)?\d{1,3}(?:[,–-]\s?\d{1,3})*$|^\p{Ll}$/u;
const noteLimit = 24;

const isPage = (code: number): boolean => isDigit(code) || code === 0x2d || code === 0x2013;

function addressEnd(text: string, open: number): number {
  const address = /^\([^\s()]*\)/.exec(text.slice(open, open + addressLimit));
  return open + (address?.[0].length ?? 0);
}

const addressLimit = 400;

/** One or two digits glued to a stop that ends a word of three or more small letters, before a capital. */
function bareNumberEnd(text: string, from: number): number {
  const end = isDigit(text.charCodeAt(from + 1)) ? from + 2 : from + 1;
  if (!isBlank(text.charCodeAt(end)) || characterKind(text, skipBlanks(text, end)) !== 'upper') return from;
  for (let at = from - 2; at > from - 5; at--) if (characterKind(text, at) !== 'lower') return from;
  return end;
}
