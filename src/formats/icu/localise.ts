import type { Languages, Range } from '../../model.ts';
import { hasText } from '../catalog-inline.ts';
import { type PluralChange, pluralChange } from '../plural-categories.ts';
import { type Choice, isDeep, type Option, type Part, parseMessage } from './message.ts';

/** A new text made of ranges of the old one and new syntax. */
export type Rope = readonly (Range | string)[];

/**
 * A message as the target language needs it; `undefined`: as it is. Plurals get the categories of the language: what it
 * does not have goes, what the source language does not have is a copy of `other`; `=0` and `=1` stay. A choice with text
 * around it takes that text into its branches, so that what is translated is a sentence and not its pieces.
 */
export function localiseMessage(text: string, languages: Languages): Rope | undefined {
  const message = text.includes('{') ? parseMessage(text) : undefined;
  if (message === undefined || !message.some(isChoice)) return undefined;
  const changes = { cardinal: pluralChange(languages, 'cardinal'), ordinal: pluralChange(languages, 'ordinal') };
  const rope = ropeOf(message, { text, changes });
  const written = rope
    .map((piece) => (typeof piece === 'string' ? piece : text.slice(piece.start, piece.end)))
    .join('');
  return written === text ? undefined : rope;
}

interface Context {
  readonly text: string;
  readonly changes: Readonly<Record<'cardinal' | 'ordinal', PluralChange>>;
  /** What the texts are a branch of. */
  readonly choice?: Choice;
}

type Level = readonly (Part | string)[];

const isChoice = (part: Part | string): part is Choice => typeof part === 'object' && 'options' in part;

function ropeOf(level: Level, context: Context): Rope {
  const at = level.findIndex(isChoice);
  const choice = level[at];
  if (choice === undefined || !isChoice(choice)) return level as Rope;
  if (!isFragmented(level, context)) {
    return level.flatMap((part) => (isChoice(part) ? choiceRope(part, context, (option) => option.message) : [part]));
  }
  const before = level.slice(0, at).map((part) => named(part, context));
  const after = level.slice(at + 1).map((part) => named(part, context));
  return choiceRope(choice, context, ({ message }) => [...before, ...message, ...after]);
}

/** In the branch of another plural, `#` would be another number. */
function named(part: Part | string, { choice }: Context): Part | string {
  return typeof part === 'object' && part.kind === 'number' ? `{${choice?.argument ?? ''}, number}` : part;
}

function choiceRope(choice: Choice, context: Context, levelOf: (option: Option) => Level): Rope {
  const { options, kind } = choice;
  const change = kind === 'select' || !options.some(({ name }) => name === 'other') ? undefined : context.changes[kind];
  const names = new Set(options.map(({ name }) => name));
  const branches = options
    .filter(({ name }) => !change?.dropped.has(name))
    .flatMap((option) => {
      const { lead, key, inner, name } = option;
      const text = ropeOf(levelOf(option), { ...context, choice });
      const branch = [...text, { start: inner.end, end: inner.end + 1 }];
      const added = name === 'other' ? (change?.added.filter((other) => !names.has(other)) ?? []) : [];
      return [
        ...added.flatMap((other) => [
          { start: lead.start, end: key.start },
          other,
          { start: key.end, end: lead.end },
          ...branch,
        ]),
        lead,
        ...branch,
      ];
    });
  return [
    { start: choice.start, end: options[0]?.lead.start ?? choice.end },
    ...branches,
    { start: (options.at(-1)?.inner.end ?? choice.end) + 1, end: choice.end },
  ];
}

/** Text or arguments stand around a choice, and may be said once for each of its branches. */
function isFragmented(level: Level, { text, choice }: Context): boolean {
  const around = level.filter((part) => !isChoice(part));
  const words = around.flatMap((part) =>
    typeof part === 'object' && part.kind === 'text' ? [text.slice(part.start, part.end)] : [],
  );
  const isText = words.length < around.length || words.some((word) => hasText(word, 'icu'));
  // Signs that read otherwise in a branch than outside of one.
  const isMovable = !words.some((word) => /[#}]/.test(word));
  const hasNumber = around.some((part) => typeof part === 'object' && part.kind === 'number');
  const branches = branchesOf(level);
  const isShort = branches <= mostBranches && branches * text.length <= longest;
  return isText && isMovable && isShort && !(hasNumber && choice?.offset !== 0);
}

/** More of them, or longer ones, are better left in pieces than written out. */
const mostBranches = 64;
const longest = 50_000;

function branchesOf(level: Level): number {
  return level
    .filter(isChoice)
    .reduce((product, { options }) => product * options.reduce((sum, { message }) => sum + branchesOf(message), 0), 1);
}

/** Whether a message has choices or formats: what tells a catalog of ICU messages from one that knows `{name}` alone. */
export function isDistinctive(text: string): boolean {
  return distinctive.test(text) && (isDeep(text) || parseMessage(text) !== undefined);
}

const distinctive =
  /(?<!\{)\{\s*[\p{L}\p{N}_.-]+\s*,\s*(?:plural|select|selectordinal|number|date|time)\s*[,}]|'[{}]'|\p{L}''\p{L}/u;
