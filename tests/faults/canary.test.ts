import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Context, Output } from '../../src/commands/context.ts';
import { commands } from '../../src/commands/index.ts';
import { explain } from '../../src/explain.ts';
import { createSpeaker } from '../../src/messages/index.ts';
import { never } from '../engines/fixtures.ts';
import { createSandbox } from '../sandbox.ts';
import { canaryKey, filePlaces, findKey, requestPlaces } from './canary.ts';
import { startHostileServer } from './hostile-server.ts';
import { misdeeds } from './misdeeds.ts';
import { quickFolder } from './quick-folder.ts';

// Pauses are what they are, but nobody waits.
vi.mock(import('../../src/engines/time.ts'), async (original) => {
  const { fakeTime } = await import('../engines/fixtures.ts');
  return { ...(await original()), realTime: fakeTime() };
});

let failed = 0;
afterAll(() => expect(failed).toBeGreaterThanOrEqual(100));

describe('a key is nowhere but in its own header', () => {
  const [everywhere, once] = [
    ['translate --engine deepl', 'translate --engine llm', 'translate --engine libretranslate', 'glossary sync'],
    ['translate --engine deepl --json', 'engines test llm', 'engines list', 'costs'],
  ];
  const cells = Object.keys(misdeeds).flatMap((misdeed, at) =>
    (at === 0 ? [...everywhere, ...once] : everywhere).map((line, index) => ({
      misdeed,
      line,
      seed: 1 + at * 10 + index,
    })),
  );

  test.each(cells)('$misdeed: $line', async ({ misdeed, line, seed }) => {
    const key = canaryKey(seed);
    const server = await startHostileServer(key, misdeeds[misdeed]!);
    const folder = projectIn(quickFolder());
    vi.stubEnv('TMPDIR', join(folder, 'tmp'));
    try {
      const { status, shown } = await runHere(line, folder, environmentOf(key, server.url));
      if (status !== 0) failed += 1;
      const places = { shown, ...requestPlaces(server.seen), ...filePlaces(folder) };
      expect(findKey(key, places)).toEqual([]);
      if (!/list|costs/u.test(line))
        expect(findKey(key, { headers: JSON.stringify(server.seen) })).toEqual(['headers']);
    } finally {
      vi.unstubAllEnvs();
      await server.close();
    }
  });

  const real: readonly (readonly [line: string, misdeed: string, status: number])[] = [
    ['translate', 'translated to it', 2],
    ['translate --json', 'translated to it', 2],
    ['translate --engine llm --lang ko', 'in base64', 2],
    ['translate --engine deepl', 'in half an answer', 3],
    ['translate --engine deepl,llm', 'refused with it, 456', 4],
    ['engines list', 'translated to it', 0],
    ['engines test deepl', 'refused with it, 400', 2],
    ['glossary sync', 'translated to it', 2],
    ['costs', 'translated to it', 0],
    ['translate --engine ./crash.mjs', 'translated to it', 70],
  ];

  test.concurrent.for(real)('the program itself: %s, %s: exit %i', async ([line, misdeed, status], { expect }) => {
    const key = canaryKey(line.length * 1000 + misdeed.length);
    const server = await startHostileServer(key, misdeeds[misdeed]!);
    const sandbox = await createSandbox('tests/no-such-project');
    try {
      projectIn(sandbox.folder);
      const env = { ...environmentOf(key, server.url), TMPDIR: join(sandbox.folder, 'tmp') };
      const ran = await sandbox.sh(`wordferry ${line}`, env);
      expect(ran.status, ran.text).toBe(status);
      const places = { shown: ran.text, ...requestPlaces(server.seen), ...filePlaces(sandbox.folder) };
      expect(findKey(key, places)).toEqual([]);
    } finally {
      sandbox.remove();
      await server.close();
    }
  });
});

function projectIn(folder: string): string {
  const files = {
    'source-de/a.txt': 'Der Hund mit der Nummer 101 schläft seit Stunden im Garten.\n',
    'translations/en/.gitkeep': '',
    'glossary.yaml': 'terms:\n  Hund: { en: dog }\n',
    'tmp/.gitkeep': '',
    'crash.mjs': crash,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** An engine of the house that breaks, and says too much. */
const crash = `export const engine = {
  id: 'crash', fake: false,
  limits: { texts: 10, bytes: 10000, concurrency: 1 },
  supports: { tags: true, glossary: false, context: false, style: false, ids: false },
  version: () => '1', refuses: () => undefined, fits: () => true, estimate: () => ({ characters: 1 }),
  translate: async () => { throw new Error('sent ' + process.env.DEEPL_API_KEY); },
};
`;

function environmentOf(key: string, url: string): Record<string, string> {
  return {
    DEEPL_API_KEY: key,
    DEEPL_SERVER_URL: url,
    WORDFERRY_LLM_URL: `${url}/v1`,
    WORDFERRY_LLM_KEY: key,
    WORDFERRY_LLM_MODEL: 'toy',
    LIBRETRANSLATE_URL: url,
    LIBRETRANSLATE_KEY: key,
  };
}

/** A command in this process, without the last filter that takes keys out of what is shown. */
async function runHere(
  line: string,
  cwd: string,
  env: Record<string, string>,
): Promise<{ readonly status: number; readonly shown: string }> {
  const shown: string[] = [];
  const show = (text: string) => void shown.push(text);
  const output: Output = {
    print: show,
    paint: show,
    write: show,
    note: show,
    isTerminal: false,
    color: false,
    columns: 80,
  };
  const speaker = createSpeaker('en', env);
  const [words, json] = [line.split(' '), line.includes('--json')];
  const command = commands.find(({ name }) => line === name || line.startsWith(`${name} `));
  const given = words.slice(command?.name.split(' ').length).filter((word) => !word.startsWith('-'));
  const engine = line.includes('--engine') ? given[0] : undefined;
  const context: Context = { cwd, env, speaker, json, quiet: false, signal: never, awaiting: (work) => work(), output };
  try {
    const { run } = await command!.load();
    const status = await run(context, engine === undefined ? given : [], { engine });
    return { status, shown: shown.join('\n') };
  } catch (error) {
    return { status: explain(error, { speaker, output, json }), shown: shown.join('\n') };
  }
}
