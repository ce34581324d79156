import { size } from './cell.ts';
import type { Fate } from './fault-rows.ts';

export interface Expected {
  /** Of the first run. */
  readonly status: number;
  /** `right`, or why a text of the batch that was hit has no answer. */
  readonly hit: readonly string[];
  /** Which of them may have been sent again. */
  readonly mayResend: readonly boolean[];
}

export function expectedOf(fate: Fate): Expected {
  if (fate.startsWith('ends'))
    return { status: Number(fate.slice(-1)), hit: fill(fate === 'ends 4' ? 'budget' : 'fault'), mayResend: none };
  if (fate === 'left') return { status: 3, hit: fill('fault'), mayResend: all };
  const at = fate.startsWith('last') ? size - 1 : 0;
  const isSpoiled = fate.endsWith('spoiled');
  return {
    status: isSpoiled ? 3 : 0,
    hit: fill('right').map((kind, own) => (isSpoiled && own === at ? 'quarantined' : kind)),
    mayResend: resent(fate, at),
  };
}

function resent(fate: Fate, at: number): readonly boolean[] {
  if (fate === 'fine') return none;
  if (fate === 'waits' || fate.startsWith('again')) return all;
  return none.map((_, own) => own === at);
}

const fill = <T>(value: T): readonly T[] => Array.from({ length: size }, () => value);
const [all, none] = [fill(true), fill(false)];
