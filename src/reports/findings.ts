import type { Colors } from 'picocolors/types.js';
import type { Finding, Pair, Place } from '../model.ts';
import type { Problem } from '../pipeline/index.ts';
import type { Say } from './change-report.ts';
import { problemJson } from './problem.ts';
import { documentText, findingLine } from './terminal.ts';
import { visibleText } from './visible.ts';

/** A finding at its line of a file: a review file, or a bilingual file of another tool. */
export interface PlacedFinding extends Finding {
  readonly place: Place;
  /** The sentence's id. */
  readonly segment: string;
  /** What the file itself calls the sentence, where it does. */
  readonly name?: string | undefined;
  /** One and the same for all findings of a sentence. */
  readonly pair: Partial<Pick<Pair, 'source'>> & Pick<Pair, 'target'>;
  /** Where its fix begins in the file; absent where the file does not have the target to the letter. */
  readonly fixPlace?: Place | undefined;
}

/** What was found, and what was not checked. */
export interface Checked {
  readonly findings: readonly PlacedFinding[];
  readonly problems: readonly Problem[];
  /** How many were corrected before; absent where nobody asked for it. */
  readonly fixed?: number | undefined;
  /** How many documents were not checked at all. */
  readonly leftOut: number;
}

/** The findings, and the documents that were not checked, as plain data. Kept stable. */
export function findingsJson({ findings, problems, fixed }: Checked, say: Say): unknown {
  return {
    ...(fixed !== undefined && { fixed }),
    findings: findings.map(({ check, severity, message, place, segment, pair, fix }) => ({
      check,
      severity,
      message: say(message),
      file: place.file,
      line: place.line,
      column: place.column,
      segment,
      source: pair.source ?? '',
      target: pair.target,
      ...(fix && { fix }),
    })),
    problems: problems.map((problem) => problemJson(problem, say)),
  };
}

/** One block a sentence, as lines: its place, both texts, and what was found. */
export function findingsText(findings: readonly PlacedFinding[], say: Say, colors: Colors): readonly string[] {
  const sentences = new Map<PlacedFinding['pair'], PlacedFinding[]>();
  for (const finding of findings) {
    const found = sentences.get(finding.pair);
    if (found === undefined) sentences.set(finding.pair, [finding]);
    else found.push(finding);
  }
  return [...sentences].flatMap(([{ source = '', target }, found]) => {
    const [{ place, name }] = found as [PlacedFinding];
    const head = colors.cyan(visibleText(`${place.file}:${place.line}:${place.column}`));
    return [
      name === undefined ? head : `${head}  ${visibleText(name)}`,
      ...documentText(source).map((line) => colors.dim(line)),
      ...documentText(target),
      ...found.map((finding) => findingLine(finding, say, colors)),
      '',
    ];
  });
}
