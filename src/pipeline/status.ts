import { groupsOf } from '../memory/index.ts';
import type { Language, Severity, State } from '../model.ts';
import { engineText } from './codes.ts';
import { countWords } from './count-words.ts';
import { needsTarget } from './needs-target.ts';
import type { TranslatedDocument } from './render-document.ts';
import { requestMap } from './request-map.ts';

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
  /** What the next run would send to an engine: a sentence that stands in several places counts at the first. */
  readonly next: Bill;
}

interface Bill {
  readonly sentences: number;
  /** Unicode code points. */
  readonly characters: number;
}

export function statusesOf(documents: readonly TranslatedDocument[]): readonly DocumentStatus[] {
  const bills = billsOf(documents);
  return documents.map((document) => ({
    ...statusOf(document),
    next: bills.get(document) ?? { sentences: 0, characters: 0 },
  }));
}

/** As the plan asks an engine: each sentence once a language, in the order of the files' paths. */
function billsOf(documents: readonly TranslatedDocument[]): ReadonlyMap<TranslatedDocument, Bill> {
  const inOrder = documents.toSorted((a, b) => (a.files.path < b.files.path ? -1 : 1));
  const asked = requestMap<true>();
  return new Map(
    inOrder.map((document) => {
      let [sentences, characters] = [0, 0];
      for (const { entry, segment } of document.matched) {
        if (segment === undefined || !needsTarget(entry, 'any')) continue;
        const text = engineText(segment, document.document);
        if (asked.get(document, text)) continue;
        asked.set(document, text, true);
        sentences += 1;
        characters += [...segment.text].length;
      }
      return [document, { sentences, characters }];
    }),
  );
}

function statusOf(document: TranslatedDocument): Omit<DocumentStatus, 'next'> {
  return {
    source: document.document.path,
    language: document.languages.target,
    path: document.files.path,
    words: countWords(
      document.document.segments.map(({ text }) => text),
      document.document.language,
    ),
    ...standingOf(document),
  };
}

/** How far people are with a document. */
export function standingOf({
  result,
  findings,
}: Pick<TranslatedDocument, 'result' | 'findings'>): Pick<
  DocumentStatus,
  'sentences' | 'states' | 'stale' | 'findings'
> {
  const groups = groupsOf(result);
  const count = <K extends string>(keys: readonly K[], values: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length])) as Record<K, number>;
  return {
    sentences: groups.length,
    states: count(
      ['initial', 'translated', 'reviewed', 'final'],
      groups.map(({ head }) => head.state),
    ),
    stale: groups.filter(({ head }) => head.previous !== undefined).length,
    findings: count(
      ['error', 'warning', 'info'],
      findings.map(({ severity }) => severity),
    ),
  };
}
