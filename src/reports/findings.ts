import type { Colors } from 'picocolors/types.js';
import { idsOf } from '../ids.ts';
import type { Entry, Place } from '../model.ts';
import type { EntryFinding, Problem, TranslatedDocument } from '../pipeline/index.ts';
import { placeOf } from '../review-file/index.ts';
import type { Say } from './change-report.ts';
import { problemJson } from './problem.ts';
import { documentText, findingLine } from './terminal.ts';
import { visibleText } from './visible.ts';

/** A finding at its line of the review file. */
export interface PlacedFinding extends EntryFinding {
  readonly place: Place;
  readonly segment: string;
}

export function placeFindings({ review, findings }: TranslatedDocument): readonly PlacedFinding[] {
  const ids = idsOf(review, review.entries);
  return findings.map((finding) => ({
    ...finding,
    place: targetPlace(finding, placeOf(review, finding.entry)),
    segment: ids.get(finding.entry) ?? '',
  }));
}

/** In one line of text the column is the finding's own. */
function targetPlace({ entry, target: range }: EntryFinding, place: Place): Place {
  return range === undefined || entry.target.includes('\n') ? place : { ...place, column: place.column + range.start };
}

/** The findings, and the documents that were not checked, as plain data. Kept stable. */
export function findingsJson(findings: readonly PlacedFinding[], problems: readonly Problem[], say: Say): unknown {
  return {
    findings: findings.map(({ check, severity, message, place, segment, entry, fix }) => ({
      check,
      severity,
      message: say(message),
      file: place.file,
      line: place.line,
      column: place.column,
      segment,
      source: entry.source ?? '',
      target: entry.target,
      ...(fix && { fix }),
    })),
    problems: problems.map((problem) => problemJson(problem, say)),
  };
}

/** One block a sentence, as lines: its place, both texts, and what was found. */
export function findingsText(findings: readonly PlacedFinding[], say: Say, colors: Colors): readonly string[] {
  const sentences = new Map<Entry, PlacedFinding[]>();
  for (const finding of findings) sentences.set(finding.entry, [...(sentences.get(finding.entry) ?? []), finding]);
  return [...sentences].flatMap(([{ source = '', target }, found]) => {
    const [{ place }] = found as [PlacedFinding];
    return [
      colors.cyan(visibleText(`${place.file}:${place.line}:${place.column}`)),
      ...documentText(source).map((line) => colors.dim(line)),
      ...documentText(target),
      ...found.map((finding) => findingLine(finding, say, colors)),
      '',
    ];
  });
}
