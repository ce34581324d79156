import { type CodeOwners, isOwner, type OwnerRule } from './code-owners.ts';
import { pathMatcher } from './path-matcher.ts';
import { linesOf, wordsOf } from './words.ts';

/** Regular expressions of whole paths; `!` in front means all others. Every line that names a path counts. */
export function readForgejo(text: string): CodeOwners {
  const lines = linesOf(text).map((line) => ruleOf(wordsOf(withoutComment(line))));
  return {
    sections: lines.flatMap((line) => (typeof line === 'object' ? [[line]] : [])),
    unread: lines.flatMap((line, at) => (line === 'unread' ? [at + 1] : [])),
  };
}

const withoutComment = (line: string): string => /^(?:\\.|[^\\#])*/.exec(line)?.[0] ?? '';

function ruleOf([word, ...names]: readonly string[]): OwnerRule | 'empty' | 'unread' {
  if (word === undefined) return 'empty';
  const expects = !word.startsWith('!');
  const expression = word.slice(expects ? 0 : 1).replace(/\\(.)/g, '$1');
  const matches = pathMatcher(expression);
  const owners = names.filter(isOwner);
  if (matches === undefined || owners.length === 0) return 'unread';
  return { owners, matches: (path) => matches(path) === expects };
}
