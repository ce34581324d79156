import { offsetIn } from '../formats/unit-text.ts';
import { type Decision, explainSentences } from '../languages/sentences/index.ts';
import type { Document, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import { splice } from '../splice.ts';
import { maskedLines } from './split-unit.ts';

export type { Decision } from '../languages/sentences/index.ts';

/** Why the sentences of a document end where they do: every candidate, in order, with its offset in the document. */
export function explainDocument(document: Document, settings: Settings): readonly Decision[] {
  return document.units.filter(({ furniture }) => !furniture).flatMap((unit) => explainUnit(unit, document, settings));
}

function explainUnit(unit: Unit, { text, language, format }: Document, { sentences }: Settings): readonly Decision[] {
  const raw = text.slice(unit.start, unit.end);
  const folds = format.folds(raw, unit);
  const offset = offsetIn(folds);
  return maskedLines(splice(raw, folds), unit, format).flatMap((line) =>
    explainSentences(line.text, language, sentences).map((decision) => ({
      ...decision,
      at: unit.start + offset(line.start + decision.at),
    })),
  );
}
