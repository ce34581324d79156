import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Corpus, sampleOf } from './corpus.ts';
import { omegat } from './omegat.ts';
import type { Peer } from './peer.ts';
import { po4a } from './po4a.ts';
import { type Files, fasterThan, type Line, speedOf } from './report.ts';
import { runProgram } from './took.ts';

/** Minutes, not hours: the peers get so many files, evenly from all of them. */
const sampleSize = 300;

export function runPeers(corpus: Corpus, wordferry: Files): readonly Line[] {
  const sample = sampleOf(
    corpus.filter(({ path }) => /\.(?:md|mdx|markdown|txt)$/.test(path)),
    sampleSize,
  );
  return [po4a, omegat].map((peer) => lineOf(peer, sample, wordferry));
}

function lineOf(peer: Peer, sample: Corpus, wordferry: Files): Line {
  const name = peer.command;
  if (!runProgram(['which', name], { cwd: '.' }).isDone)
    return { name, figures: `not installed (apt-get install ${name})` };
  const folder = mkdtempSync(join(tmpdir(), 'wordferry-bench-'));
  try {
    const managed = peer.run(sample, folder);
    if (managed.files === 0) return { name, figures: `managed none of ${sample.length} files` };
    const figures = `${speedOf(managed)} (${managed.files} of ${sample.length} files)`;
    return { name, figures, ratio: fasterThan(managed, wordferry) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
