import { UserError } from '../errors.ts';
import type { Entry, ReviewFile } from '../model.ts';
import { readReviewFile } from './read.ts';
import type { WrittenBlock, WrittenFile } from './write.ts';

/**
 * What reading a file would give that was just written. Most of its entries are known: those that keep their lines stand
 * elsewhere, and only the others are read. To read all of them takes longer than all else that a decision needs.
 */
export function readWritten(file: ReviewFile, written: WrittenFile): ReviewFile {
  const { text, head, blocks } = written;
  const { path, source, languages, ignore, layout } = file;
  try {
    let line = head;
    const entries = blocks.map((block, at) => {
      const start = line + block.lead.length;
      line = start + block.lines.length;
      return block.kept === undefined
        ? readBlock(block, start, { file, next: blocks[at + 1] })
        : moved(block.kept, start);
    });
    return { path, source, languages, layout, entries, ignore, text };
  } catch (error) {
    // Something in it means something only where it stands.
    if (!(error instanceof UserError)) throw error;
    return readReviewFile(text, path, languages);
  }
}

interface Around {
  readonly file: ReviewFile;
  readonly next: WrittenBlock | undefined;
}

/** As an entry of a file of its own, with what follows it: blank lines there may be its text's. */
function readBlock({ lines }: WrittenBlock, start: number, { file, next }: Around): Entry {
  const head = ['segments:'];
  const text = [...head, ...lines, ...(next?.lead ?? []), ...(next?.lines ?? [])].join('\n');
  const [entry] = readReviewFile(text, file.path, file.languages).entries;
  if (entry?.lines === undefined) throw new UserError({ id: 'review.entry' });
  return moved(entry, start);
}

/** The same entry, from another line on. */
function moved(entry: Entry, start: number): Entry {
  const { lines, place } = entry;
  const by = start - (lines?.start ?? start);
  if (by === 0 || lines === undefined) return entry;
  return {
    ...entry,
    lines: { start: lines.start + by, end: lines.end + by },
    ...(place && { place: { ...place, line: place.line + by } }),
  };
}
