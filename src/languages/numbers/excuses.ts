import type { Language } from '../../model.ts';
import { type Atom, keysOfWord } from './atoms.ts';
import { wordsFor } from './number-words.ts';
import type { Sides } from './pairing.ts';
import type { NumberWord } from './quantity.ts';

/** Takes away what a number word of the other side says: 12 where it has `zwölf`. The words are read when they are asked for. */
export function excuses(texts: { readonly source: Said; readonly target: Said }): (rest: Sides) => Sides {
  const [source, target] = [texts.source, texts.target].map(({ text, language }) => wordsFor(text, language));
  return ({ sources, targets }) => ({
    sources: unexcused(sources, source!, target!),
    targets: unexcused(targets, target!, source!),
  });
}

interface Said {
  readonly text: string;
  readonly language: Language;
}

type Words = ReturnType<typeof wordsFor>;

/** A word that both sides say translates the word, and no figure besides. */
function unexcused(atoms: readonly Atom[], own: Words, others: Words): readonly Atom[] {
  if (atoms.length === 0) return [];
  const keys = new Set(atoms.flatMap((atom) => atom.keys));
  const said = countKeys(others(keys));
  if (said.size === 0) return atoms;
  const answered = countKeys(apartFrom(atoms, own(keys)));
  const isExcused = (key: string, atom: Atom): boolean => {
    // "A" and "only" come and go, and are no first of the month.
    if (key === 'number 1') return said.has(key) && !atom.key.startsWith('day ');
    return (said.get(key) ?? 0) > (answered.get(key) ?? 0);
  };
  return atoms.filter((atom) => !atom.keys.some((key) => isExcused(key, atom)));
}

function countKeys(words: readonly NumberWord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of words.flatMap(keysOfWord)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Words that are no part of the atoms themselves, as `Covid` is of Covid-19. */
function apartFrom(atoms: readonly Atom[], words: readonly NumberWord[]): readonly NumberWord[] {
  const length = atoms.reduce((longest, { quantity }) => Math.max(longest, quantity.end), 0);
  const isInside = new Uint8Array(length);
  for (const { quantity } of atoms) isInside.fill(1, quantity.start, quantity.end);
  return words.filter(({ start }) => isInside[start] !== 1);
}
