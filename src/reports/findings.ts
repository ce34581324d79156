import type { Colors } from 'picocolors/types.js';
import { idsOf } from '../ids.ts';
import type { Entry, Place } from '../model.ts';
import type { EntryFinding, TranslatedDocument } from '../pipeline/index.ts';
import { placeOf } from '../review-file/index.ts';
import type { Say } from './change-report.ts';
import { severityColor } from './terminal.ts';
import { visible } from './visible.ts';

/** A finding at its line of the review file. */
export interface PlacedFinding extends EntryFinding {
  readonly place: Place;
  readonly segment: string;
}

export function placeFindings({ document, review, findings }: TranslatedDocument): readonly PlacedFinding[] {
  const ids = idsOf(document.path, review.entries);
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

/** The findings as plain data. Kept stable. */
export function findingsJson(findings: readonly PlacedFinding[], say: Say): unknown {
  return {
    findings: findings.map(({ check, severity, message, place, segment, entry, fix }) => ({
      check,
      severity,
      message: say(message),
      file: place.file,
      line: place.line,
      segment,
      source: entry.source ?? '',
      target: entry.target,
      ...(fix && { fix }),
    })),
  };
}

/** One block a sentence: its place, both texts, and what was found. */
export function findingsText(findings: readonly PlacedFinding[], say: Say, colors: Colors): string {
  const sentences = new Map<Entry, PlacedFinding[]>();
  for (const finding of findings) sentences.set(finding.entry, [...(sentences.get(finding.entry) ?? []), finding]);
  const blocks = [...sentences].map(([entry, found]) => {
    const [{ place }] = found as [PlacedFinding];
    const lines = found.map(
      ({ check, severity, message }) =>
        `  ${severityColor(severity, colors)(`${severity} ${check}`)}  ${visible(say(message))}`,
    );
    return [
      colors.cyan(visible(`${place.file}:${place.line}:${place.column}`)),
      `  ${colors.dim(visible(entry.source ?? ''))}`,
      `  ${visible(entry.target)}`,
      ...lines,
    ].join('\n');
  });
  return blocks.map((block) => `${block}\n`).join('\n');
}
