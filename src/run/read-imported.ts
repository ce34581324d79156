import { join } from 'node:path';
import { readBilingual } from '../exchange/index.ts';
import type { Languages, Pair } from '../model.ts';
import { readBilingualText } from '../store/bilingual.ts';

/** Pairs of another tool's file that stands beside the translations. */
export const readImportedIn =
  (root: string) =>
  (path: string, languages: Languages): readonly Pair[] =>
    readBilingual({ path, text: readBilingualText(join(root, path), path) }, languages).segments;
