/**
 * What says at the start of a line that somebody else speaks or sings: `- `, `>>`, `♪`, `<v Name>`, with tags around; or that
 * the text stands elsewhere on the screen: `{\an8}`.
 */
export function speakerMarkOf(line: string): string | undefined {
  return speakerMark.exec(line)?.[0];
}

const speakerMark =
  /^(?:(?:<(?!v[ .])[^<>]*>|[ \t])*(?:-(?![\d-])|[‐‑](?!\d)|(?:>|&gt;){2,}|[♪♫]|<v[ .][^<>]*>|\{\\[^{}]*\})[ \t]*)+/;
