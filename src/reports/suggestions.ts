import { structuredPatch } from 'diff';
import { fingerprint } from '../fingerprint.ts';
import type { Fix } from '../model.ts';
import { splice } from '../splice.ts';
import type { Say } from './change-report.ts';
import type { PlacedFinding } from './findings.ts';
import { plain } from './markdown-text.ts';
import { visible } from './visible.ts';

/** A review file as it was and as it is, with what was found in it. */
export interface ReviewedFile {
  readonly path: string;
  readonly before?: string | undefined;
  readonly after: string;
  readonly findings: readonly PlacedFinding[];
}

/** A comment on a line of a review file that its platform can put into the file. */
export interface Suggestion {
  readonly path: string;
  readonly line: number;
  /** Markdown: what is wrong, and the line put right in a suggestion block. */
  readonly body: string;
  /** The body begins with it: whoever has made the same suggestion before knows it by this. */
  readonly marker: string;
}

/** Nobody reads more of them one by one; all findings are in the report. */
const most = 50;

/** Safe corrections, where the change itself wrote the line: platforms take comments on lines of the change alone. */
export function suggestions(files: readonly ReviewedFile[], say: Say): readonly Suggestion[] {
  return files.flatMap((file) => suggestionsIn(file, say)).slice(0, most);
}

function suggestionsIn({ path, before = '', after, findings }: ReviewedFile, say: Say): readonly Suggestion[] {
  const byLine = new Map<number, PlacedFinding[]>();
  for (const finding of findings) {
    const line = finding.fixPlace?.line;
    if (line !== undefined) byLine.set(line, [...(byLine.get(line) ?? []), finding]);
  }
  if (byLine.size === 0) return [];
  const added = addedLines(before, after);
  const lines = after.split('\n');
  return [...byLine]
    .filter(([line]) => added.has(line))
    .sort(([a], [b]) => a - b)
    .flatMap(([line, found]) => suggestionAt({ path, line, text: lines[line - 1] ?? '' }, found, say));
}

interface Line {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

function suggestionAt({ path, line, text }: Line, found: readonly PlacedFinding[], say: Say): readonly Suggestion[] {
  const fixed = splice(text, fixesIn(found));
  // A sign that nobody sees would be in the block, or lost from it.
  if (visible(fixed) !== fixed) return [];
  const marker = `<!-- wordferry ${fingerprint(`${path}\n${line}\n${fixed}`)} -->`;
  const fence = '`'.repeat(Math.max(3, ...(fixed.match(/`+/g) ?? []).map((run) => run.length + 1)));
  const said = found.map(({ check, message }) => `**${check}** ${plain(say(message))}`);
  return [{ path, line, body: `${marker}\n${said.join('\\\n')}\n\n${fence}suggestion\n${fixed}\n${fence}`, marker }];
}

/** Of one line, in columns of it; none over another. */
function fixesIn(found: readonly PlacedFinding[]): readonly Fix[] {
  const fixes: Fix[] = [];
  for (const { fix, fixPlace } of found.toSorted((a, b) => (a.fix?.start ?? 0) - (b.fix?.start ?? 0))) {
    if (fix === undefined || fixPlace === undefined) continue;
    const start = fixPlace.column - 1;
    const last = fixes.at(-1);
    if (last === undefined || start >= Math.max(last.end, last.start + 1))
      fixes.push({ start, end: start + fix.end - fix.start, text: fix.text });
  }
  return fixes;
}

/** Numbers of the lines that are new in the file. */
function addedLines(before: string, after: string): ReadonlySet<number> {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 0 });
  return new Set(hunks.flatMap(({ newStart, newLines }) => Array.from({ length: newLines }, (_, at) => newStart + at)));
}
