import type { Decide, Decision, DocumentView, SentenceView } from '../../src/review/api.ts';
import { counted } from './page-documents.ts';

/** A document as decisions leave it: what the real server does with files, on plain data. */
export function decided(view: DocumentView, decisions: Decide['decisions']): DocumentView {
  const change = (sentence: SentenceView): SentenceView =>
    decisions === 'clean'
      ? acceptedIfClean(sentence)
      : decisions.filter(({ id }) => id === sentence.id).reduce(apply, sentence);
  return counted({ ...view, units: view.units.map((unit) => ({ ...unit, sentences: unit.sentences.map(change) })) });
}

function apply(sentence: SentenceView, decision: Decision): SentenceView {
  switch (decision.kind) {
    case 'accept':
      return accepted(sentence);
    case 'edit':
      return edited(sentence, decision);
    case 'reject':
      return accepted({ ...sentence, target: sentence.previous?.target ?? sentence.target });
    case 'reopen':
      return { ...sentence, state: 'translated' };
    case 'note':
      return { ...sentence, note: decision.note || undefined };
    case 'ignore':
      return {
        ...sentence,
        ignored: [...sentence.ignored, decision.check],
        findings: sentence.findings.filter(({ check }) => check !== decision.check),
      };
    case 'heed':
      return { ...sentence, ignored: sentence.ignored.filter((check) => check !== decision.check) };
  }
}

function edited(sentence: SentenceView, { target, accept }: Extract<Decision, { kind: 'edit' }>): SentenceView {
  const next = { ...sentence, target, machine: undefined, findings: [], previous: undefined };
  return accept ? accepted(next) : next;
}

const accepted = (sentence: SentenceView): SentenceView => ({
  ...sentence,
  state: 'reviewed',
  machine: undefined,
  previous: undefined,
});

function acceptedIfClean(sentence: SentenceView): SentenceView {
  const isOpen = sentence.state === 'translated' && sentence.target !== '';
  return isOpen && sentence.findings.length === 0 ? accepted(sentence) : sentence;
}
