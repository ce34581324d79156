import type { Entry } from '../model.ts';
import type { DocumentChange, SentenceChange } from '../pipeline/diff.ts';
import type { Say } from './change-report.ts';

/** `changed · reviewed → translated by mock` */
export function headline({ kind, before, after, similarity }: SentenceChange, say: Say): string {
  const was = before && stateOf(before, say);
  const is = after && stateOf(after, say);
  const states = was === is || was === undefined || is === undefined ? [is ?? was] : [`${was} → ${is}`];
  const alike = similarity === undefined ? [] : [say({ id: 'change.alike', values: { percent: similarity } })];
  return [say({ id: `change.${kind}` }), ...alike, ...states].join(' · ');
}

/** For whoever reviews a machine's target: what was put in place of what, and what names are to be called. */
export function noteLines({ after, terms }: SentenceChange, say: Say): readonly string[] {
  const { replaced } = after ?? {};
  const names = terms.map(({ source, target }) => `${source} = ${target}`);
  return [
    ...(replaced === undefined ? [] : [say({ id: 'change.replaced', values: { terms: replaced.join(', ') } })]),
    ...(names.length === 0 ? [] : [say({ id: 'change.terms', values: { terms: names.join(', ') } })]),
  ];
}

/** What the translated file was called before; nothing where it was called so. */
export function renamedLine({ renamedFrom }: DocumentChange, say: Say): readonly string[] {
  return renamedFrom === undefined ? [] : [say({ id: 'change.renamed', values: { path: renamedFrom } })];
}

function stateOf({ state, machine }: Entry, say: Say): string {
  const name = say({ id: `state.${state}` });
  return machine === undefined ? name : say({ id: 'state.by', values: { state: name, machine } });
}
