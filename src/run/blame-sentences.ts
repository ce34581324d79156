import { collapse } from '../fingerprint.ts';
import { idsOf } from '../ids.ts';
import type { Entry, Languages, Place } from '../model.ts';
import type { TranslatedDocument } from '../pipeline/index.ts';
import { placeOf } from '../review-file/index.ts';
import { isReviewed } from '../states.ts';
import { type BlamedLine, blameLines, type CommitInfo, commitInfo, textsOfLines } from '../store/blame.ts';
import { tryReadReview } from '../store/review.ts';

/** Who did something to a sentence: an engine or a person, in which commit; without one it is not committed yet. */
export interface Deed {
  /** As the review file of that commit says it: `deepl`, `repair`; absent for a person. */
  readonly machine?: string | undefined;
  readonly commit?: CommitInfo | undefined;
}

/** A sentence with who wrote its target and who accepted it. */
export interface BlamedSentence extends Pick<Entry, 'source' | 'target' | 'state'> {
  readonly id: string;
  readonly place: Place;
  readonly written: Deed;
  /** Absent: nobody did. */
  readonly accepted?: Deed | undefined;
}

/** What git knows of the sentences of a document, in their order. Edits that no run has seen are the working tree's. */
export function blameSentences(
  root: string,
  { review, files, languages }: TranslatedDocument,
  chosen: ReadonlySet<Entry>,
): readonly BlamedSentence[] {
  const onDisk = files.review !== undefined && 'entries' in files.review ? files.review : undefined;
  const lines = onDisk === undefined ? [] : blameLines(root, files.reviewPath);
  const known = new Map((onDisk?.entries ?? []).map((entry) => [keyOf(entry), entry]));
  const infos = remembered((commit) => commitInfo(root, commit));
  const machines = machinesIn(root, lines, { path: files.reviewPath, languages });
  const ids = idsOf(review, review.entries);
  const deedOf = (line: BlamedLine | undefined): Deed => ({
    commit: line?.commit === undefined ? undefined : infos(line.commit),
  });
  return review.entries
    .filter((entry) => chosen.has(entry) && !entry.joined)
    .map((entry) => {
      const own = known.get(keyOf(entry))?.lines;
      const block = own === undefined ? [] : lines.slice(own.start, own.end);
      const target = lineOf(block, languages.target);
      const { source, state } = entry;
      return {
        source,
        target: entry.target,
        state,
        id: ids.get(entry) ?? '',
        place: placeOf(review, entry),
        written: { ...deedOf(target), machine: entry.machine ?? machines(target?.commit, entry) },
        accepted: isReviewed(entry) ? deedOf(lineOf(block, 'state')) : undefined,
      };
    });
}

const keyOf = ({ source, target }: Entry): string => JSON.stringify([source, collapse(target)]);

/** The line that says a field, or the first one of its text, which is blamed for all of it. */
function lineOf(block: readonly BlamedLine[], field: string): BlamedLine | undefined {
  const at = block.findIndex(({ line }) => line.trimStart().replace(/^- /, '').startsWith(`${field}:`));
  const isBlock = /: *[|>][-+0-9]*\s*$/.test(block[at]?.line ?? '');
  return block[isBlock ? at + 1 : at];
}

/** What machine a commit says that a target is from; none where a person wrote it. */
function machinesIn(
  root: string,
  lines: readonly BlamedLine[],
  { path, languages }: { readonly path: string; readonly languages: Languages },
): (commit: string | undefined, entry: Entry) => string | undefined {
  const texts = textsOfLines(root, lines);
  const machinesAt = remembered((commit): ReadonlyMap<string, string> => {
    const entries = tryReadReview(texts.get(commit) ?? '', path, languages)?.entries ?? [];
    return new Map(entries.flatMap(({ target, machine }) => (machine ? [[collapse(target), machine]] : [])));
  });
  return (commit, { target }) => (commit === undefined ? undefined : machinesAt(commit).get(collapse(target)));
}

function remembered<Value>(read: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.has(key) ? (known.get(key) as Value) : read(key);
    known.set(key, value);
    return value;
  };
}
