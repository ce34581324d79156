import { anyUnit } from '../formats/unit-text.ts';
import type { SentenceSplitter } from '../languages/sentences/index.ts';
import type { Code, Format, Range, Unit } from '../model.ts';

/** The sentences of a unit's text, without the white space around them. */
export type Split = (text: string, unit?: Unit) => readonly Range[];

/** Splits as the format reads: codes are opaque, no pair of them is torn, a hard line break ends a sentence. */
export function splitterOf(format: Pick<Format, 'inline'>, splitSentences: SentenceSplitter): Split {
  return (text, unit = anyUnit) => {
    const codes = codesIn(text, unit, format);
    const masked = mask(text, codes);
    const lines = linesOf(masked).map(({ start, end }) =>
      splitSentences(masked.slice(start, end)).map((range) => ({
        start: start + range.start,
        end: start + range.end,
      })),
    );
    if (codes.length === 0) return lines.flat();
    const isText = ({ start, end }: Range) => /[\p{L}\p{N}]/u.test(masked.slice(start, end));
    return keepPairs(
      lines.flatMap((line) => withCodes(line, isText)),
      codes,
    ).filter(isText);
  };
}

/** What a splitter gets to see of a unit: its lines, codes masked, and where each starts. */
export function maskedLines(
  text: string,
  unit: Unit,
  format: Pick<Format, 'inline'>,
): readonly { readonly start: number; readonly text: string }[] {
  const masked = mask(text, codesIn(text, unit, format));
  return linesOf(masked).map(({ start, end }) => ({ start, text: masked.slice(start, end) }));
}

function codesIn(text: string, unit: Unit, { inline }: Pick<Format, 'inline'>): readonly Code[] {
  return inline?.codes(text, unit) ?? [];
}

/** U+FFFC, as for everything else that no linguistic rule looks into. */
function mask(text: string, codes: readonly Code[]): string {
  let [out, from] = ['', 0];
  for (const { kind, start, end, reads } of codes) {
    if (kind === 'escape') continue;
    out += text.slice(from, start) + (reads === '\n' ? reads : '\uFFFC').repeat(end - start);
    from = end;
  }
  return from === 0 ? text : out + text.slice(from);
}

function linesOf(text: string): readonly Range[] {
  if (!/[\r\n]/.test(text)) return [{ start: 0, end: text.length }];
  return [...text.matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

/** Sentences that a pair spans stay one. */
function keepPairs(sentences: readonly Range[], codes: readonly Code[]): readonly Range[] {
  const pairs = codes.flatMap(({ kind, partner, start }) =>
    kind === 'open' && partner !== undefined ? [{ start, end: codes[partner]?.end ?? start }] : [],
  );
  const kept: Range[] = [];
  let [pair, reach] = [0, 0];
  for (const sentence of sentences) {
    const last = kept.at(-1);
    for (let next = pairs[pair]; next !== undefined && next.start < sentence.start; next = pairs[pair]) {
      reach = Math.max(reach, next.end);
      pair += 1;
    }
    if (last !== undefined && reach > sentence.start) kept[kept.length - 1] = { start: last.start, end: sentence.end };
    else kept.push(sentence);
  }
  return kept;
}

/** Codes and signs that stand alone belong to the sentence before them, else to the one behind. */
function withCodes(line: readonly Range[], isText: (range: Range) => boolean): readonly Range[] {
  const sentences: Range[] = [];
  for (const range of line) {
    const last = sentences.at(-1);
    if (last === undefined || (isText(last) && isText(range))) sentences.push(range);
    else sentences[sentences.length - 1] = { start: last.start, end: range.end };
  }
  return sentences;
}
