import type { LeftReason, Result } from '../engines/outcome.ts';
import type { Message, Place, Segment } from '../model.ts';
import { engineText } from '../pipeline/codes.ts';
import { type Problem, requestMap, type Translated, type TranslatedDocument } from '../pipeline/index.ts';
import { needsTarget } from '../pipeline/needs-target.ts';

/** A sentence that the engine was to translate and did not: where it stands, and why. */
export interface LeftSentence {
  /** In the review file; in the source where that was not written. */
  readonly place: Place;
  readonly source: string;
  readonly reason: LeftReason;
  readonly text: Message;
}

export interface Asked {
  /** One a request of the plan, in order; none where nobody was asked. */
  readonly results: readonly (Result | undefined)[];
  /** Translations whose files were left alone. */
  readonly unwritten: ReadonlySet<Problem['files']>;
}

/** In the order of the documents, each time the sentence stands there. */
export function leftSentences({ plan, documents }: Translated, { results, unwritten }: Asked): readonly LeftSentence[] {
  const answers = requestMap(plan.requests.map((request, at) => [request, results[at]]));
  return documents.flatMap((document) =>
    document.matched.flatMap(({ entry, segment }, at) => {
      const [engine] = document.route;
      const isOpen = segment !== undefined && needsTarget(entry, engine);
      if (!isOpen || !needsTarget(document.result[at] ?? entry, engine)) return [];
      const answer = answers.get(document, engineText(segment, document.document));
      if (answer === undefined) return [];
      const { reason, text } = answer.kind === 'left' ? answer : unusable;
      const isWritten = !unwritten.has(document.files);
      const place = isWritten ? reviewPlace(document, at) : sourcePlace(document, segment);
      return [{ place, source: segment.text, reason, text }];
    }),
  );
}

/** Its bold, links and placeholders could not be put back where they belong. */
const unusable = { reason: 'unusable', text: { id: 'engine.answer.codes' } } as const;

function reviewPlace({ files, result }: TranslatedDocument, at: number): Place {
  return { file: files.reviewPath, line: 1, column: 1, ...result[at]?.place };
}

function sourcePlace({ document: { path, text } }: TranslatedDocument, { start }: Segment): Place {
  const lines = text.slice(0, start).split(/\r\n|\r|\n/);
  return { file: path, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
