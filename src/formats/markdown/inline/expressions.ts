import { skipBlanks } from './characters.ts';
import { find, type Scan } from './scan.ts';

/** MDX's `{expression}` at `at`: up to the brace that balances it, outside of strings where those are whole. */
export function expressionEnd(scan: Scan, at: number): number {
  if (scan.text[at] !== '{' || scan.hasOpenExpression) return -1;
  const comment = commentEnd(scan, at);
  if (comment >= 0) return comment;
  const end = scan.hasOddStrings ? -1 : balancedEnd(scan.text, at, tokens);
  if (end >= 0) return end;
  scan.hasOddStrings = true;
  const plain = balancedEnd(scan.text, at, braces);
  if (plain < 0) scan.hasOpenExpression = true;
  return plain;
}

const braces = /[{}]/g;

/** Apostrophes of JSX text look like strings: then braces alone count. */
const tokens = /[{}]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;

function balancedEnd(text: string, at: number, pattern: RegExp): number {
  let depth = 0;
  pattern.lastIndex = at;
  for (let token = pattern.exec(text); token !== null; token = pattern.exec(text)) {
    if (token[0] === '{') depth += 1;
    else if (token[0] === '}') depth -= 1;
    if (depth === 0) return pattern.lastIndex;
  }
  return -1;
}

function commentEnd(scan: Scan, at: number): number {
  const start = skipBlanks(scan.text, at + 1);
  const end = scan.text.startsWith('/*', start) ? find(scan, '*/', start + 2) : -1;
  const brace = skipBlanks(scan.text, end + 2);
  return end >= 0 && scan.text[brace] === '}' ? brace + 1 : -1;
}
