import { type Decision, explainSentences } from '../languages/sentences/index.ts';
import type { Document } from '../model.ts';
import type { Settings } from '../settings.ts';

export type { Decision } from '../languages/sentences/index.ts';

/** Why the sentences of a document end where they do: every candidate, in order, with its offset in the document. */
export function explainDocument({ text, language, units }: Document, { sentences }: Settings): readonly Decision[] {
  return units
    .filter(({ furniture }) => !furniture)
    .flatMap(({ start, end }) =>
      explainSentences(text.slice(start, end), language, sentences).map((decision) => ({
        ...decision,
        at: start + decision.at,
      })),
    );
}
