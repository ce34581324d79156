import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bytesOf, type Corpus } from './corpus.ts';
import { runPeers } from './peers.ts';
import { type Files, figure, longerThan, type Report, speedOf } from './report.ts';
import { runProgram, timed } from './took.ts';

/** A project's first `translate --engine echo`, beside copying its files, and beside what peers do to the same ones. */
export function translateCold(corpus: Corpus): Report {
  const base = mkdtempSync(join(tmpdir(), 'wordferry-bench-'));
  try {
    const source = join(base, 'source-de');
    for (const { path, text } of corpus) writeInto(join(source, path), text);
    const copied: Files = { files: corpus.length, took: timed(() => copy(corpus, source, join(base, 'copy'))) };
    const translated = translate(base);
    const left = corpus.length - translated.files;
    return {
      title: `Cold translate --engine echo: ${corpus.length} files, ${figure(bytesOf(corpus) / 1e6)} MB`,
      lines: [
        { name: 'wordferry', figures: `${speedOf(translated)}${left === 0 ? '' : ` (${left} files left out)`}` },
        { name: 'copying', figures: speedOf(copied), ratio: longerThan(copied, translated) },
        ...runPeers(corpus, translated),
      ],
    };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** The files that are there afterwards: what was refused is no speed. */
function translate(project: string): Files {
  const target = join(project, 'translations/en');
  mkdirSync(target, { recursive: true });
  const took = runProgram([process.execPath, resolve('dist/cli.js'), 'translate', '--engine', 'echo'], {
    cwd: project,
  });
  const entries = readdirSync(target, { recursive: true, withFileTypes: true });
  return { files: entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.review.yaml')).length, took };
}

function copy(corpus: Corpus, from: string, to: string): void {
  for (const { path } of corpus) writeInto(join(to, path), readFileSync(join(from, path)));
}

function writeInto(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
