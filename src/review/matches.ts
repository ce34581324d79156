import { UserError } from '../errors.ts';
import { idsOf } from '../ids.ts';
import { lookUpAll } from '../memory/index.ts';
import { codesOf } from '../pipeline/codes.ts';
import { readImportedIn } from '../run/read-imported.ts';
import { aroundOf } from '../store/memory-parts.ts';
import { searchHere } from '../store/search-threads.ts';
import { withStoredMemory } from '../store/stored-memory.ts';
import type { MatchView } from './api.ts';
import { reviewable } from './decisions.ts';
import type { OpenedDocument } from './opened-document.ts';
import type { Shelf } from './shelf.ts';

/** Less alike (0–100) is no help to a reviewer; nor are more. */
const counts = { least: 60, most: 8, searchAll: searchHere };

/** What the memory knows for a sentence besides its own pair, the best first. Throws `UserError` where there is no such sentence. */
export function matchesFor({ root, project }: Shelf, document: OpenedDocument, id: string): readonly MatchView[] {
  const { settings } = project;
  const { review, result, languages, document: own } = reviewable(document);
  const ids = idsOf(review, result);
  const entry = result.find((each) => ids.get(each) === `${own.path}#${id}`);
  if (entry === undefined) throw new UserError({ id: 'review.sentence' });
  const { source } = entry;
  if (source === undefined) return [];
  const sources = result.flatMap((each) => each.source ?? []);
  const at = result.filter((each) => each.source !== undefined).indexOf(entry);
  const around = aroundOf({ before: sources[at - 1] ?? '', after: sources[at + 1] ?? '' });
  const folder = { root, settings, language: languages.target, readImported: readImportedIn(root) };
  const [found = []] = withStoredMemory(folder, codesOf, (memory) =>
    lookUpAll(memory, [{ source, path: own.path, around }], counts),
  );
  return found
    .filter((match) => match.path !== own.path || match.source !== source || match.target !== entry.target)
    .map(({ source, target, similarity, path }) => ({
      source,
      target,
      similarity: Math.round(similarity),
      document: path,
    }));
}
