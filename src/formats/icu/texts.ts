import type { Range } from '../../model.ts';
import { hasText } from '../catalog-inline.ts';
import type { Place } from './codes.ts';
import type { Choice, Message } from './message.ts';

/** A text of a message that is translated by itself. */
export interface MessageText extends Range {
  readonly place: Place;
  /** The branches that lead to it, `#female#one`; `''` outside of all. */
  readonly branch: string;
}

/** The texts in the branches of a message, and what stands around its choices. */
export function textsOf(message: Message, text: string): readonly MessageText[] {
  return textsIn(message, { text, branch: '' });
}

interface Level {
  readonly text: string;
  readonly branch: string;
  readonly choice?: Choice;
}

function textsIn(message: Message, level: Level): readonly MessageText[] {
  const { text, branch, choice } = level;
  const place = choice === undefined || choice.kind === 'select' ? 'icu' : 'icu-plural';
  const texts: MessageText[] = [];
  let from = message[0]?.start ?? 0;
  const add = (end: number) => {
    if (hasText(text.slice(from, end), place)) texts.push({ start: from, end, place, branch });
  };
  for (const part of message) {
    if (!('options' in part)) continue;
    add(part.start);
    for (const { name, message: inner } of part.options) {
      texts.push(...textsIn(inner, { text, branch: `${branch}#${name}`, choice: part }));
    }
    from = part.end;
  }
  add(message.at(-1)?.end ?? from);
  return texts;
}
