import type { Language, Languages, Pair } from '../../model.ts';
import { lately } from '../../once.ts';
import { maskPair } from '../mask.ts';
import { type Atom, atomsOf } from './atoms.ts';
import { excuses } from './excuses.ts';
import { type Keys, type PartPair, pairOff, type Sides } from './pairing.ts';
import { parseQuantities, readsNumbers } from './parse.ts';
import type { Amount, Quantity } from './quantity.ts';
import { sameValues } from './same-values.ts';
import { amountsOf, isAmount } from './spans.ts';

/** A value that only one side has, or has otherwise: without `target` it is missing, without `source` extra. */
export interface Difference {
  readonly family: Atom['family'];
  readonly source?: Quantity | undefined;
  readonly target?: Quantity | undefined;
}

/** A target value that equals the source's only by the other convention of marks: `10.000` in English. */
export interface Misreading {
  readonly source: Quantity;
  readonly target: Amount;
}

/** A side as it was read: its text without what is protected, and the quantities in it. */
export interface Reading {
  readonly language: Language;
  readonly text: string;
  readonly quantities: readonly Quantity[];
}

export interface Comparison {
  readonly readings: { readonly source: Reading; readonly target: Reading };
  readonly differences: readonly Difference[];
  readonly misreadings: readonly Misreading[];
}

/**
 * Compares the values of a source and its target as multisets: order, spelling and scale words do not matter.
 * A value of one side only is excused by a number word of the other (`12` and `zwölf`). Protected text (addresses, code,
 * placeholders) is left out; where the numbers of a language cannot be read, there is nothing to compare.
 */
export const compareQuantities = lately((pair: Pair & { readonly languages: Languages }): Comparison => {
  const { languages } = pair;
  const { source, target } = maskPair(pair);
  const readings = { source: read(source, languages.source), target: read(target, languages.target) };
  const known = readsNumbers(languages.source) && readsNumbers(languages.target);
  // Most pairs end here.
  if (!known || agree(readings.source.quantities, readings.target.quantities))
    return { readings, differences: [], misreadings: [] };
  const sides = { sources: atomsOf(readings.source), targets: atomsOf(readings.target) };
  return { readings, ...compareAtoms(sides, readings) };
});

function agree(source: readonly Quantity[], target: readonly Quantity[]): boolean {
  if (source.length + target.length === 0) return true;
  return sameValues(source, target) && !target.some((one) => amountsOf(one).some(({ foreign }) => foreign?.only));
}

function compareAtoms(sides: Sides, readings: Comparison['readings']): Pick<Comparison, 'differences' | 'misreadings'> {
  const [source, target] = [readings.source.text, readings.target.text];
  const exact = pairOff(sides, { source: ownKey, target: ownKey });
  const oddOf = (pairs: readonly PartPair[]): readonly Misreading[] =>
    pairs.filter((one) => isForeign(one, source, target)).map(misreading);
  if (exact.sources.length + exact.targets.length === 0) return { differences: [], misreadings: oddOf(exact.pairs) };
  const excuse = excuses(readings);
  // F-16 may be 16 on the other side, but never T-16, and 18 Uhr may be 6, but never 6 a.m.
  const loose = pairOff(exact, { source: wholeKeys, target: allKeys });
  const looser = pairOff(loose, { source: allKeys, target: wholeKeys });
  const foreign = pairOff(looser, { source: allKeys, target: foreignKeys(source, target) });
  const opened = pairOff(open(excuse(foreign)), { source: allKeys, target: allKeys });
  return {
    differences: differences(excuse(opened), sides.sources),
    misreadings: [...oddOf([...exact.pairs, ...loose.pairs, ...looser.pairs]), ...foreign.pairs.map(misreading)],
  };
}

const ownKey: Keys = ({ key }) => [key];
const allKeys: Keys = ({ keys }) => keys;
/** Without the bare numbers of codes and clock times. */
const wholeKeys: Keys = ({ quantity: { kind }, keys }) => {
  return kind === 'code' || kind === 'time' ? keys.filter((key) => !key.startsWith('number ')) : keys;
};

/** `12,500` for a German 12,500 was copied; for a German 12,5 it is a thousand times too much. */
function foreignKeys(source: string, target: string): Keys {
  return ({ quantity }) => {
    if (!isAmount(quantity) || !quantity.foreign) return [];
    const numeral = target.slice(quantity.numeral.start, quantity.numeral.end);
    const isGrouped = !quantity.foreign.only && /^\d{1,3}(?:,\d{3})+$/.test(numeral);
    return isGrouped && !source.includes(numeral) ? [] : [`number ${quantity.foreign.value}`];
  };
}

function read(text: string, language: Language): Reading {
  return { language, text, quantities: parseQuantities(text, language) };
}

/** What has figures that may stand apart on the other side is taken apart. */
function open({ sources, targets }: Sides): Sides {
  const opened = (atom: Atom): readonly Atom[] =>
    atom.parts === undefined
      ? [{ ...atom, keys: wholeKeys(atom) }]
      : atom.parts.map((key) => ({ ...atom, key, keys: [key], parts: undefined }));
  return { sources: sources.flatMap(opened), targets: targets.flatMap(opened) };
}

/** The target language gives the numeral no value, and it is no part of a name that both sides share (`GitHub 2.0`). */
function isForeign({ source, target }: PartPair, sourceText: string, targetText: string): boolean {
  if (!isAmount(target.quantity) || !target.quantity.foreign?.only || !isAmount(source.quantity)) return false;
  const name = nameOf(target.quantity, targetText);
  return name === undefined || name !== nameOf(source.quantity, sourceText);
}

function nameOf({ numeral }: Amount, text: string): string | undefined {
  const word = /[\p{Script=Latin}\p{M}]+[ -]$/u.exec(text.slice(Math.max(0, numeral.start - 40), numeral.start));
  return word ? word[0] + text.slice(numeral.start, numeral.end) : undefined;
}

function misreading({ source, target }: PartPair): Misreading {
  return { source: source.quantity, target: target.quantity as Amount };
}

/** One difference a quantity; what is left over on both sides is taken to have changed, in order. */
function differences({ sources, targets }: Sides, all: readonly Atom[]): readonly Difference[] {
  if (sources.length + targets.length === 0) return [];
  const known = new Set(all.flatMap(allKeys));
  return (['number', 'date'] as const).flatMap((family) => {
    const missing = quantitiesOf(family, sources);
    const others = quantitiesOf(family, targets);
    // A value that the target says once more than the source is no new one; it matters where another one is missing.
    const extra =
      missing.length > 0
        ? others
        : quantitiesOf(
            family,
            targets.filter(({ key }) => !known.has(key)),
          );
    return Array.from({ length: Math.max(missing.length, extra.length) }, (_, index) => {
      return { family, source: missing[index], target: extra[index] };
    });
  });
}

function quantitiesOf(family: Atom['family'], atoms: readonly Atom[]): readonly Quantity[] {
  return [...new Set(atoms.filter((atom) => atom.family === family).map(({ quantity }) => quantity))];
}
