import type { Message } from '../../model.ts';

/** What is wrong with a regular expression; who reads the file knows the place. */
export class PatternFault extends Error {
  readonly text: Message;

  constructor(text: Message) {
    super(text.id);
    this.name = 'PatternFault';
    this.text = text;
  }
}

/** A piece that wordferry does not understand. */
export function notUnderstood(part: string): PatternFault {
  return new PatternFault({ id: 'srx.pattern', values: { part } });
}
