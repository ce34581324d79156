import type { Colors } from 'picocolors/types.js';
import type { Severity } from '../model.ts';
import type { DocumentChange, SentenceChange } from '../pipeline/diff.ts';
import type { ChangeReport, Say } from './change-report.ts';
import { changedDocuments, summaryOf } from './change-report.ts';
import { type Marks, markBoth, plainMarks } from './marked.ts';
import { headline } from './sentence.ts';
import { visible } from './visible.ts';

/** Changed sentences for a terminal: both languages one above the other, word by word. */
export function terminalReport(report: ChangeReport, say: Say, colors: Colors): string {
  const documents = changedDocuments(report);
  const summary = say(summaryOf(report));
  return [...documents.map((document) => documentLines(document, report, say, colors)), summary].join('\n\n');
}

function documentLines(document: DocumentChange, { sourceLanguage }: ChangeReport, say: Say, colors: Colors): string {
  const languages = { source: sourceLanguage, target: document.language };
  const lines = document.changes.map((change) => sentenceLines(change, languages, say, colors));
  return [colors.bold(visible(document.path)), ...lines].join('\n');
}

function sentenceLines(
  change: SentenceChange,
  languages: { source: string; target: string },
  say: Say,
  colors: Colors,
): string {
  const { before, after, findings, place } = change;
  const marks: Marks = colors.isColorSupported
    ? { removed: (words) => colors.red(colors.strikethrough(words)), added: (words) => colors.green(words) }
    : plainMarks;
  const text = (was: string | undefined, is: string | undefined, language: string) =>
    `    ${colors.dim(language)}  ${markBoth(visible(was ?? ''), visible(is ?? ''), language, marks)}`;
  return [
    `  ${colors.cyan(visible(`${place.file}:${place.line}`))}  ${headline(change, say)}`,
    text(change.kind === 'new' ? after?.source : before?.source, after?.source, languages.source),
    text(before?.target, after?.target, languages.target),
    ...findings.map(
      ({ check, severity, message }) =>
        `    ${severityColor(severity, colors)(`${severity} ${check}`)}  ${visible(say(message))}`,
    ),
  ].join('\n');
}

export function severityColor(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.dim }[severity];
}
