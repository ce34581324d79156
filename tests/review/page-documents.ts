import { diffWords } from '../../src/reports/words.ts';
import type { DocumentView, FindingView, SentenceView, UnitView } from '../../src/review/api.ts';

export type Row = Partial<SentenceView> & { readonly source?: string | undefined };

/** A document as the server would tell it, from what is special about its sentences. */
export function documentOf(
  path: string,
  units: readonly { readonly unit: string; readonly rows: readonly Row[] }[],
): DocumentView {
  let line = 1;
  const views = units.map(({ unit, rows }): UnitView => {
    const first = line;
    line += rows.length * 6;
    return { unit, sentences: rows.map((row, index) => sentenceOf(row, first + (index + 1) * 6)) };
  });
  return counted({
    path,
    source: path.replace(/^translations\/\w+\//, 'source-de/'),
    language: path.split('/')[1] ?? 'en',
    revision: '1',
    unsaved: 0,
    canUndo: false,
    units: views,
    states: { initial: 0, translated: 0, reviewed: 0, final: 0 },
    stale: 0,
    errors: 0,
    warnings: 0,
    engines: [],
  });
}

/** With the figures that its sentences give. */
export function counted(view: DocumentView): DocumentView {
  const all = view.units.flatMap(({ sentences }) => sentences);
  const inState = (state: SentenceView['state']): number => all.filter((sentence) => sentence.state === state).length;
  const found = (severity: FindingView['severity']): number =>
    all.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
  return {
    ...view,
    states: {
      initial: inState('initial'),
      translated: inState('translated'),
      reviewed: inState('reviewed'),
      final: inState('final'),
    },
    stale: all.filter(({ previous }) => previous !== undefined).length,
    errors: found('error'),
    warnings: found('warning'),
    engines: [...new Set(all.flatMap(({ machine }) => machine ?? []))],
  };
}

function sentenceOf(row: Row, line: number): SentenceView {
  const { source = '', target = '', previous } = row;
  const marked = previous && {
    ...previous,
    sourceRuns: diffWords(previous.source, source, 'de'),
    targetRuns: diffWords(previous.target, target, 'ko'),
  };
  return {
    id: `s${line}`,
    target: '',
    state: 'translated',
    ignored: [],
    terms: [],
    findings: [],
    line,
    ...row,
    ...(marked && { previous: marked }),
  };
}

export function was(source: string, target: string): NonNullable<Row['previous']> {
  return { source, target, sourceRuns: [], targetRuns: [] };
}

/** Where words stand in a text. */
export function at(text: string, words: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}
