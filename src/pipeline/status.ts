import { collapse } from '../fingerprint.ts';
import { formatOf } from '../formats/index.ts';
import { groupsOf } from '../memory/index.ts';
import type { Language, Severity, State } from '../model.ts';
import type { TranslatedDocument } from './finish.ts';
import { needsTarget } from './match.ts';
import type { Project } from './project.ts';
import { segmentDocument } from './segment.ts';

/** Where a document stands in one language. A joined group counts as one sentence. */
export interface DocumentStatus {
  readonly source: string;
  readonly language: Language;
  readonly path: string;
  /** Words of the source. */
  readonly words: number;
  readonly sentences: number;
  readonly states: Readonly<Record<State, number>>;
  /** Sentences whose source changed since a person reviewed them. */
  readonly stale: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** What the next run would send to an engine. */
  readonly next: { readonly sentences: number; readonly characters: number };
}

export function statusOf(document: TranslatedDocument): DocumentStatus {
  const groups = groupsOf(document.result);
  const count = <K extends string>(keys: readonly K[], values: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length])) as Record<K, number>;
  const waiting = groups.filter(({ head }) => needsTarget(head, 'any'));
  return {
    source: document.document.path,
    language: document.languages.target,
    path: document.files.path,
    words: countWords(document.document.segments.map(({ text }) => text).join(' '), document.document.language),
    sentences: groups.length,
    states: count(
      ['initial', 'translated', 'reviewed', 'final'],
      groups.map(({ head }) => head.state),
    ),
    stale: groups.filter(({ head }) => head.previous !== undefined).length,
    findings: count(
      ['error', 'warning', 'info'],
      document.findings.map(({ severity }) => severity),
    ),
    next: { sentences: waiting.length, characters: waiting.reduce((sum, { source }) => sum + [...source].length, 0) },
  };
}

function countWords(text: string, language: Language): number {
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return [...words].filter(({ isWordLike }) => isWordLike).length;
}

/** Short lines without a final mark that stand in several documents and are not declared as furniture. */
export function proposeFurniture({
  sources,
  settings,
}: Project): readonly { readonly line: string; readonly documents: number }[] {
  const documents = new Map<string, Set<string>>();
  for (const file of sources) {
    const format = formatOf(file.path);
    const { units, text } = format === undefined ? { units: [], text: '' } : segmentDocument(file, format, settings);
    for (const line of units
      .filter(({ furniture }) => !furniture)
      .map(({ start, end }) => collapse(text.slice(start, end)))) {
      if (line.length <= 60 && !/[.!?:…“”"»]$/.test(line))
        documents.set(line, (documents.get(line) ?? new Set()).add(file.path));
    }
  }
  const repeated = [...documents].filter(([, paths]) => paths.size > 1);
  return repeated.map(([line, paths]) => ({ line, documents: paths.size })).sort((a, b) => b.documents - a.documents);
}
