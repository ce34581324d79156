import type { Corpus } from './corpus.ts';
import type { Files } from './report.ts';

/** Another program that makes translated files of German ones, where nothing is translated yet. */
export interface Peer {
  /** Its command; Debian's package has the same name. */
  readonly command: string;
  /** Works in an empty folder of its own. The files that it managed, and the time for these. */
  run(corpus: Corpus, folder: string): Files;
}
