import type { Languages, Pair } from '../../model.ts';
import { compareQuantities, type Reading } from './compare.ts';
import { fold } from './fold.ts';
import { type Measure, namesUnit, readMeasures, readWordMeasures, type UnitFinder, unitFinder } from './measures.ts';
import { spelledNumbers } from './number-words.ts';
import { pairOff } from './pairing.ts';

/** The same number with two units of one kind: `5 Millionen Euro`, 500만 달러. */
export interface UnitChange {
  readonly source: Measure;
  readonly target: Measure;
}

/**
 * Compares the units of the numbers that a source and its target share. A value that was converted is another number:
 * that is for `compareQuantities` to say.
 */
export function compareUnits(pair: Pair & { readonly languages: Languages }): readonly UnitChange[] {
  const { source, target } = compareQuantities(pair).readings;
  const [own, other] = [unitFinder(source.language), unitFinder(target.language)];
  if (own === undefined || other === undefined) return [];
  const isNamed = namesUnit(source.text, own) && namesUnit(target.text, other);
  if (!isNamed && source.quantities.length + target.quantities.length === 0) return [];
  const figures = rest({ sources: inFigures(source, own), targets: inFigures(target, other) });
  const sources =
    isNamed || figures.targets.length > 0 ? [...figures.sources, ...inWords(source, own)] : figures.sources;
  if (sources.length === 0) return [];
  const targets =
    isNamed || figures.sources.length > 0 ? [...figures.targets, ...inWords(target, other)] : figures.targets;
  return pairOff(rest({ sources, targets }), { source: byKind, target: byKind }).pairs;
}

interface Measures {
  readonly sources: readonly Measure[];
  readonly targets: readonly Measure[];
}

/** What has no partner with the same number and unit. */
function rest(measures: Measures): Measures {
  return pairOff(measures, { source: byUnit, target: byUnit });
}

function byUnit({ values, units }: Measure): readonly string[] {
  return values.flatMap((value) => units.map((unit) => `${value} ${unit}`));
}

function byKind({ values, kind }: Measure): readonly string[] {
  return values.map((value) => `${value} ${kind}`);
}

function inFigures({ text, quantities }: Reading, finder: UnitFinder): readonly Measure[] {
  return quantities.length === 0 ? [] : readMeasures(fold(text), quantities, finder);
}

function inWords({ text, language }: Reading, finder: UnitFinder): readonly Measure[] {
  return readWordMeasures(fold(text), spelledNumbers(text, language), finder);
}
