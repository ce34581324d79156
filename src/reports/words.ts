import { diffArrays } from 'diff';
import type { Language } from '../model.ts';

/** A run of words that is in both texts, or only in the old (`removed`) or the new one (`added`). */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * Word by word, as the language has words: Korean by Intl.Segmenter, not by syllables. Lossless on both sides. Blanks and
 * single signs between two changes belong to the change; of texts that share next to nothing one replaces the other.
 */
export function diffWords(before: string, after: string, language: Language): readonly WordRun[] {
  const changes = joined(changesOf(before, after, language));
  const shared = changes.reduce((sum, { same }) => sum + same.length, 0);
  const isOther = shared < leastShared * Math.min(before.length, after.length);
  const readable = isOther ? [{ removed: before, added: after, same: '' }] : changes;
  return readable
    .flatMap(({ removed, added, same }) => [run('removed', removed), run('added', added), run('same', same)])
    .filter(({ text }) => text !== '');
}

const leastShared = 0.3;

/** What went, what came in its place, and what stands in both behind it. */
interface Change {
  readonly removed: string;
  readonly added: string;
  readonly same: string;
}

function changesOf(before: string, after: string, language: Language): readonly Change[] {
  const changes: { removed: string; added: string; same: string }[] = [];
  let open: (typeof changes)[number] | undefined;
  for (const { added, removed, value } of diffArrays(wordsOf(before, language), wordsOf(after, language))) {
    if (open === undefined) {
      open = { removed: '', added: '', same: '' };
      changes.push(open);
    }
    open[added ? 'added' : removed ? 'removed' : 'same'] = value.join('');
    if (!added && !removed) open = undefined;
  }
  return changes;
}

/** Joins changes that only blanks or a sign part. */
function joined(changes: readonly Change[]): readonly Change[] {
  const out: Change[] = [];
  for (const change of changes) {
    const last = out.at(-1);
    const isThin = last !== undefined && last.removed + last.added !== '' && !/[\p{L}\p{N}]/u.test(last.same);
    if (!isThin || change.removed + change.added === '') out.push(change);
    else
      out.splice(-1, 1, {
        removed: last.removed + last.same + change.removed,
        added: last.added + last.same + change.added,
        same: change.same,
      });
  }
  return out;
}

const run = (kind: WordRun['kind'], text: string): WordRun => ({ kind, text });

function wordsOf(text: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
