import type { Entry } from '../model.ts';
import type { SentenceChange } from '../pipeline/diff.ts';
import type { Say } from './change-report.ts';

/** `changed · reviewed → translated by mock` */
export function headline({ kind, before, after }: SentenceChange, say: Say): string {
  const was = before && stateOf(before, say);
  const is = after && stateOf(after, say);
  const states = was === is || was === undefined || is === undefined ? [is ?? was] : [`${was} → ${is}`];
  return [say({ id: `change.${kind}` }), ...states].join(' · ');
}

/** What the glossary changed in a machine's target, for whoever reviews it; no line where it changed nothing. */
export function replacedLines({ after }: SentenceChange, say: Say): readonly string[] {
  const terms = after?.replaced;
  return terms === undefined ? [] : [say({ id: 'change.replaced', values: { terms: terms.join(', ') } })];
}

function stateOf({ state, machine }: Entry, say: Say): string {
  const name = say({ id: `state.${state}` });
  return machine === undefined ? name : say({ id: 'state.by', values: { state: name, machine } });
}
