import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { isEngineId } from '../src/engine-ids.ts';
import { createSandbox } from './sandbox.ts';

const readme = readFileSync('README.md', 'utf8');
const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts as Record<string, string>;

describe('the two command lines at the top', () => {
  test('are the scripts that do it all', () => {
    expect([...readme.matchAll(/^ {4}(npm ci && .*?) +#/gm)].map((match) => match[1])).toEqual([
      'npm ci && npm run translate',
      'npm ci && npm test',
    ]);
    expect(scripts.translate).toMatch(/^npm run --silent build && node dist\/cli\.js translate$/);
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm test');
  });
});

describe('every command of the README runs, in its order', async () => {
  const sandbox = await createSandbox();
  afterAll(sandbox.remove);
  const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap((match) =>
    (match[1] ?? '').trim().split('\n'),
  );

  test.sequential.each(blocks)('%s', async (line) => {
    const { text, status } = await sandbox.sh(line);
    expect(status, text).toBe(0);
  });

  test.each([...readme.matchAll(/^\| `(\w+)[ `]/gm)].map((match) => match[1] ?? ''))(
    '%s has help with examples',
    async (name) => {
      if (!readme.includes(`| \`${name}`) || isEngineId(name)) return;
      const { text, status } = await sandbox.sh(`wordferry ${name} --help`);
      expect(status).toBe(0);
      expect(text).toContain(`wordferry ${name}`);
    },
  );
});
