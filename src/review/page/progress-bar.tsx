import type { DocumentSummary } from '../api.ts';
import { say } from './words.ts';

/** Most advanced first, as the bar fills. */
const order = ['final', 'reviewed', 'translated', 'initial'] as const;

export type States = DocumentSummary['states'];

/** A sentence's state at a glance, without colour. */
export const signs = { initial: '○', translated: '◐', reviewed: '●', final: '◆' } as const;

export function ProgressBar({ states }: { readonly states: States }) {
  return (
    <span class="progress" role="img" aria-label={inWords(states)} title={inWords(states)}>
      {order
        .filter((state) => states[state] > 0)
        .map((state) => (
          <span key={state} class={state} style={{ flexGrow: states[state] }} />
        ))}
    </span>
  );
}

/** With its figure. */
export function Standing({ states }: { readonly states: States }) {
  return (
    <div class="standing">
      <span class="figure">
        {say('page.reviewed.of', { done: states.reviewed + states.final, all: countOf(states) })}
      </span>
      <ProgressBar states={states} />
    </div>
  );
}

function inWords(states: States): string {
  return say('page.progress', { ...states });
}

export function sumOf(all: readonly States[]): States {
  const sum = (state: keyof States): number => all.reduce((total, states) => total + states[state], 0);
  return { initial: sum('initial'), translated: sum('translated'), reviewed: sum('reviewed'), final: sum('final') };
}

export function countOf(states: States): number {
  return order.reduce((total, state) => total + states[state], 0);
}
