import type { Colors } from 'picocolors/types.js';
import type { Finding, Language } from '../model.ts';
import type { DocumentChange, SentenceChange } from '../pipeline/diff.ts';
import type { ChangeReport, Say } from './change-report.ts';
import { changedDocuments, summaryOf } from './change-report.ts';
import { markedPieces } from './marked.ts';
import { headline, noteLines, renamedLine } from './sentence.ts';
import { visibleText } from './visible.ts';
import { type Piece, wrap } from './wrap.ts';

/** How lines are painted, and how long they may be. */
export interface Screen {
  readonly colors: Colors;
  readonly columns?: number | undefined;
}

/** Changed sentences as lines for a terminal: both languages one above the other, word by word. */
export function terminalReport(report: ChangeReport, say: Say, screen: Screen): readonly string[] {
  const about = { say, screen, source: report.sourceLanguage };
  const lines = changedDocuments(report).flatMap((document) => documentLines(document, about));
  return [...lines, say(summaryOf(report))].flatMap((line) => line.split('\n'));
}

interface About {
  readonly say: Say;
  readonly screen: Screen;
  readonly source: Language;
}

function documentLines(document: DocumentChange, about: About): readonly string[] {
  const { colors } = about.screen;
  const renamed = renamedLine(document, about.say).map((line) => `  ${colors.dim(visibleText(line))}`);
  const lines = document.changes.flatMap((change) => sentenceLines(change, document.language, about));
  return [colors.bold(visibleText(document.path)), ...renamed, ...lines, ''];
}

function sentenceLines(change: SentenceChange, target: Language, { say, screen, source }: About): readonly string[] {
  const { before, after, findings, place, kind } = change;
  const { colors } = screen;
  const text = (was: string | undefined, is: string | undefined, language: Language) => {
    const marked = markedPieces(visibleText(was ?? ''), visibleText(is ?? ''), language, colors);
    return wrap([piece(`    ${language}  `, colors.dim), ...marked], {
      ...screen,
      indent: ' '.repeat(language.length + 6),
    });
  };
  return [
    `  ${colors.cyan(visibleText(`${place.file}:${place.line}`))}  ${visibleText(headline(change, say))}`,
    text(kind === 'new' ? after?.source : before?.source, after?.source, source),
    text(before?.target, after?.target, target),
    ...noteLines(change, say).map((line) =>
      wrap([piece(`    ${visibleText(line)}`, colors.dim)], { ...screen, indent }),
    ),
    ...findings.map((finding) => `  ${findingLine(finding, say, colors)}`),
  ];
}

const indent = ' '.repeat(6);

const piece = (text: string, paint: (text: string) => string): Piece => ({ text, paint });

/** `  error number_mismatch  Unexpected number …` */
export function findingLine({ severity, check, message }: Finding, say: Say, colors: Colors): string {
  const color = { error: colors.red, warning: colors.yellow, info: colors.dim }[severity];
  return `  ${color(`${say({ id: `severity.${severity}` })} ${check}`)}  ${visibleText(say(message))}`;
}

/** A text of a document, behind a sign, so that no line of it passes for one of ours. */
export function documentText(text: string): readonly string[] {
  return text.split('\n').map((line) => `  │ ${visibleText(line)}`.trimEnd());
}
