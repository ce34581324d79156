import type { Colors } from 'picocolors/types.js';
import type { Finding } from '../model.ts';
import type { DocumentChange, SentenceChange } from '../pipeline/diff.ts';
import type { ChangeReport, Say } from './change-report.ts';
import { changedDocuments, summaryOf } from './change-report.ts';
import { markBoth, marksIn } from './marked.ts';
import { headline, replacedLines } from './sentence.ts';
import { visibleText } from './visible.ts';

/** Changed sentences as lines for a terminal: both languages one above the other, word by word. */
export function terminalReport(report: ChangeReport, say: Say, colors: Colors): readonly string[] {
  const documents = changedDocuments(report);
  return [...documents.flatMap((document) => documentLines(document, report, say, colors)), say(summaryOf(report))];
}

function documentLines(
  document: DocumentChange,
  { sourceLanguage }: ChangeReport,
  say: Say,
  colors: Colors,
): readonly string[] {
  const languages = { source: sourceLanguage, target: document.language };
  const lines = document.changes.flatMap((change) => sentenceLines(change, languages, say, colors));
  return [colors.bold(visibleText(document.path)), ...lines, ''];
}

function sentenceLines(
  change: SentenceChange,
  languages: { source: string; target: string },
  say: Say,
  colors: Colors,
): readonly string[] {
  const { before, after, findings, place } = change;
  const marks = marksIn(colors);
  const text = (was: string | undefined, is: string | undefined, language: string) =>
    `    ${colors.dim(language)}  ${markBoth(visibleText(was ?? ''), visibleText(is ?? ''), language, marks)}`;
  return [
    `  ${colors.cyan(visibleText(`${place.file}:${place.line}`))}  ${visibleText(headline(change, say))}`,
    text(change.kind === 'new' ? after?.source : before?.source, after?.source, languages.source),
    text(before?.target, after?.target, languages.target),
    ...replacedLines(change, say).map((line) => `    ${colors.dim(visibleText(line))}`),
    ...findings.map((finding) => `  ${findingLine(finding, say, colors)}`),
  ];
}

/** `  error number_mismatch  Unexpected number …` */
export function findingLine({ severity, check, message }: Finding, say: Say, colors: Colors): string {
  const color = { error: colors.red, warning: colors.yellow, info: colors.dim }[severity];
  return `  ${color(`${say({ id: `severity.${severity}` })} ${check}`)}  ${visibleText(say(message))}`;
}

/** A text of a document, behind a sign, so that no line of it passes for one of ours. */
export function documentText(text: string): readonly string[] {
  return text.split('\n').map((line) => `  │ ${visibleText(line)}`.trimEnd());
}
