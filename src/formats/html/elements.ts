import { rawElements } from './raw-text.ts';
import type { Token } from './token.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that end a run of text. All others stand in it. */
const blocks = words(
  'address article aside audio base basefont bgsound blockquote body button canvas caption center col colgroup datalist dd ' +
    'details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head ' +
    'header hgroup hr html keygen label legend li link listing main map menu menuitem meta nav noframes noscript object ' +
    'ol optgroup option p param plaintext pre search section select slot source summary table tbody td template textarea ' +
    'tfoot th thead title tr track ul video xmp',
);

/** Elements that have no end tag. */
const voids = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** Elements that stand in a text as one: code, and what nobody reads. */
const codes = words('code samp var');
const unread = words('script style svg math iframe noembed');

const kinds: ReadonlyMap<string, string> = new Map([
  ['button', 'button'],
  ['caption', 'caption'],
  ['dd', 'item'],
  ['dt', 'item'],
  ['figcaption', 'caption'],
  ...[1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, 'heading'] as const),
  ['label', 'label'],
  ['legend', 'caption'],
  ['li', 'item'],
  ['option', 'option'],
  ['summary', 'summary'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['title', 'title'],
]);

/** What a unit in such an element is called. */
export const kindOf = (name: string): string => kinds.get(name) ?? 'paragraph';

export const isBlock = ({ name }: Token): boolean => blocks.has(name);

export const isVoid = ({ name, selfClosing }: Token): boolean =>
  voids.has(name) || (selfClosing && (name === 'svg' || name === 'math' || rawElements.has(name)));

/** Whether it is a start tag that an end tag may belong to. */
export const isOpening = (tag: Token): boolean => tag.kind === 'open' && !isVoid(tag);

/** Whether an element stands in a sentence as one code. */
export function isWhole(tag: Token): boolean {
  if (unread.has(tag.name)) return true;
  return codes.has(tag.name) ? translateOf(tag) !== 'yes' : translateOf(tag) === 'no';
}

/** Whether such an element is part of what people read. */
export const isRead = (tag: Token): boolean => !unread.has(tag.name);

/** What a start tag says of its element. */
export function translateOf({ attributes }: Token): 'yes' | 'no' | undefined {
  for (const { name, value } of attributes) {
    if (name === 'class' && value.includes('notranslate') && /(?:^|\s)notranslate(?:\s|$)/.test(value)) return 'no';
    if (name !== 'translate') continue;
    const said = value.toLowerCase();
    if (said === 'no') return 'no';
    if (said === 'yes' || said === '') return 'yes';
  }
  return undefined;
}
