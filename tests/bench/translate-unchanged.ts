import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { madeDocuments } from './made-documents.ts';
import { type Files, longerThan, type Report, speedOf } from './report.ts';
import { type Ran, runProgram } from './took.ts';

/**
 * `translate` where there is nothing to do, beside Node that starts and hashes the same originals, translated files and
 * review files: so many made documents (`WORDFERRY_BENCH_DOCUMENTS`) in two languages, in a repository.
 */
export function translateUnchanged(): Report {
  const documents = Number(process.env.WORDFERRY_BENCH_DOCUMENTS ?? 500);
  const base = mkdtempSync(join(tmpdir(), 'wordferry-bench-'));
  try {
    makeProject(base, documents);
    const paths = filesIn(base);
    const files = (took: Ran): Files => ({ files: paths.length, took });
    const best = (command: readonly string[]) => files(leastOf(() => runProgram(command, { cwd: base })));
    const unchanged = best(translate);
    const hashed = best([process.execPath, '-e', hashAll]);
    for (const path of paths) utimesSync(path, 1e9, 1e9);
    const touched = files(runProgram(translate, { cwd: base }));
    return {
      title: `Unchanged: translate over ${documents} documents in 2 languages, ${paths.length} files`,
      lines: [
        { name: 'hashing', figures: speedOf(hashed) },
        { name: 'wordferry', figures: speedOf(unchanged), ratio: longerThan(hashed, unchanged) },
        { name: 'all touched', figures: speedOf(touched), ratio: longerThan(hashed, touched) },
      ],
    };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

const translate = [process.execPath, resolve('dist/cli.js'), 'translate', '--engine', 'mock'];

/** An article has no more of them. */
const articleBlocks = 10;

/** After runs that had something to do, and one that had not. */
function makeProject(base: string, documents: number): void {
  for (const language of ['en', 'ko']) mkdirSync(join(base, 'translations', language), { recursive: true });
  for (const { path, text } of madeDocuments(documents)) {
    const file = join(base, 'source-de', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text.split('\n\n').slice(0, articleBlocks).join('\n\n'));
  }
  runProgram(translate, { cwd: base });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'gc.auto=0', ...args], {
      cwd: base,
    });
  git('init', '-q');
  git('add', 'source-de', 'translations');
  git('commit', '-q', '-m', 'x');
  runProgram(translate, { cwd: base });
}

function filesIn(base: string): readonly string[] {
  return ['source-de', 'translations'].flatMap((folder) =>
    readdirSync(join(base, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

const hashAll = `
  const { createHash } = require('node:crypto');
  const { readdirSync, readFileSync } = require('node:fs');
  for (const folder of ['source-de', 'translations'])
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) createHash('sha256').update(readFileSync(entry.parentPath + '/' + entry.name)).digest('hex');
`;

function leastOf(run: () => Ran): Ran {
  const runs = Array.from({ length: 4 }, run);
  return runs.reduce((least, each) => (each.cpu < least.cpu ? each : least));
}
