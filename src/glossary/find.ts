import { maskProtected } from '../languages/mask.ts';
import type { Glossary, GlossaryEntry, Range, Term } from '../model.ts';
import { createFirstWords, type FirstWords, isOpening, nextFirstWord } from './first-words.ts';
import { apostropheEnd } from './german/apostrophe.ts';
import { type ClosedCompounds, closedCompounds, openers } from './german/closed-compounds.ts';
import { type Branches, type End, growTree, stepOf } from './german/form-tree.ts';
import { isStreetAddress } from './german/street.ts';
import { type Word, wordAfter } from './words.ts';

/** What `findTerms` looks up; made once a glossary. */
export interface TermFinder {
  readonly forms: Branches;
  readonly closed: ClosedCompounds;
  readonly first: FirstWords;
}

export function createTermFinder(glossary: Glossary): TermFinder {
  const forms = growTree(glossary);
  const closed = closedCompounds(glossary);
  return { forms, closed, first: createFirstWords([...forms.keys()], [...closed.lengths.keys()]) };
}

/**
 * The glossary terms of a German text from left to right, at each place the longest; offsets are those of the text as
 * given. None stands in a URL, code span, tag, placeholder or file name. Linear in the text, whatever the glossary's size.
 */
export function findTerms(text: string, finder: TermFinder): readonly Term[] {
  const masked = maskProtected(text);
  let at = nextFirstWord(masked, 0, finder.first);
  if (at < 0) return [];
  const excepted = new Map<GlossaryEntry, number>();
  const terms: Term[] = [];
  let done = 0;
  while (at >= 0) {
    const word = wordAfter(masked, at)!;
    const hits = hitsAt(word, masked, finder);
    for (const { kind, entry, end } of hits) {
      if (kind === 'except') excepted.set(entry, Math.max(end, excepted.get(entry) ?? 0));
    }
    const best = longest(hits, (hit) => hit.start >= done && !isExcepted(hit, excepted));
    if (best !== undefined) terms.push(termOf(best, text));
    done = best?.end ?? done;
    at = nextFirstWord(masked, Math.max(word.end, done), finder.first);
  }
  return terms;
}

function termOf({ entry, start, end }: Hit, text: string): Term {
  return { entry, start, end, surface: text.slice(start, end) };
}

interface Hit extends Range {
  readonly entry: GlossaryEntry;
  readonly kind: End['kind'] | 'closed';
}

/** Every form that starts with a word. */
function hitsAt(first: Word, text: string, finder: TermFinder): readonly Hit[] {
  const hits: Hit[] = [];
  const opened = isOpening(first.key, 0, finder.first) ? openers(first, text, finder.closed) : [];
  for (const { entry, end } of opened) hits.push({ entry, kind: 'closed', start: first.start, end });
  let node = finder.forms.get(first.key);
  for (let last = first; node !== undefined; ) {
    for (const end of node.ends) {
      const hit = hitOf(end, { first, last, text });
      if (hit !== undefined) hits.push(hit);
    }
    const following = node.next && wordAfter(text, last.end);
    node = following && node.next?.get(stepOf(following));
    last = following ?? last;
  }
  return hits;
}

interface Path {
  readonly first: Word;
  readonly last: Word;
  readonly text: string;
}

function hitOf(form: End, { first, last, text }: Path): Hit | undefined {
  const start = first.start - form.before.length;
  const end = last.end + form.after.length;
  if (text.slice(start, first.start) !== form.before || text.slice(last.end, end) !== form.after) return undefined;
  if (form.kind === 'place' && isStreetAddress(text, end)) return undefined;
  const { entry, kind } = form;
  return { entry, kind, start, end: form.apostrophe ? apostropheEnd({ start, end }, last, text) : end };
}

function isExcepted({ kind, entry, end }: Hit, excepted: ReadonlyMap<GlossaryEntry, number>): boolean {
  return kind === 'except' || end <= (excepted.get(entry) ?? 0);
}

function longest(hits: readonly Hit[], counts: (hit: Hit) => boolean): Hit | undefined {
  let best: Hit | undefined;
  for (const hit of hits) if (isBetter(hit, best) && counts(hit)) best = hit;
  return best;
}

/** Of two entries with the same words the one that lists them counts, then the first in the glossary. */
function isBetter(hit: Hit, best: Hit | undefined): boolean {
  if (best === undefined || hit.end > best.end) return true;
  return hit.end === best.end && hit.kind === 'listed' && best.kind !== 'listed';
}
