import { notUnderstood } from './pattern-fault.ts';

/** Whether a code point is in the set. */
export type CharacterSet = (code: number) => boolean;

/**
 * A set as a class of JavaScript's `v` mode: `[a-z&&[^b]]`, `\p{Lu}`. One code point at a time is asked for, so that no
 * text makes it slow. `part`: how the user wrote it, for the error.
 */
export function characterSet(source: string, { ignoreCase }: Case, part: string): CharacterSet {
  const only = /^\\u\{([0-9a-f]+)\}$/.exec(source)?.[1];
  if (only !== undefined && !ignoreCase) {
    const own = Number.parseInt(only, 16);
    return (code) => code === own;
  }
  const known = new Map<number, boolean>();
  const expression = compile(source, ignoreCase ? 'iv' : 'v', part);
  return (code) => {
    const answer = known.get(code) ?? expression.test(String.fromCodePoint(code));
    known.set(code, answer);
    return answer;
  };
}

export interface Case {
  readonly ignoreCase: boolean;
}

/** How `v` mode has a code point, wherever it stands. */
export const literal = (code: number): string => `\\u{${code.toString(16)}}`;

export const exact: Case = { ignoreCase: false };
export const newline = characterSet('[\\n-\\r\\u{85}\\u{2028}\\u{2029}]', exact, '\\v');
export const wordSource = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u{200c}\\u{200d}]';
export const wordCharacter = characterSet(wordSource, exact, '\\w');
export const anyCharacter: CharacterSet = () => true;

function compile(source: string, flags: string, part: string): RegExp {
  try {
    return new RegExp(`^${source.startsWith('[') || source.startsWith('\\') ? source : `[${source}]`}$`, flags);
  } catch {
    throw notUnderstood(part);
  }
}
