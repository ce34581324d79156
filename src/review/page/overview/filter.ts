import type { DocumentSummary } from '../../api.ts';

export const shows = ['all', 'review', 'findings', 'stale', 'problem'] as const;

export interface DocumentFilter {
  readonly show: (typeof shows)[number];
  /** `''`: any. */
  readonly language: string;
  /** `''`: any. */
  readonly engine: string;
  /** In the path of either file, in any case. */
  readonly text: string;
}

export const everything: DocumentFilter = { show: 'all', language: '', engine: '', text: '' };

/** A source document with those of its translations that the filter lets through. */
export interface SourceRow {
  readonly source: string;
  readonly translations: readonly DocumentSummary[];
}

export function rowsOf(documents: readonly DocumentSummary[], filter: DocumentFilter): readonly SourceRow[] {
  const rows = new Map<string, DocumentSummary[]>();
  for (const document of documents) {
    if (!isWanted(document, filter)) continue;
    const row = rows.get(document.source);
    if (row === undefined) rows.set(document.source, [document]);
    else row.push(document);
  }
  return [...rows].map(([source, translations]) => ({ source, translations }));
}

function isWanted(document: DocumentSummary, { show, language, engine, text }: DocumentFilter): boolean {
  return (
    shown[show](document) &&
    (language === '' || document.language === language) &&
    (engine === '' || document.engines.includes(engine)) &&
    `${document.source}\n${document.path}`.toLowerCase().includes(text.trim().toLowerCase())
  );
}

const shown: Readonly<Record<DocumentFilter['show'], (document: DocumentSummary) => boolean>> = {
  all: () => true,
  review: ({ states }) => states.initial + states.translated > 0,
  findings: ({ errors, warnings }) => errors + warnings > 0,
  stale: ({ stale }) => stale > 0,
  problem: ({ problem }) => problem !== undefined,
};
