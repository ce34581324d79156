import { anyUnit } from '../formats/unit-text.ts';
import { targetTerm } from '../glossary/target-term.ts';
import { idsOf } from '../ids.ts';
import type { Entry, Language, Range } from '../model.ts';
import type { EntryFinding, TranslatedDocument } from '../pipeline/index.ts';
import { termsIn } from '../pipeline/terms.ts';
import { entriesByUnit } from '../pipeline/units.ts';
import type { Say } from '../reports/change-report.ts';
import { diffWords } from '../reports/words.ts';
import { splice } from '../splice.ts';
import type { DocumentView, FindingView, PreviousView, SentenceView, TermView, TextRange, UnitView } from './api.ts';
import type { OpenedDocument } from './opened-document.ts';
import { saidSummary, summaryOf } from './summary.ts';

/** A document side by side. */
export function documentView(
  document: OpenedDocument,
  { unsaved, canUndo }: Pick<DocumentView, 'unsaved' | 'canUndo'>,
  say: Say,
): DocumentView {
  return {
    ...saidSummary(summaryOf(document), say),
    revision: document.revision,
    units: unitsOf(document, say),
    unsaved,
    canUndo,
  };
}

function unitsOf({ translated, finder }: OpenedDocument, say: Say): readonly UnitView[] {
  if (translated === undefined) return [];
  const ids = idsOf(translated.review, translated.result);
  const places = new Map(translated.result.map((entry, at) => [entry, at]));
  const findings = findingsByEntry(translated.findings);
  const view = (entry: Entry): SentenceView => ({
    ...textsOf(entry, translated),
    id: idIn(ids.get(entry) ?? ''),
    terms: termsOf(entry, places.get(entry) ?? -1, { translated, finder }),
    findings: (findings.get(entry) ?? []).map((finding) => findingView(finding, say)),
  });
  return entriesByUnit(translated.result).map((entries) => ({
    unit: entries[0]?.unit ?? 'paragraph',
    sentences: entries.map(view),
  }));
}

/** `source-de/a.txt#5c0e77d1@en` → `5c0e77d1@en` */
const idIn = (id: string): string => id.slice(id.lastIndexOf('#') + 1);

function textsOf(entry: Entry, { languages }: TranslatedDocument): Omit<SentenceView, 'id' | 'terms' | 'findings'> {
  const { source, target, state, machine, note, ignore = [], previous, place } = entry;
  return {
    source,
    target,
    state,
    ...(entry.joined && { joined: true }),
    machine,
    note,
    ignored: ignore,
    previous: previous && previousView({ source: source ?? '', target }, previous, languages),
    line: place?.line ?? 1,
  };
}

type Texts = Readonly<Record<'source' | 'target', string>>;

function previousView(
  now: Texts,
  before: Texts,
  languages: Readonly<Record<'source' | 'target', Language>>,
): PreviousView {
  return {
    source: before.source,
    target: before.target,
    sourceRuns: diffWords(before.source, now.source, languages.source),
    targetRuns: diffWords(before.target, now.target, languages.target),
  };
}

function termsOf(
  { source }: Entry,
  at: number,
  { translated, finder }: Pick<OpenedDocument, 'finder'> & { readonly translated: TranslatedDocument },
): readonly TermView[] {
  if (source === undefined) return [];
  const { document, matched, languages } = translated;
  const unit = document.units[matched[at]?.segment?.unit ?? -1] ?? anyUnit;
  return termsIn(source, { unit, format: document.format }, finder).flatMap(({ entry, start, end }) => {
    const target = targetTerm(entry, languages.target);
    return target === undefined
      ? []
      : [{ start, end, term: entry.term, admitted: [...new Set([target.preferred, ...target.admitted])] }];
  });
}

function findingsByEntry(findings: readonly EntryFinding[]): ReadonlyMap<Entry, readonly EntryFinding[]> {
  const found = new Map<Entry, EntryFinding[]>();
  for (const finding of findings) {
    const own = found.get(finding.entry);
    if (own === undefined) found.set(finding.entry, [finding]);
    else own.push(finding);
  }
  return found;
}

function findingView({ check, severity, message, entry, source, target, fix }: EntryFinding, say: Say): FindingView {
  return {
    check,
    severity: severity === 'info' ? 'note' : severity,
    message: say(message),
    source: within(source, entry.source ?? ''),
    target: within(target, entry.target),
    fixed: fix && splice(entry.target, [fix]),
  };
}

/** Of joined sentences the first one has the findings of all. */
function within(range: Range | undefined, { length }: string): TextRange | undefined {
  if (range === undefined || range.start >= length) return undefined;
  return { start: range.start, end: Math.min(range.end, length) };
}
