import { judgeTerms } from '../glossary/adherence.ts';
import type { GlossaryChanges } from '../glossary/changes.ts';
import { enforceTerms, type FormerForms } from '../glossary/enforce/enforce-terms.ts';
import { findTerms } from '../glossary/find.ts';
import { groupsOf } from '../memory/index.ts';
import type { CheckedPair, Entry, Message, TargetTerm } from '../model.ts';
import { isFake, isMarked, isReviewed, noMachine } from '../states.ts';
import { said } from './answered.ts';
import { asShown } from './as-shown.ts';
import { isIgnored } from './checking/check.ts';
import { newErrors } from './checking/new-errors.ts';
import { type Rendering, renderDocument, type TranslatedDocument } from './render-document.ts';

/** A document with its targets as a change of the glossary wants them. */
export interface AppliedDocument extends TranslatedDocument {
  /** Sentences that the change affects, by the index of their entry. */
  readonly affected: ReadonlyMap<number, AffectedSentence>;
}

/** Rewritten, or left to a person, with the reason. */
export type AffectedSentence = RewrittenSentence | LeftSentence;

interface RewrittenSentence {
  /** `Kursk Oblast → Kursk region` */
  readonly replaced: readonly string[];
  readonly reason?: undefined;
}

interface LeftSentence {
  readonly reason: Message;
  readonly replaced?: undefined;
}

/**
 * Finds the sentences whose source has a changed entry and whose target is not what it asks for, and rewrites those in
 * which its former or forbidden form can be replaced. What a person had reviewed moves to `previous`; a person's text that
 * nobody has reviewed is not touched, and neither is a sentence that would have errors that it does not have now.
 */
export function applyGlossary(
  translated: TranslatedDocument,
  changes: GlossaryChanges,
  rendering: Rendering,
): AppliedDocument {
  const former = changes.get(translated.languages.target) ?? new Map();
  const affected = affectedIn(translated, former, rendering);
  const applied = withRewritten(translated, affected, rendering);
  // One error takes no other's place: that of the term goes away.
  const hasNewErrors = newErrors(translated, applied);
  const worse = [...affected].filter(([at, { reason }]) => reason === undefined && hasNewErrors(at));
  if (worse.length === 0) return applied;
  const left = new Map<number, Affected>(worse.map(([at]) => [at, { reason: { id: 'glossary.left.errors' } }]));
  return withRewritten(translated, new Map([...affected, ...left]), rendering);
}

type Affected = RewrittenTarget | LeftSentence;
interface RewrittenTarget extends RewrittenSentence {
  readonly entry: Entry;
}

function affectedIn(
  { result, languages, review }: TranslatedDocument,
  former: FormerForms,
  { finder }: Rendering,
): ReadonlyMap<number, Affected> {
  const places = new Map(result.map((entry, at) => [entry, at]));
  const sentences = groupsOf(result).flatMap(({ head, source }): readonly (readonly [number, Affected])[] => {
    if (head.target === '' || isFake(head) || isMarked(head.target)) return [];
    const pair = { source, target: head.target, languages, terms: findTerms(source, finder) };
    if (!pair.terms.some(({ entry }) => former.has(entry))) return [];
    const affected = affect(pair, head, { former, ignored: review.ignore });
    return affected === undefined ? [] : [[places.get(head) ?? -1, affected]];
  });
  return new Map(sentences);
}

type Pair = Pick<CheckedPair, 'source' | 'target' | 'languages' | 'terms'>;

interface Change {
  readonly former: FormerForms;
  readonly ignored: readonly string[] | undefined;
}

/** Absent where the target is what the glossary asks for, or a person said that it need not be. */
function affect(pair: Pair, head: Entry, { former, ignored }: Change): Affected | undefined {
  const { target, replaced } = enforceTerms(pair, former);
  const wrong = wrongIn(pair, former).filter(({ check }) => !isIgnored(check, head, { ignored }));
  const isSilenced = wrong.length === 0 && wrongIn(pair, former).length > 0;
  if (isSilenced || (wrong.length === 0 && replaced.length === 0)) return undefined;
  if (head.state === 'translated' && head.machine === undefined) return { reason: { id: 'glossary.left.unreviewed' } };
  const [still] = wrongIn({ ...pair, target }, former);
  if (still !== undefined) return { reason: still.reason };
  const list = replaced.map(said);
  return { replaced: list, entry: rewritten(head, { ...pair, target }, list) };
}

interface Wrong {
  readonly check: 'term_missing' | 'term_forbidden';
  readonly reason: Message;
}

function wrongIn(pair: Pair, former: FormerForms): readonly Wrong[] {
  return judgeTerms(pair)
    .filter(({ term }) => former.has(term.entry))
    .flatMap(({ kind, term, wanted, found }): readonly Wrong[] => {
      const values = { term: term.surface, expected: expectedOf(wanted) };
      if (kind === 'missing') return [{ check: 'term_missing', reason: { id: 'glossary.left.missing', values } }];
      const form = found[0]?.text ?? '';
      return kind === 'forbidden'
        ? [{ check: 'term_forbidden', reason: { id: 'glossary.left.forbidden', values: { ...values, form } } }]
        : [];
    });
}

const expectedOf = ({ preferred, admitted }: TargetTerm): readonly string[] =>
  [preferred, ...admitted].filter((form) => form !== '');

function rewritten(head: Entry, { source, target }: Pair, replaced: readonly string[]): Entry {
  return {
    ...head,
    ...noMachine,
    target,
    state: 'translated',
    machine: 'repair',
    replaced: [...(head.replaced ?? []), ...replaced],
    // Only what a person had reviewed is kept, and silenced findings were those of the other target.
    previous: isReviewed(head) ? { source, target: head.target } : head.previous,
    ignore: undefined,
  };
}

function withRewritten(
  translated: TranslatedDocument,
  affected: ReadonlyMap<number, Affected>,
  rendering: Rendering,
): AppliedDocument {
  const entries = translated.result.map((entry, at) => {
    const own = affected.get(at);
    if (own === undefined || !('entry' in own)) return entry;
    return asShown(own.entry, translated.matched[at]?.segment, translated.document);
  });
  const isSame = entries.every((entry, at) => entry === translated.result[at]);
  if (isSame) return { ...translated, changes: [], affected };
  return { ...renderDocument(translated, entries, { ...rendering, read: translated.review }), affected };
}
