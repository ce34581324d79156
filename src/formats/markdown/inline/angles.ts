import { matchEnd } from './characters.ts';
import { readReferences } from './escapes.ts';
import { addAlone, addPair, find, type Scan } from './scan.ts';
import { type Tag, tagAt } from './tags.ts';

/** Autolinks, which compare equal to bare addresses, tags, comments and what else begins with `<`. */
export function readAngle(scan: Scan, at: number): number {
  const { text, dialect } = scan;
  if (dialect === 'markdown') {
    const address = autolinkEnd(text, at);
    if (address >= 0) return addAlone(scan, at, address, { name: text.slice(at + 1, address - 1) });
    const section = sectionEnd(scan, at);
    if (section >= 0) return addAlone(scan, at, section);
  }
  const tag = tagAt(scan, at);
  return tag === undefined ? at + 1 : addTag(scan, tag);
}

function autolinkEnd(text: string, at: number): number {
  const end = matchEnd(uri, text, at);
  if (end >= 0) return end;
  const mail = matchEnd(mailAddress, text, at);
  return mail < 0 || /[.-]{2}|[.-]>$|@[.-]/.test(text.slice(text.indexOf('@', at), mail)) ? -1 : mail;
}

const uri = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\0- <>\u007f]*>/y;
const mailAddress = /<[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+>/y;

/** Comments, instructions, declarations, CDATA. */
function sectionEnd(scan: Scan, at: number): number {
  const { text } = scan;
  const section =
    text[at + 1] === '!' || text[at + 1] === '?' ? sections.find(({ start }) => text.startsWith(start, at)) : undefined;
  if (section !== undefined) {
    const short = section.start === '<!--' ? matchEnd(emptyComment, text, at) : -1;
    return short >= 0 ? short : endOf(scan, section.end, at + section.start.length);
  }
  return matchEnd(declaration, text, at) < 0 ? -1 : endOf(scan, '>', at + 3);
}

const sections = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>' },
  { start: '<?', end: '?>' },
];
const emptyComment = /<!--(?:-?>)/y;
const declaration = /<![A-Za-z]/y;

function endOf(scan: Scan, needle: string, from: number): number {
  const at = find(scan, needle, from);
  return at < 0 ? -1 : at + needle.length;
}

/** A tag in pieces: each value that people read is a pair of its own, the rest of the tag is the code itself. */
function addTag(scan: Scan, tag: Tag): number {
  const frozen = frozenEnd(scan, tag);
  if (frozen >= 0) return addAlone(scan, tag.start, frozen);
  let start = tag.start;
  for (const value of tag.values) {
    addPair(scan, { start, end: value.start }, { start: value.end, end: value.end });
    readReferences(scan, value, /&/);
    start = value.end;
  }
  return addAlone(scan, start, tag.end, { tag });
}

/** Elements whose content nobody translates are one code; -1 for all others. */
function frozenEnd(scan: Scan, { kind, name, isFrozen, end }: Tag): number {
  if (kind !== 'start' || !(isFrozen || frozen.has(name.toLowerCase()))) return -1;
  const close = find(scan, `</${name}`, end);
  const closeEnd = close < 0 ? -1 : matchEnd(/\s*>/y, scan.text, close + name.length + 2);
  return closeEnd;
}

const frozen: ReadonlySet<string> = new Set('code samp var script style svg math'.split(' '));
