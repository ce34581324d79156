import { UserError } from '../errors.ts';
import type { SeenDecision } from '../exchange/decisions.ts';
import { idsOf } from '../ids.ts';
import type { Entry, Message } from '../model.ts';
import { decideSentences, type SentenceDecision } from '../pipeline/decide.ts';
import type { TranslatedDocument } from '../pipeline/index.ts';
import type { Rendering } from '../pipeline/render-document.ts';
import { isReviewed } from '../states.ts';

/** What became of a decision: `same` where the sentence is already as it was decided. */
export interface DecisionOutcome {
  readonly decision: SeenDecision;
  readonly what: 'applied' | 'same' | 'left';
  /** Why it was left, and what stands there now where that is the reason. */
  readonly reason?: Message | undefined;
  readonly now?: SeenDecision['seen'] | undefined;
}

export interface AppliedDecisions {
  /** With what was decided, in the order of `documents`. */
  readonly documents: readonly TranslatedDocument[];
  /** In the order of the decisions. */
  readonly outcomes: readonly DecisionOutcome[];
}

/** Decisions hold for the pair that was seen: a sentence that reads otherwise by now stays as it is, and so does its document's rest. */
export function applyDecisions(
  documents: readonly TranslatedDocument[],
  decisions: readonly SeenDecision[],
  rendering: Rendering,
): AppliedDecisions {
  const outcomes = new Map<SeenDecision, DecisionOutcome>();
  const known = new Set(documents.map(({ files }) => files.reviewPath));
  for (const decision of decisions) {
    if (!known.has(decision.file)) outcomes.set(decision, left(decision, { id: 'import.document' }));
  }
  const decided = documents.map((document) => {
    const own = decisions.filter(({ file }) => file === document.files.reviewPath);
    const looked = lookAt(document, own);
    const applied = applyAll(
      document,
      looked.filter(({ what }) => what === 'applied').map(({ decision }) => decision),
      rendering,
    );
    for (const outcome of [...looked, ...applied.refused]) outcomes.set(outcome.decision, outcome);
    return applied.document;
  });
  return { documents: decided, outcomes: decisions.flatMap((decision) => outcomes.get(decision) ?? []) };
}

/** What is going to become of each, as far as the sentences tell that stand there. */
function lookAt(document: TranslatedDocument, decisions: readonly SeenDecision[]): readonly DecisionOutcome[] {
  const entries = new Map([...idsOf(document.review, document.result)].map(([entry, id]) => [id, entry]));
  const met = new Set<string>();
  return decisions.map((decision) => {
    const entry = entries.get(decision.id);
    if (entry?.source === undefined) return left(decision, { id: 'import.sentence' });
    if (met.has(decision.id)) return left(decision, { id: 'import.twice' });
    met.add(decision.id);
    if (isDone(entry, decision)) return { decision, what: 'same' };
    const { source, target } = entry;
    const isAsSeen = source === decision.seen.source && target === decision.seen.target;
    if (isAsSeen) return { decision, what: 'applied' };
    return { ...left(decision, { id: 'import.changed' }), now: { source, target } };
  });
}

const left = (decision: SeenDecision, reason: Message): DecisionOutcome => ({ decision, what: 'left', reason });

/** Whoever imports a file twice has done nothing wrong. */
function isDone(entry: Entry, { seen, accept, target = seen.target, note }: SeenDecision): boolean {
  return (
    entry.source === seen.source &&
    entry.target === target &&
    (!accept || isReviewed(entry)) &&
    (note === undefined || note === (entry.note ?? ''))
  );
}

interface Applied {
  readonly document: TranslatedDocument;
  readonly refused: readonly DecisionOutcome[];
}

/** All at once, which checks the document once; where something is refused, the halves tell what it is. */
function applyAll(document: TranslatedDocument, decisions: readonly SeenDecision[], rendering: Rendering): Applied {
  if (decisions.length === 0) return { document, refused: [] };
  try {
    return { document: decideSentences(document, decisions.flatMap(steps), rendering), refused: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [only, ...others] = decisions;
    if (only !== undefined && others.length === 0) return { document, refused: [left(only, error.text)] };
    const half = Math.ceil(decisions.length / 2);
    const first = applyAll(document, decisions.slice(0, half), rendering);
    const second = applyAll(first.document, decisions.slice(half), rendering);
    return { document: second.document, refused: [...first.refused, ...second.refused] };
  }
}

function steps({ id, seen, accept, target = seen.target, note }: SeenDecision): readonly SentenceDecision[] {
  return [
    ...(target === seen.target ? [] : [{ id, kind: 'edit', target, accept } as const]),
    ...(target === seen.target && accept ? [{ id, kind: 'accept' } as const] : []),
    ...(note === undefined ? [] : [{ id, kind: 'note', note } as const]),
  ];
}
