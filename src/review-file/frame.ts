import type { ReviewFile } from '../model.ts';
import { word } from './fields.ts';

/** What a new file begins with. */
export function header({ source, layout }: ReviewFile): string {
  return `# wordferry review file. Edit the texts here, or edit the translated file itself; both are kept.
# Set \`state: reviewed\` when a sentence is right.
source: ${word(source)}
${layout === undefined ? '' : `layout: ${layout}\n`}segments:
`;
}

const lastLine = '# end';

/**
 * What a new file ends with. It never changes, so that git takes a sentence that comes or goes at the end, and the state of
 * the one before, for two changes.
 */
export const footer: readonly string[] = ['', lastLine, ''];

/** The head of a file without entries: `segments:` may be missing there, or `[]`. */
export function emptyHead(lines: readonly string[]): readonly string[] {
  const isHead = (line: string) => line !== '' && line !== lastLine && !/^segments:/.test(line);
  return [...lines.filter(isHead), 'segments:'];
}

/** What stands after the last entry that was read: comments, and the end of the file as it was. */
export function tailOf({ entries }: Pick<ReviewFile, 'entries'>, lines: readonly string[]): readonly string[] {
  const end = entries.at(-1)?.lines?.end;
  return end === undefined ? footer : lines.slice(end);
}
