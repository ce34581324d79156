import { UserError } from '../errors.ts';
import type { Message, Place } from '../model.ts';

/** Something in a glossary that its author has to put right. */
export interface Problem {
  readonly text: Message;
  readonly place: Place;
  readonly hint?: Message;
}

/** As they stand in the file. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column);
}

/** A glossary that cannot be used. Says the first problem in full and where the others are; `problems` has all of them. */
export class GlossaryError extends UserError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly [Problem, ...Problem[]]) {
    const [{ text, place, hint }, ...others] = problems;
    super(text, { place, hint: others.length === 0 ? hint : furtherProblems(others) });
    this.name = 'GlossaryError';
    this.problems = problems;
  }
}

function furtherProblems(others: readonly Problem[]): Message {
  const places = others.slice(0, 10).map(({ place }) => `${place.file}:${place.line}:${place.column}`);
  return { id: 'glossary.further', values: { count: others.length, places: places.join(', ') } };
}
