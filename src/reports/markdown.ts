import type { Language } from '../model.ts';
import type { DocumentChange, SentenceChange } from '../pipeline/diff.ts';
import type { Problem } from '../pipeline/index.ts';
import { editAddress } from './addresses.ts';
import { type Block, capped, type Words } from './capped.ts';
import { type ChangeReport, changedDocuments, type Say, summaryOf } from './change-report.ts';
import { code, fenced, link, plain, wrapped } from './markdown-text.ts';
import { markSides, plainMarks } from './marked.ts';
import { headline, noteLines, renamedLine } from './sentence.ts';

/**
 * Changed sentences for a pull request. Texts of documents stand in fenced blocks only, in a fence longer than any run
 * of backticks inside: nothing in them can become a mention, a link, an image or markup.
 */
export function markdownReport(report: ChangeReport, words: Words): string {
  const { say } = words;
  const title = `### ${say({ id: 'diff.title' })}\n\n${plain(say(summaryOf(report)))}\n`;
  const changes = changedDocuments(report).flatMap((document) =>
    documentBlocks(document, report.sourceLanguage, words),
  );
  return capped(title, [...problemBlocks(report.problems, say), ...changes], words);
}

/** What the report says nothing of, first: its reader would take it for unchanged. */
function problemBlocks(problems: readonly Problem[], say: Say): readonly Block[] {
  const title = say({ id: 'diff.problems', values: { count: problems.length } });
  return problems.map(({ message, hint, place }, at) => ({
    make: () => {
      const parts = [place.file, place.line, place.column].filter((part) => part !== undefined);
      const lines = [parts.join(':'), say(message), ...(hint === undefined ? [] : [say(hint)])];
      const text = fenced(lines.flatMap((line) => wrapped('!', line)).join('\n'));
      return at === 0 ? `**${title}**\n\n${text}` : text;
    },
  }));
}

function documentBlocks(document: DocumentChange, source: string, { say, addresses }: Words): readonly Block[] {
  const { path, language, changes } = document;
  const about = { languages: { source, target: language }, say, addresses };
  const renamed = renamedLine(document, say).map((line) => `${plain(line)}\n\n`);
  return changes.map((change, at) => ({
    path,
    make: () => `${at === 0 ? `#### ${code(path)}\n\n${renamed.join('')}` : ''}${sentenceBlock(change, about)}`,
  }));
}

interface About extends Words {
  readonly languages: { readonly source: Language; readonly target: Language };
}

function sentenceBlock(change: SentenceChange, { languages, say, addresses }: About): string {
  const { before, after, findings, place } = change;
  const lines = [
    ...pairLines(change.kind === 'new' ? undefined : before?.source, after?.source, languages.source),
    ...pairLines(before?.target, after?.target, languages.target),
    ...noteLines(change, say).flatMap((line) => wrapped('!', line)),
    ...findings.flatMap(({ check, severity, message }) =>
      wrapped('!', `${say({ id: `severity.${severity}` })} ${check}: ${say(message)}`),
    ),
  ];
  const address = change.after === undefined ? undefined : editAddress(place, addresses);
  const edit = address === undefined ? '' : ` · ${link(say({ id: 'diff.edit' }), address)}`;
  return `${plain(headline(change, say))} · ${code(`${place.file}:${place.line}`)}${edit}\n\n${fenced(lines.join('\n'))}`;
}

/** An unchanged text once, a changed one old above new, with the words that went and came. */
function pairLines(before: string | undefined, after: string | undefined, language: string): readonly string[] {
  if ((before ?? '') === (after ?? '')) return wrapped(' ', `${language}  ${after ?? ''}`);
  if (!before) return wrapped('+', `${language}  ${after ?? ''}`);
  if (!after) return wrapped('-', `${language}  ${before}`);
  const [was, is] = markSides(before, after, language, plainMarks);
  return [...wrapped('-', `${language}  ${was}`), ...wrapped('+', `${language}  ${is}`)];
}
