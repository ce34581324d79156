/**
 * People type `en: He said: "no" # fine`, which YAML would read as a mapping with a comment. Here the values of text
 * fields that stand on the line of their key are quoted, so that YAML takes all of them literally. What is a block
 * scalar or a whole quoted scalar stays as it is; the number of lines never changes.
 */
export function quoteHandTyped(lines: readonly string[], textKeys: readonly string[]): readonly string[] {
  const out = [...lines];
  const field = new RegExp(`^( *(?:- +)?)(${textKeys.join('|')}):(?:[ \\t]+(.*))?$`);
  for (let at = 0; at < lines.length; at += 1) {
    const line = withoutReturn(lines[at]);
    const [, prefix = '', key = '', rest = ''] = field.exec(line.trimEnd()) ?? [];
    const end = key === '' && !opensBlock(line) ? at + 1 : afterDeeper(lines, at + 1, indentOf(line, prefix));
    if (key !== '' && !(isBlock(rest) && (end > at + 1 || isEmptyBlock(rest)))) {
      const value = [rest, ...lines.slice(at + 1, end).map((more) => withoutReturn(more).trim())];
      if (value.some((piece) => piece !== '') && !isQuoted(value)) {
        out[at] = `${prefix}${key}: ${JSON.stringify(folded(value))}`;
        out.fill('', at + 1, end);
      }
    }
    at = end - 1;
  }
  return out;
}

const blockHeader = /^[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/;

const isBlock = (rest: string): boolean => blockHeader.test(rest);

/** With nothing below it, `|-` is an empty text; `>5` is what somebody typed. */
const isEmptyBlock = (rest: string): boolean => /^[|>][-+]?$/.test(rest);

/** A block scalar of a field that is no text field: its content is nobody's key. */
function opensBlock(line: string): boolean {
  const colon = line.indexOf(': ');
  return colon >= 0 && isBlock(line.slice(colon + 2).trimStart());
}

function withoutReturn(line = ''): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function indentOf(line: string, prefix: string): number {
  return prefix === '' ? line.length - line.trimStart().length : prefix.length;
}

/** The first line from `from` on that is not deeper than `indent`; blank lines before it do not count as deeper. */
function afterDeeper(lines: readonly string[], from: number, indent: number): number {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = withoutReturn(lines[at]);
    if (line.trim() === '') continue;
    if (line.length - line.trimStart().length <= indent) break;
    end = at + 1;
  }
  return end;
}

/** A quoted scalar with nothing behind it, perhaps over several lines. */
function isQuoted(value: readonly string[]): boolean {
  const text = value.join(' ').trim();
  return /^"(?:[^"\\]|\\.)*"$/.test(text) || /^'(?:[^']|'')*'$/.test(text);
}

/** YAML's folding of plain lines: a line break is a blank, an empty line is a line break; a line `# …` is a comment. */
function folded(value: readonly string[]): string {
  const [first = '', ...more] = value;
  const lines = [first, ...more.filter((line) => !line.startsWith('# '))];
  return lines
    .reduce(
      (text, line) =>
        line === '' ? `${text}\n` : text === '' || text.endsWith('\n') ? text + line : `${text} ${line}`,
      '',
    )
    .trim();
}
