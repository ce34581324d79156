import { textEnd } from '../languages/srx/edges.ts';
import { matchesAt } from '../languages/srx/match.ts';
import { parsePattern } from '../languages/srx/parse-pattern.ts';
import { sequence } from '../languages/srx/pattern.ts';
import { PatternFault } from '../languages/srx/pattern-fault.ts';
import { compilePattern } from '../languages/srx/program.ts';

/** Longer ones are matched by nothing. */
const longestPath = 500;

/**
 * Whether a whole path is matched by a regular expression. It runs as a machine that never goes back: nobody's expression
 * takes longer than the path has signs. `undefined` where it is not understood.
 */
export function pathMatcher(expression: string): ((path: string) => boolean | undefined) | undefined {
  try {
    const program = compilePattern(sequence(parsePattern(expression.normalize('NFC')), textEnd), 'ahead');
    return (path) => (path.length > longestPath ? undefined : matchesAt(program, 0, { text: path, ...unlimited }));
  } catch (error) {
    if (error instanceof PatternFault) return undefined;
    throw error;
  }
}

/** States times signs are limit enough. */
const unlimited = {
  steps: Number.POSITIVE_INFINITY,
  stop(): never {
    throw new Error('Unexpected end of an endless run');
  },
};
