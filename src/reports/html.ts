import type { Entry, Language } from '../model.ts';
import type { DocumentChange, SentenceChange } from '../pipeline/diff.ts';
import type { Problem } from '../pipeline/index.ts';
import { isFake, isReviewed } from '../states.ts';
import { type ChangeReport, changedDocuments, type Say, summaryOf } from './change-report.ts';
import { attributes, htmlMarks, htmlText } from './html-text.ts';
import { headline, noteLines, renamedLine } from './sentence.ts';
import { visibleJson } from './visible.ts';

/** What makes a page of the report. */
export interface Frame {
  /** Of the words around the texts. */
  readonly language: Language;
  readonly say: Say;
  readonly style: string;
  readonly script: string;
  /** SHA-256 in Base64, of style and script: nothing else runs or loads. */
  readonly hashOf: (text: string) => string;
}

/**
 * Changed sentences as one file for any browser, which loads nothing. Whoever reads it can decide about sentences that
 * nobody has looked at, and keep the decisions as a file for `wordferry import`.
 */
export function htmlReport(report: ChangeReport, { language, say, style, script, hashOf }: Frame): string {
  const title = say({ id: 'diff.title' });
  const documents = changedDocuments(report);
  const policy = `default-src 'none'; style-src 'sha256-${hashOf(style)}'; script-src 'sha256-${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  const sections = documents.map((document, at) => documentSection(document, `d${at + 1}`, report.sourceLanguage, say));
  return `<!doctype html>
<html${attributes({ lang: language })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"${attributes({ content: policy })}>
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${htmlText(title)}</h1>
<p>${htmlText(say(summaryOf(report)))}</p>
${contents(documents)}
</header>
<main>
${problemSection(report.problems, say)}${sections.join('')}</main>
${decisionBar(say)}<script>${script}</script>
</body>
</html>
`;
}

/** Where there are several, what to find where. */
function contents(documents: readonly DocumentChange[]): string {
  if (documents.length < 2) return '';
  const items = documents.map(
    ({ path, changes }, at) => `<li><a href="#d${at + 1}">${htmlText(path)}</a> (${changes.length})</li>`,
  );
  return `<nav><ol>${items.join('')}</ol></nav>`;
}

function problemSection(problems: readonly Problem[], say: Say): string {
  if (problems.length === 0) return '';
  const items = problems.map(({ message, hint, place }) => {
    const at = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
    const hints = hint === undefined ? '' : ` ${htmlText(say(hint))}`;
    return `<li><code>${htmlText(at)}</code> ${htmlText(say(message))}${hints}</li>`;
  });
  const title = say({ id: 'diff.problems', values: { count: problems.length } });
  return `<section class="problems"><h2>${htmlText(title)}</h2><ul>${items.join('')}</ul></section>\n`;
}

function documentSection(document: DocumentChange, id: string, source: Language, say: Say): string {
  const languages = { source, target: document.language };
  const renamed = renamedLine(document, say).map((line) => `<p>${htmlText(line)}</p>`);
  const articles = document.changes.map((change) => sentenceArticle(change, languages, say));
  return `<section${attributes({ 'aria-labelledby': id })}>
<h2${attributes({ id })}>${htmlText(document.path)}</h2>${renamed.join('')}
${articles.join('')}</section>
`;
}

interface Languages {
  readonly source: Language;
  readonly target: Language;
}

function sentenceArticle(change: SentenceChange, languages: Languages, say: Say): string {
  const { kind, before, after, findings, place } = change;
  const notes = noteLines(change, say).map((line) => `<li>${htmlText(line)}</li>`);
  const found = findings.map(
    ({ check, severity, message }) =>
      `<li class="${severity}"><b>${htmlText(say({ id: `severity.${severity}` }))}</b> <code>${htmlText(check)}</code> ${htmlText(say(message))}</li>`,
  );
  const lines = [...notes, ...found];
  return `<article class="${kind}">
<h3>${htmlText(headline(change, say))} <small>${htmlText(`${place.file}:${place.line}`)}</small></h3>
<div class="pair">
<p${attributes({ lang: languages.source })}>${htmlMarks(kind === 'new' ? undefined : before?.source, after?.source, languages.source)}</p>
<p${attributes({ lang: languages.target })}>${htmlMarks(before?.target, after?.target, languages.target)}</p>
</div>
${lines.length === 0 ? '' : `<ul>${lines.join('')}</ul>\n`}${after === undefined ? '' : decisionForm(change, after, languages.target, say)}</article>
`;
}

/** Shown where scripts run. What was seen is kept with the decision: it holds for nothing else. */
function decisionForm({ id, place }: SentenceChange, after: Entry, language: Language, say: Say): string {
  const { source, target } = after;
  if (source === undefined || after.joined || isReviewed(after)) return '';
  const label = (message: Parameters<Say>[0], field: string) => `<label>${htmlText(say(message))} ${field}</label>`;
  // As JSON no sign of it is lost on the way through HTML.
  const seen = visibleJson({ file: place.file, id, seen: { source, target } });
  // Nobody can stand behind a text that is there to try things out.
  const box = `<input type="checkbox" name="accept"${isFake(after) || target === '' ? ' disabled' : ''}>`;
  return `<form hidden${attributes({ 'data-sentence': seen })}>
${label({ id: 'report.accept' }, box)}
<details><summary>${htmlText(say({ id: 'report.edit' }))}</summary>
${label({ id: 'report.target' }, `<textarea name="target" rows="3"${attributes({ lang: language })}></textarea>`)}
${label({ id: 'report.note' }, '<input type="text" name="note">')}
</details>
</form>
`;
}

function decisionBar(say: Say): string {
  return `<footer hidden><output aria-live="polite"${attributes({ 'data-none': say({ id: 'report.decisions.none' }), 'data-some': say({ id: 'report.decisions.some' }) })}></output> <button type="button">${htmlText(say({ id: 'report.download' }))}</button></footer>
`;
}
