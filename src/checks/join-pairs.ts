import type { CheckedPair, DocumentFinding, Finding, Range } from '../model.ts';

/** The sentences of a unit as one pair, and whose sentence a finding in it is about; what concerns several has no fix. */
export interface JoinedPairs {
  readonly pair: CheckedPair;
  part(finding: Finding): DocumentFinding;
}

export function joinPairs(pairs: readonly CheckedPair[]): JoinedPairs {
  const [first] = pairs;
  if (first === undefined) throw new Error('a unit without sentences');
  const sources = offsetsOf(pairs.map(({ source }) => source));
  const targets = offsetsOf(pairs.map(({ target }) => target));
  const terms = pairs.flatMap(({ terms }, at) =>
    terms.map((term) => ({ ...term, ...shifted(term, sources[at] ?? 0) })),
  );
  const [source, target] = [pairs.map((pair) => pair.source).join(' '), pairs.map((pair) => pair.target).join(' ')];
  return {
    pair: { ...first, source, target, terms, markup: undefined },
    part(finding) {
      const at = finding.target
        ? placeOf(finding.target, targets)
        : finding.source
          ? placeOf(finding.source, sources)
          : 0;
      const pair = pairs[at] ?? first;
      const inSource = finding.source && within(finding.source, sources[at] ?? 0, pair.source);
      const inTarget = finding.target && within(finding.target, targets[at] ?? 0, pair.target);
      return { ...finding, source: inSource, target: inTarget, fix: undefined, pair };
    },
  };
}

/** Where each text starts when they are joined by a blank. */
function offsetsOf(texts: readonly string[]): readonly number[] {
  let offset = 0;
  return texts.map((text) => {
    const start = offset;
    offset += text.length + 1;
    return start;
  });
}

/** Index of the text that a range begins in. */
function placeOf({ start }: Range, offsets: readonly number[]): number {
  return Math.max(
    0,
    offsets.findLastIndex((offset) => offset <= start),
  );
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function within(range: Range, offset: number, { length }: string): Range {
  const { start, end } = shifted(range, -offset);
  return { start: Math.max(0, Math.min(start, length)), end: Math.max(0, Math.min(end, length)) };
}
