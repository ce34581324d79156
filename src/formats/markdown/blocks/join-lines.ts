/** The lines of a paragraph without their prefixes, joined by `\n`, and the way back. */
export interface Joined {
  readonly text: string;
  /** The line that an offset stands in, from a line on that is not behind it. */
  lineOf(at: number, from: number): number;
  /** Where it stands in the document. */
  offsetOf(at: number, from: number): number;
}

export function joinLines(text: string, lines: readonly number[]): Joined {
  const starts: number[] = [];
  let joined = '';
  for (let line = 0; line < lines.length; line += 2) {
    if (line > 0) joined += '\n';
    starts.push(joined.length);
    joined += text.slice(lines[line], lines[line + 1]);
  }
  function lineOf(at: number, from: number): number {
    let line = from;
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= at) line += 1;
    return line;
  }
  function offsetOf(at: number, from: number): number {
    const line = lineOf(at, from);
    return (lines[line * 2] ?? 0) + at - (starts[line] ?? 0);
  }
  return { text: joined, lineOf, offsetOf };
}
