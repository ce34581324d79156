import { lookUp, type Memory } from '../../memory/index.ts';
import type { Document, Entry, MatchKind, Pair } from '../../model.ts';
import { isReviewed } from '../../states.ts';
import type { Found } from './matching.ts';

/** People rarely write one sentence for more. */
const longestGroup = 4;

/**
 * Sentences that shared one target and stand together again get it back, where no person wrote one for any of them.
 * `found` are the entries of the document's segments, in order; so is the result.
 */
export function rejoin(document: Document, found: readonly Found[], memory: Memory): readonly Found[] {
  if (memory.bySource.size === 0 && found.every(({ entry }) => entry.previous === undefined)) return found;
  const out: Found[] = [];
  while (out.length < found.length) {
    const at = out.length;
    out.push(...(groupAt(document, found, at, memory) ?? found.slice(at, at + 1)));
  }
  return out;
}

function groupAt(
  document: Document,
  found: readonly Found[],
  at: number,
  memory: Memory,
): readonly Found[] | undefined {
  if (!mayJoin(document, found, at)) return undefined;
  for (let length = longestGroup; length > 1; length -= 1) {
    const members = found.slice(at, at + length);
    const isUnit = document.segments[at]?.unit === document.segments[at + length - 1]?.unit;
    if (members.length < length || !isUnit || !members.every(({ entry }) => isOpen(entry))) continue;
    const target = targetOf(document, members, at, memory);
    if (target !== undefined) return joined(members, target);
  }
  return undefined;
}

/** Most sentences have their text, or stand alone, and are done here. */
function mayJoin({ segments }: Document, found: readonly Found[], at: number): boolean {
  const [one, next] = [found[at], found[at + 1]];
  if (one === undefined || next === undefined || segments[at]?.unit !== segments[at + 1]?.unit) return false;
  return isOpen(one.entry) && isOpen(next.entry);
}

/** No person's text stands there. */
function isOpen(entry: Entry): boolean {
  return !entry.joined && !isReviewed(entry) && (entry.target === '' || entry.machine !== undefined);
}

type GroupTarget = Pick<Entry, 'target' | 'state' | 'machine'> & { readonly match: MatchKind };

/** The pair that one of them was keeping, or the memory's. */
function targetOf(
  { segments, path }: Document,
  members: readonly Found[],
  at: number,
  memory: Memory,
): GroupTarget | undefined {
  const [before = '', after = ''] = [at - 1, at + members.length].map((index) => segments[index]?.text);
  const source = segments
    .slice(at, at + members.length)
    .map(({ text }) => text)
    .join(' ');
  const isSame = (pair: Pair | undefined) => pair?.source.normalize('NFC') === source.normalize('NFC');
  const previous = members.map(({ entry }) => entry.previous).find(isSame);
  if (previous !== undefined)
    return { match: 'restored', target: previous.target, state: 'reviewed', machine: undefined };
  const match = lookUp(memory, { source, path, before, after });
  // A draft is known once its own run has ended, which is too late for the sentences of that run.
  if (match === undefined || match.isDraft) return undefined;
  const { kind, target } = match;
  if (kind === 'context') return { match: kind, target, state: 'reviewed', machine: undefined };
  return { match: kind, target, state: 'translated', machine: 'memory' };
}

function joined(members: readonly Found[], { match, ...found }: GroupTarget): readonly Found[] {
  const [head, ...rest] = members;
  // The last reviewed pair goes away with the review.
  const previous =
    found.state === 'reviewed' ? undefined : members.find(({ entry }) => entry.previous !== undefined)?.entry.previous;
  const entry = (member: Found | undefined): Entry => ({
    source: member?.entry.source,
    note: member?.entry.note,
    lines: member?.entry.lines,
    target: '',
    state: found.state,
  });
  return [
    { match, entry: { ...entry(head), ...found, previous } },
    ...rest.map((member): Found => ({ match, entry: { ...entry(member), joined: true } })),
  ];
}
