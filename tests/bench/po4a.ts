import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './corpus.ts';
import type { Peer } from './peer.ts';
import type { Files } from './report.ts';
import { runProgram } from './took.ts';

/**
 * One start for twenty files, which is faster than po4a-updatepo and po4a-translate for each. A document that it refuses
 * ends the whole start, and an open code fence can keep it busy for ever: such a start counts neither files nor time.
 */
export const po4a: Peer = {
  command: 'po4a',
  run(corpus, folder) {
    const starts = Array.from({ length: Math.ceil(corpus.length / 20) }, (_, at) =>
      corpus.slice(at * 20, at * 20 + 20),
    );
    return starts.map((files, at) => start(files, join(folder, String(at)))).reduce(add);
  },
};

function start(corpus: Corpus, folder: string): Files {
  mkdirSync(folder);
  const options = '-o markdown -o neverwrap -o yfm_lenient -k 0';
  const documents = corpus.map(({ text }, at) => {
    writeFileSync(join(folder, `${at}.md`), text);
    return `[type: text] ${at}.md $lang:out/${at}.md opt:"${options}"`;
  });
  const settings = ['[po4a_langs] en', '[po4a_paths] all.pot $lang:$lang.po', ...documents];
  writeFileSync(join(folder, 'po4a.conf'), settings.map((line) => `${line}\n`).join(''));
  const { isDone, ...took } = runProgram(['po4a', '--quiet', 'po4a.conf'], { cwd: folder, seconds: 60 });
  return isDone ? { files: corpus.length, took } : { files: 0, took: { wall: 0, cpu: 0 } };
}

function add(a: Files, b: Files): Files {
  return { files: a.files + b.files, took: { wall: a.took.wall + b.took.wall, cpu: a.took.cpu + b.took.cpu } };
}
