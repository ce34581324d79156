/** All matches of a global pattern. `matchAll` copies the pattern at each call, which costs more than most texts take to read. */
export function matches(text: string, pattern: RegExp, within: Within = everywhere): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = Math.max(0, within.from);
  while (pattern.lastIndex <= within.to) {
    const match = pattern.exec(text);
    if (match === null) break;
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** Where a match may begin. Those before and behind are not looked for, or not all. */
interface Within {
  readonly from: number;
  readonly to: number;
}

const everywhere: Within = { from: 0, to: Number.POSITIVE_INFINITY };
