import { maskProtected } from '../languages/mask.ts';
import type { Glossary, GlossaryEntry, Range, Term } from '../model.ts';
import { apostropheEnd } from './german/apostrophe.ts';
import { type ClosedCompounds, closedCompounds, openers } from './german/closed-compounds.ts';
import { type End, growTree, type Node, stepOf } from './german/form-tree.ts';
import { isStreetAddress } from './german/street.ts';
import { type Word, words } from './words.ts';

/** What `findTerms` looks up; made once a glossary. */
export interface TermFinder {
  readonly root: Node;
  readonly closed: ClosedCompounds;
}

export function createTermFinder(glossary: Glossary): TermFinder {
  return { root: growTree(glossary), closed: closedCompounds(glossary) };
}

/**
 * The glossary terms of a German text from left to right, at each place the longest; offsets are those of the text as
 * given. None stands in a URL, code span, tag, placeholder or file name. Linear in the text, whatever the glossary's size.
 */
export function findTerms(text: string, finder: TermFinder): readonly Term[] {
  if (finder.root.next.size === 0) return [];
  const masked = maskProtected(text);
  const row = words(masked);
  const excepted = new Map<GlossaryEntry, number>();
  const terms: Term[] = [];
  let done = 0;
  for (const [index, word] of row.entries()) {
    if (word.start < done) continue;
    const hits = hitsAt(index, row, masked, finder);
    if (hits.length === 0) continue;
    for (const { kind, entry, end } of hits) {
      if (kind === 'except') excepted.set(entry, Math.max(end, excepted.get(entry) ?? 0));
    }
    const best = longest(hits.filter((hit) => hit.start >= done && !isExcepted(hit, excepted)));
    if (best === undefined) continue;
    const { entry, start, end } = best;
    terms.push({ entry, start, end, surface: text.slice(start, end) });
    done = end;
  }
  return terms;
}

interface Hit extends Range {
  readonly entry: GlossaryEntry;
  readonly kind: End['kind'] | 'closed';
}

/** Every form that starts with the word at `index`. */
function hitsAt(index: number, row: readonly Word[], text: string, { root, closed }: TermFinder): readonly Hit[] {
  const first = row[index]!;
  const hits: Hit[] = [];
  for (const { entry, end } of openers(first, text, closed))
    hits.push({ entry, kind: 'closed', start: first.start, end });
  let node = root.next.get(first.key);
  for (let last = index; node !== undefined; last++) {
    for (const end of node.ends) hits.push(...hitOf(end, { first, last, row, text }));
    const following = row[last + 1];
    node = following && node.next.get(stepOf(following));
  }
  return hits;
}

interface Path {
  readonly first: Word;
  /** Index of the last word. */
  readonly last: number;
  readonly row: readonly Word[];
  readonly text: string;
}

function hitOf(form: End, { first, last, row, text }: Path): readonly Hit[] {
  const start = first.start - form.before.length;
  const end = row[last]!.end + form.after.length;
  if (text.slice(start, first.start) !== form.before || text.slice(row[last]!.end, end) !== form.after) return [];
  if (form.kind === 'place' && isStreetAddress(text, end)) return [];
  const { entry, kind } = form;
  return [{ entry, kind, start, end: form.apostrophe ? apostropheEnd({ start, end }, row, last, text) : end }];
}

function isExcepted({ kind, entry, end }: Hit, excepted: ReadonlyMap<GlossaryEntry, number>): boolean {
  return kind === 'except' || end <= (excepted.get(entry) ?? 0);
}

/** Of two entries with the same words the one that lists them counts, then the first in the glossary. */
function longest(hits: readonly Hit[]): Hit | undefined {
  const reach = Math.max(...hits.map(({ end }) => end));
  const longestHits = hits.filter(({ end }) => end === reach);
  return longestHits.find(({ kind }) => kind === 'listed') ?? longestHits[0];
}
