import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Peer } from './peer.ts';
import { runProgram } from './took.ts';

/** A project of its own in console mode. It has no filter for Markdown: the files are read as plain text. */
export const omegat: Peer = {
  command: 'omegat',
  run(corpus, folder) {
    for (const name of [...folders, 'omegat', 'settings']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'omegat.project'), project);
    for (const [at, { text }] of corpus.entries()) writeFileSync(join(folder, 'source', `${at}.txt`), text);
    const options = ['--mode=console-translate', '--quiet', `--config-dir=${join(folder, 'settings')}`];
    const took = runProgram(['omegat', ...options, folder], { cwd: folder });
    return { files: readdirSync(join(folder, 'target')).length, took };
  },
};

const folders = ['source', 'target', 'tm', 'glossary', 'dictionary'];

const project = `<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0">
${folders.map((name) => `<${name}_dir>__DEFAULT__</${name}_dir>`).join('\n')}
<source_lang>DE</source_lang><target_lang>EN-GB</target_lang>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations>
</project></omegat>
`;
