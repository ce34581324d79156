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

function stateOf({ state, machine }: Entry, say: Say): string {
  const name = say({ id: `state.${state}` });
  return machine === undefined ? name : say({ id: 'state.by', values: { state: name, machine } });
}
