import type { Language, Message, State } from '../../model.ts';

/** A sentence with its target, as a file that other tools read holds it. */
export interface MemoryUnit {
  readonly source: InlineText;
  readonly target: InlineText;
  readonly language: Language;
  /** Path of the source document, where the file says it. */
  readonly document?: string | undefined;
  /** What somebody said of the target; nothing that we rely on. */
  readonly state?: State | undefined;
  /** It is a paragraph or more, not a sentence. */
  readonly isParagraph?: boolean | undefined;
}

/** A text and the codes in it, in order. */
export type InlineText = readonly (string | InlineCode)[];

/** What another format has there: `**`, `<b>`, `{name}`. The ends of a pair have one name, which no other pair of the text has. */
export interface InlineCode {
  readonly kind: 'open' | 'close' | 'alone';
  readonly content: string;
  readonly pair?: string | undefined;
}

/** A unit that cannot be used, and why. */
export interface RefusedUnit {
  /** Counts from 1. */
  readonly line: number;
  readonly why: Message;
}

/** The text with its codes as they are written, or without. */
export function textOf(text: InlineText, codes: 'with' | 'without' = 'with'): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : codes === 'with' ? piece.content : '')).join('');
}

/** XML 1.0 has no way to write most control characters, and halves of pairs are no signs. */
export function isWritable(text: string): boolean {
  return !unwritable.test(text);
}

const unwritable = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Cs}/u;

/** Units that say the same count once, the first. */
export function uniqueUnits(units: Iterable<MemoryUnit>): readonly MemoryUnit[] {
  const known = new Map<string, MemoryUnit>();
  for (const unit of units) {
    const name = JSON.stringify([unit.language, textOf(unit.source), textOf(unit.target)]);
    if (!known.has(name)) known.set(name, unit);
  }
  return [...known.values()];
}
