import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ran {
  readonly text: string;
  readonly status: number;
}

/** A copy of a project in a temporary folder, under git, where `wordferry` and `npx wordferry` are the built program. */
export interface Sandbox {
  readonly folder: string;
  /** Runs a line of shell. Standard output and standard error come as they would on a terminal, one behind the other. */
  sh(line: string, env?: Readonly<Record<string, string>>): Promise<Ran>;
  remove(): void;
}

const repository = resolve(import.meta.dirname, '..');

/** The built program. Its runs in tests are short: what V8's optimising compiler costs, they never get back. */
export const program = [process.execPath, '--no-opt', join(repository, 'dist/cli.js')] as const;

/** What a project consists of; the rest of this repository is the program. */
const own = ['source-de', 'translations', 'glossary.yaml', 'wordferry.yaml', '.gitignore', '.gitattributes'];

export async function createSandbox(before?: string): Promise<Sandbox> {
  const base = mkdtempSync(join(tmpdir(), 'wordferry-test-'));
  const folder = join(base, 'project');
  const bin = join(base, 'bin');
  mkdirSync(folder);
  for (const path of before === undefined ? own : [])
    cpSync(join(repository, path), join(folder, path), { recursive: true });
  if (before !== undefined && existsSync(before)) cpSync(before, folder, { recursive: true });
  writeShims(bin);
  const sh: Sandbox['sh'] = (line, env = {}) =>
    new Promise((resolve) => {
      const shell = spawn('sh', ['-c', `{ ${line}\n} 2>&1`], { cwd: folder, env: { ...environment(bin), ...env } });
      let text = '';
      shell.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      shell.on('close', (status) => resolve({ text: text.replaceAll(base, '/tmp/sandbox'), status: status ?? -1 }));
    });
  await sh('git init -q -b main && git add -A && git commit -q --allow-empty -m begin');
  return { folder, sh, remove: () => rmSync(base, { recursive: true, force: true }) };
}

function writeShims(bin: string): void {
  mkdirSync(bin);
  const cli = `exec ${program.join(' ')}`;
  writeFileSync(join(bin, 'wordferry'), `#!/bin/sh\n${cli} "$@"\n`);
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\n[ "$1" = wordferry ] || exit 127\nshift\n${cli} "$@"\n`);
  for (const name of ['wordferry', 'npx']) chmodSync(join(bin, name), 0o755);
}

function environment(bin: string): Record<string, string> {
  const person = { NAME: 'Test', EMAIL: 'test@example.org' };
  return {
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    HOME: bin,
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    GIT_AUTHOR_NAME: person.NAME,
    GIT_AUTHOR_EMAIL: person.EMAIL,
    GIT_COMMITTER_NAME: person.NAME,
    GIT_COMMITTER_EMAIL: person.EMAIL,
    GIT_CONFIG_NOSYSTEM: '1',
  };
}
