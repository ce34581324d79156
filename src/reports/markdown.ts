import type { DocumentChange, SentenceChange } from '../pipeline/diff.ts';
import type { Problem } from '../pipeline/index.ts';
import { type ChangeReport, changedDocuments, type Say, summaryOf } from './change-report.ts';
import { markSides, plainMarks } from './marked.ts';
import { headline, noteLines, renamedLine } from './sentence.ts';
import { visible, visibleText } from './visible.ts';

/** GitHub refuses comments of more than 65,536 characters. */
const mostCharacters = 60_000;

/** Columns after which a line inside a fence is continued on the next. */
const width = 100;

/**
 * Changed sentences for a pull request. Texts of documents stand in fenced blocks only, in a fence longer than any run
 * of backticks inside: nothing in them can become a mention, a link, an image or markup.
 */
export function markdownReport(report: ChangeReport, say: Say): string {
  const title = `### ${say({ id: 'diff.title' })}\n\n${plain(say(summaryOf(report)))}\n`;
  const changes = changedDocuments(report).flatMap((document) => documentBlocks(document, report.sourceLanguage, say));
  return capped(title, [...problemBlocks(report.problems, say), ...changes], say);
}

/** What the report says nothing of, first: its reader would take it for unchanged. */
function problemBlocks(problems: readonly Problem[], say: Say): readonly Block[] {
  const blocks = problems.map(
    ({ message, hint, place }): Block =>
      () => {
        const parts = [place.file, place.line, place.column].filter((part) => part !== undefined);
        const lines = [parts.join(':'), say(message), ...(hint === undefined ? [] : [say(hint)])];
        return fenced(lines.flatMap((line) => wrapped('!', line)).join('\n'));
      },
  );
  const [first, ...rest] = blocks;
  const title = say({ id: 'diff.problems', values: { count: blocks.length } });
  return first === undefined ? [] : [() => `**${title}**\n\n${first()}`, ...rest];
}

/** A part of the report, made when there is still room for it. */
type Block = () => string;

/** As many blocks as fit, and a line that says how many do not. */
function capped(title: string, blocks: readonly Block[], say: Say): string {
  let text = title;
  for (const [at, makeBlock] of blocks.entries()) {
    const block = makeBlock();
    if (text.length + block.length > mostCharacters - 200) {
      return `${text}\n${say({ id: 'diff.left_out', values: { blocks: blocks.length - at } })}\n`;
    }
    text += `\n${block}\n`;
  }
  return text;
}

function documentBlocks(document: DocumentChange, source: string, say: Say): readonly Block[] {
  const { path, language, changes } = document;
  const languages = { source, target: language };
  const renamed = renamedLine(document, say).map((line) => `${plain(line)}\n\n`);
  const [first, ...rest] = changes.map(
    (change): Block =>
      () =>
        sentenceBlock(change, languages, say),
  );
  return first === undefined ? [] : [() => `#### ${code(path)}\n\n${renamed.join('')}${first()}`, ...rest];
}

function sentenceBlock(change: SentenceChange, languages: { source: string; target: string }, say: Say): string {
  const { before, after, findings, place } = change;
  const lines = [
    ...pairLines(change.kind === 'new' ? undefined : before?.source, after?.source, languages.source),
    ...pairLines(before?.target, after?.target, languages.target),
    ...noteLines(change, say).flatMap((line) => wrapped('!', line)),
    ...findings.flatMap(({ check, severity, message }) =>
      wrapped('!', `${say({ id: `severity.${severity}` })} ${check}: ${say(message)}`),
    ),
  ];
  return `${plain(headline(change, say))} · ${code(`${place.file}:${place.line}`)}\n\n${fenced(lines.join('\n'))}`;
}

/** An unchanged text once, a changed one old above new, with the words that went and came. */
function pairLines(before: string | undefined, after: string | undefined, language: string): readonly string[] {
  if ((before ?? '') === (after ?? '')) return wrapped(' ', `${language}  ${after ?? ''}`);
  if (!before) return wrapped('+', `${language}  ${after ?? ''}`);
  if (!after) return wrapped('-', `${language}  ${before}`);
  const [was, is] = markSides(before, after, language, plainMarks);
  return [...wrapped('-', `${language}  ${was}`), ...wrapped('+', `${language}  ${is}`)];
}

/** Breaks at blanks; each line begins with the sign that colours it. Line breaks of the text cannot end the fence. */
function wrapped(sign: string, text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ').split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(line === undefined ? `${sign} ${word}` : `${sign}     ${word}`);
  }
  return lines.map(visible);
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}diff\n${text}\n${fence}`;
}

/** A path as inline code, whatever it contains. */
function code(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  return ticks.length === 1 ? `\`${visibleText(text)}\`` : `${ticks} ${visibleText(text)} ${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Words of ours with a value of theirs (an engine's name, a revision): no markup, mention or reference. */
function plain(text: string): string {
  return visibleText(text).replace(/[\\`*_{}[\]<>#@!|~&$]/g, (sign) => `&#${sign.codePointAt(0)};\u200b`);
}
