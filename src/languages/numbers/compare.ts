import type { Languages, Pair } from '../../model.ts';
import { type Atom, atomsOf, keysOfWord } from './atoms.ts';
import { numberWords } from './number-words.ts';
import { parseQuantities } from './parse.ts';
import type { Amount, Quantity } from './quantity.ts';
import { isAmount } from './spans.ts';

/** A value that only one side has, or has otherwise: without `target` it is missing, without `source` extra. */
export interface Difference {
  readonly family: Atom['family'];
  readonly source?: Quantity | undefined;
  readonly target?: Quantity | undefined;
}

/** A target value that equals the source's only when read by the other convention of marks: `10.000` in English. */
export interface Misreading {
  readonly source: Quantity;
  readonly target: Amount;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly misreadings: readonly Misreading[];
}

/**
 * Compares the values of a source and its target as multisets: order, spelling and scale words do not matter.
 * A value of one side only is excused by a number word of the other (`12` and `zwölf`).
 */
export function compareQuantities({ source, target }: Pair, languages: Languages): Comparison {
  const given = { sources: read(source, languages.source), targets: read(target, languages.target) };
  const exact = pairOff(given, ownKey, ownKey);
  const loose = pairOff(exact.rest, allKeys, allKeys);
  const foreign = pairOff(loose.rest, allKeys, foreignKeys);
  const opened = pairOff(opening(foreign.rest), allKeys, allKeys);
  const sources = unexcused(opened.rest.sources, target, languages.target);
  const targets = unexcused(opened.rest.targets, source, languages.source);
  const odd = [...exact.pairs, ...loose.pairs].filter((pair) => isForeign(pair, source, target));
  return {
    differences: differences(sources, targets, new Set(given.sources.flatMap(allKeys))),
    misreadings: [...odd, ...foreign.pairs].map(misreading),
  };
}

interface Sides {
  readonly sources: readonly Atom[];
  readonly targets: readonly Atom[];
}
interface AtomPair {
  readonly source: Atom;
  readonly target: Atom;
}
type Keys = (atom: Atom) => readonly string[];

const ownKey: Keys = ({ key }) => [key];
const allKeys: Keys = ({ keys }) => keys;
const foreignKeys: Keys = ({ quantity }) => {
  return isAmount(quantity) && quantity.foreign ? [`number ${quantity.foreign.value}`] : [];
};

function read(text: string, language: string): readonly Atom[] {
  return atomsOf(parseQuantities(text, language), text);
}

/** Pairs each source atom with the first free target atom that shares a key. */
function pairOff({ sources, targets }: Sides, sourceKeys: Keys, targetKeys: Keys): { pairs: readonly AtomPair[]; rest: Sides } {
  const waiting = new Map<string, Atom[]>();
  for (const target of targets.toReversed()) for (const key of targetKeys(target)) enqueue(waiting, key, target);
  const taken = new Set<Atom>();
  const pairs = sources.flatMap((source): AtomPair[] => {
    const target = firstFree(waiting, sourceKeys(source), taken);
    if (target === undefined) return [];
    taken.add(target).add(source);
    return [{ source, target }];
  });
  const isFree = (atom: Atom): boolean => !taken.has(atom);
  return { pairs, rest: { sources: sources.filter(isFree), targets: targets.filter(isFree) } };
}

function enqueue(waiting: Map<string, Atom[]>, key: string, atom: Atom): void {
  const queue = waiting.get(key);
  if (queue) queue.push(atom);
  else waiting.set(key, [atom]);
}

function firstFree(waiting: Map<string, Atom[]>, keys: readonly string[], taken: ReadonlySet<Atom>): Atom | undefined {
  for (const key of keys) {
    const queue = waiting.get(key) ?? [];
    while (queue.length > 0) {
      const atom = queue.pop()!;
      if (!taken.has(atom)) return atom;
    }
  }
  return undefined;
}

/** What has figures that may stand apart on the other side is taken apart. */
function opening({ sources, targets }: Sides): Sides {
  const open = (atom: Atom): readonly Atom[] =>
    atom.parts === undefined ? [atom] : atom.parts.map((key) => ({ ...atom, key, keys: [key], parts: undefined }));
  return { sources: sources.flatMap(open), targets: targets.flatMap(open) };
}

function unexcused(atoms: readonly Atom[], other: string, language: string): readonly Atom[] {
  if (atoms.length === 0) return [];
  const excuses = new Set(numberWords(other, language).flatMap(keysOfWord));
  return atoms.filter(({ keys }) => !keys.some((key) => excuses.has(key)));
}

/** The target language gives the numeral no value, and it is no part of a name that both sides share (`GitHub 2.0`). */
function isForeign({ source, target }: AtomPair, sourceText: string, targetText: string): boolean {
  if (!isAmount(target.quantity) || !target.quantity.foreign?.only || !isAmount(source.quantity)) return false;
  const name = named(target.quantity, targetText);
  return name === undefined || name !== named(source.quantity, sourceText);
}

function named({ numeral }: Amount, text: string): string | undefined {
  const before = /[\p{Script=Latin}\p{M}]+[ -]$/u.exec(text.slice(Math.max(0, numeral.start - 40), numeral.start));
  return before ? before[0] + text.slice(numeral.start, numeral.end) : undefined;
}

function misreading({ source, target }: AtomPair): Misreading {
  return { source: source.quantity, target: target.quantity as Amount };
}

/** One difference a quantity; what is left over on both sides is taken to have changed, in order. */
function differences(sources: readonly Atom[], targets: readonly Atom[], known: ReadonlySet<string>): readonly Difference[] {
  return (['number', 'date'] as const).flatMap((family) => {
    const missing = quantitiesOf(family, sources);
    const all = quantitiesOf(family, targets);
    // A value that the target says once more than the source is no new one; it matters where another one is missing.
    const extra = missing.length > 0 ? all : quantitiesOf(family, targets.filter(({ key }) => !known.has(key)));
    return Array.from({ length: Math.max(missing.length, extra.length) }, (_, index) => {
      return { family, source: missing[index], target: extra[index] };
    });
  });
}

function quantitiesOf(family: Atom['family'], atoms: readonly Atom[]): readonly Quantity[] {
  return [...new Set(atoms.filter((atom) => atom.family === family).map(({ quantity }) => quantity))];
}
