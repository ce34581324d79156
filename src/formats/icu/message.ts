import {
  type MessageFormatElement,
  type PluralElement,
  parse,
  type SelectElement,
  TYPE,
} from '@formatjs/icu-messageformat-parser';
import type { Range } from '../../model.ts';

/** A message as its texts and choices, in order, without gaps: tags are text, what they hold is not inside of anything. */
export type Message = readonly Part[];

export type Part = Text | Choice;

/** `argument`: filled in, so it may be what a sentence is about; `number`: the `#` of a plural. */
export interface Text extends Range {
  readonly kind: 'text' | 'argument' | 'number';
}

/** `{count, plural, …}`, `{place, selectordinal, …}` or `{gender, select, …}`. */
export interface Choice extends Range {
  readonly kind: 'cardinal' | 'ordinal' | 'select';
  readonly argument: string;
  /** What a plural takes off the number before it says `#`. */
  readonly offset: number;
  readonly options: readonly Option[];
}

export interface Option {
  /** `one`, `=0`, `female`. */
  readonly name: string;
  /** Blanks before it, the name, and the opening brace with blanks before it. */
  readonly lead: Range;
  readonly key: Range;
  readonly message: Message;
  /** The text in its braces. */
  readonly inner: Range;
}

/** As deep as braces and tags may be nested. */
export const deepest = 500;

/** A text read as an ICU message; `undefined` where it is none. Tags that are no ICU tags are text. */
export function parseMessage(text: string): Message | undefined {
  if (isDeep(text)) return undefined;
  for (const ignoreTag of [false, true]) {
    try {
      const elements = parse(text, { captureLocation: true, requiresOtherClause: false, ignoreTag });
      return fill(
        elements.flatMap((element) => partsOf(element, text)),
        { start: 0, end: text.length },
      );
    } catch {
      if (!text.includes('<')) return undefined;
    }
  }
  return undefined;
}

/** Deeper than any message; what reads it calls itself. */
export function isDeep(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/[{}]|<\/?(?=[A-Za-z])/g)) {
    depth += mark === '{' || mark === '<' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}

function partsOf(element: MessageFormatElement, text: string): readonly Part[] {
  const range = rangeOf(element);
  switch (element.type) {
    case TYPE.tag:
      return element.children.flatMap((child) => partsOf(child, text));
    case TYPE.pound:
      return [{ kind: 'number', ...range }];
    case TYPE.literal:
      return [{ kind: 'text', ...range }];
    case TYPE.plural:
    case TYPE.select:
      return [choiceOf(element, text)];
    default:
      return [{ kind: 'argument', ...range }];
  }
}

function choiceOf(element: PluralElement | SelectElement, text: string): Choice {
  const range = rangeOf(element);
  const named = Object.entries(element.options)
    .map(([name, option]) => ({ name, value: option.value, inner: innerOf(option) }))
    .sort((a, b) => a.inner.start - b.inner.start);
  const options = named.map(({ name, value, inner }, at): Option => {
    const from = (named[at - 1]?.inner.end ?? range.start - 1) + 1;
    const keyEnd = from + text.slice(from, inner.start - 1).trimEnd().length;
    const key = { start: keyEnd - name.length, end: keyEnd };
    const leadStart = from + text.slice(from, key.start).trimEnd().length;
    const message = fill(
      value.flatMap((child) => partsOf(child, text)),
      inner,
    );
    return { name, lead: { start: leadStart, end: inner.start }, key, message, inner };
  });
  const isPlural = element.type === TYPE.plural;
  const kind = isPlural ? (element.pluralType === 'ordinal' ? 'ordinal' : 'cardinal') : 'select';
  return { kind, ...range, argument: element.value, offset: isPlural ? element.offset : 0, options };
}

/** Tags and whatever else stands between the parts is text. */
function fill(parts: readonly Part[], { start, end }: Range): Message {
  let from = start;
  const filled: Part[] = [];
  for (const part of parts) {
    if (part.start > from) filled.push({ kind: 'text', start: from, end: part.start });
    filled.push(part);
    from = part.end;
  }
  if (end > from) filled.push({ kind: 'text', start: from, end });
  return filled;
}

function rangeOf({ location }: MessageFormatElement): Range {
  return { start: location?.start.offset ?? 0, end: location?.end.offset ?? 0 };
}

function innerOf({ location }: { readonly location?: MessageFormatElement['location'] }): Range {
  return { start: (location?.start.offset ?? 0) + 1, end: (location?.end.offset ?? 0) - 1 };
}
