import type { Code, Inline, Unit } from '../model.ts';
import { once } from '../once.ts';
import { marker } from './markers.ts';

/** A sentence of the source, with its codes. */
export interface Source {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly inline: Inline;
  readonly unit: Unit;
}

/** Writes the runs of text between the markers of an answer, one after the other. */
export type Spell = (run: string) => string;

/**
 * Writes signs that may be syntax: those that stand in the answer as often as in the source as they are written there, one
 * after the other; so a text that comes back as it went is the text that it was. Others so that they are no codes.
 */
export function spellAsBefore(answer: string, source: Source): Spell {
  const pattern = spelledPattern(source);
  const known = spellingsOf(source, pattern);
  const counts = new Map<string, number>();
  for (const sign of answer.replace(marker, '').match(pattern) ?? []) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const next = new Map<string, number>();
  return spellRuns(answer, { ...source, pattern }, (sign) => {
    const spellings = known.get(sign);
    if (spellings === undefined || spellings.length !== counts.get(sign)) return undefined;
    const nth = next.get(sign) ?? 0;
    next.set(sign, nth + 1);
    return spellings[nth];
  });
}

/** Where what was no code in the source would be one in the answer: every sign so that it is none. */
export function spellAnew(answer: string, source: Source): Spell {
  return spellRuns(answer, { ...source, pattern: signPattern(source.inline) }, () => undefined);
}

/** The format looks at a sign in its place: U+FFFC is a code. */
function spellRuns(
  answer: string,
  { inline, unit, pattern }: Pick<Source, 'inline' | 'unit'> & { readonly pattern: RegExp },
  spellingOf: (sign: string) => string | undefined,
): Spell {
  const context = answer.replace(marker, '\uFFFC');
  let start = 0;
  return (run) => {
    const spell = (sign: string, at: number): string =>
      spellingOf(sign) ?? (inline.signs.includes(sign) ? inline.escape(context, start + at, unit) : sign);
    const out = run.replace(pattern, spell);
    start += run.length + 1;
    return out;
  };
}

/** How each sign that may be syntax is written in the text outside of codes, each time it stands there. */
function spellingsOf({ text, codes }: Source, pattern: RegExp): ReadonlyMap<string, readonly string[]> {
  const spellings = new Map<string, string[]>();
  const add = (sign: string, written: string) => {
    const list = spellings.get(sign);
    if (list === undefined) spellings.set(sign, [written]);
    else list.push(written);
  };
  const addPlain = (run: string) => {
    for (const sign of run.match(pattern) ?? []) add(sign, sign);
  };
  let from = 0;
  for (const { kind, start, end, reads = '' } of codes) {
    addPlain(text.slice(from, start));
    if (kind === 'escape') add(reads, text.slice(start, end));
    from = end;
  }
  addPlain(text.slice(from));
  return spellings;
}

/** Any sign that may be syntax. */
export const signPattern = once(({ signs }: Inline) => patternOf(signs));

const patternOf = (signs: string): RegExp => new RegExp(`[${signs.replace(/[\\\]^-]/g, '\\$&')}]`, 'gu');

/** Any sign that may be syntax, or that an escape of the source stands for. */
function spelledPattern({ codes, inline }: Source): RegExp {
  const others = codes.flatMap(({ reads = '' }) => (inline.signs.includes(reads) ? [] : [reads]));
  return others.length === 0 ? signPattern(inline) : patternOf(inline.signs + others.join(''));
}
