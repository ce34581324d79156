import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Context } from '../../src/commands/context.ts';
import { run } from '../../src/commands/translate.ts';
import { UserError } from '../../src/errors.ts';
import { createSpeaker } from '../../src/messages/index.ts';
import { acquireLock } from '../../src/store/lock.ts';
import { heardContext } from '../heard.ts';

// What is not built has no build to be known by.
vi.mock(import('../../src/package-files.ts'), async (original) => ({ ...(await original()), buildId: () => 'test' }));

/** Nobody can set back when a file was changed: runs are later instead, by these milliseconds. */
const clock = { later: 0 };
vi.mock(import('../../src/store/lock.ts'), async (original) => {
  const { lockedSince, ...lock } = await original();
  return { ...lock, lockedSince: (root) => lockedSince(root) + clock.later };
});

const repository = resolve(import.meta.dirname, '../..');
const sessions = join(repository, 'tests/projects');
const record = '.wordferry/settled.json';
const source = 'source-de/a.txt';
const english = 'translations/en/a.txt';

let base: string;
let root: string;

/** A project after its first run. */
let translated: string;
beforeAll(async () => {
  translated = root = mkdtempSync(join(tmpdir(), 'wordferry-translated-'));
  mkdirSync(join(root, 'source-de'));
  mkdirSync(join(root, 'translations/en'), { recursive: true });
  writeFileSync(join(root, source), 'Der Hund bellt.\n');
  await translate({});
  commit();
}, 60_000);
afterAll(() => rmSync(translated, { recursive: true }));

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'wordferry-settled-'));
  root = join(base, 'project');
  mkdirSync(root);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('what a run says is the same with and without the record', () => {
  const named = readdirSync(sessions).filter((name) => existsSync(join(sessions, name, 'before')));
  test.for(named)('%s', async (name) => {
    cpSync(join(sessions, name, 'before'), root, { recursive: true });
    commit();
    const asked = { json: named.indexOf(name) % 2 === 0 };
    for (let times = 0; times < 2; times += 1) await translate(asked);
    const before = stateOf(root);
    const short = await translate(asked);
    const isShort = stateOf(root) === before;
    rmSync(join(root, record), { force: true });
    expect(short).toEqual(await translate(asked));
    // A run that is not short writes its report anew.
    if (short.status === 0 && !short.text.includes('waiting')) expect(isShort).toBe(existsSync(join(root, record)));
  });
});

interface Row {
  readonly change: (file: (path: string) => string) => void;
  readonly isShort?: true;
  readonly env?: Context['env'];
}

/** What may happen between two runs. */
const rows: Readonly<Record<string, Row>> = {
  nothing: { change: () => {}, isShort: true },
  'a touched file': { change: (file) => utimesSync(file(source), 1, 1), isShort: true },
  'the same bytes in a new file': { change: (file) => replace(file(source), (text) => text), isShort: true },
  'a hidden file among the originals': { change: (file) => writeFileSync(file('source-de/.x.swp'), ''), isShort: true },
  'an edited source': { change: (file) => replace(file(source), (text) => text.replace('Hund', 'Fuchs')) },
  'as many bytes and the old time': { change: (file) => sneak(file(source)) },
  'an edited translation': { change: (file) => replace(file(english), (text) => text.replace('Hund', 'dog')) },
  'an edited review file': {
    change: (file) => replace(file(`${english}.review.yaml`), (text) => text.replaceAll('translated', 'reviewed')),
  },
  'a translation that is gone': { change: (file) => rmSync(file(english)) },
  'a source that is gone': { change: (file) => rmSync(file(source)) },
  'a new source': { change: (file) => writeFileSync(file('source-de/b.txt'), 'Neu.\n') },
  'a new folder of sources': {
    change: (file) => {
      mkdirSync(file('source-de/deep'));
      writeFileSync(file('source-de/deep/b.txt'), 'Neu.\n');
    },
  },
  'a new language': { change: (file) => mkdirSync(file('translations/fr')) },
  'a new glossary': { change: (file) => writeFileSync(file('glossary.yaml'), 'terms:\n  Hund:\n    en: hound\n') },
  'settings that are wrong': { change: (file) => writeFileSync(file('wordferry.yaml'), 'sauce: de\n') },
  'an ignored source': { change: (file) => writeFileSync(file('.gitignore'), '/source-de/a.txt\n') },
  'a source that is a link': {
    change: (file) => {
      renameSync(file(source), file('a.txt'));
      symlinkSync('../a.txt', file(source));
    },
  },
  'a folder that is a link': {
    change: (file) => {
      renameSync(file('translations/en'), file('elsewhere'));
      symlinkSync('../elsewhere', file('translations/en'));
    },
  },
  'a commit': { change: () => commit() },
  'a merge under way': {
    change: () =>
      writeFileSync(join(root, '.git/MERGE_HEAD'), execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root })),
  },
  'a repository no more': { change: (file) => rmSync(file('.git'), { recursive: true }) },
  'a sentence that left': {
    change: (file) => writeFileSync(file('.wordferry/memory.jsonl'), '{"language":"en"}\n'),
  },
  'what a crash left': { change: (file) => writeFileSync(file('.wordferry/pending.json'), 'x') },
  'a report that is gone': { change: (file) => rmSync(file('.wordferry/report/report.md')) },
  'a report of somebody else': { change: (file) => appendFileSync(file('.wordferry/report/report.json'), 'x') },
  'a key': { change: () => {}, env: { DEEPL_API_KEY: 'not-a-key:fx' } },
  'a variable that nobody reads': { change: () => {}, env: { EDITOR: 'ed' }, isShort: true },
  'half a record': { change: (file) => replace(file(record), (text) => text.slice(0, text.length / 2)) },
  'a changed record': { change: (file) => overwrite(file(record), (text) => text.replace('unchanged', 'unhinged!')) },
  'a record of another layout': { change: (file) => writeFileSync(file(record), '{}') },
  'a record that everybody may read': { change: (file) => chmodSync(file(record), 0o644) },
  'a record that was brought along': {
    change: (file) => {
      copyFileSync(file(record), file('copy'));
      renameSync(file('copy'), file(record));
      chmodSync(file(record), 0o600);
    },
  },
};

describe('what makes a run look closer', () => {
  test.for(Object.entries(rows))('%s', async ([, { change, isShort, env = {} }]) => {
    const before = await settle();
    change((path) => join(root, path));
    cpSync(root, join(base, 'copy'), { recursive: true });
    const report = lstatSync(join(root, '.wordferry/report/report.md'), { throwIfNoEntry: false })?.mtimeMs;
    const after = await translate({ env });
    const isSame = lstatSync(join(root, '.wordferry/report/report.md')).mtimeMs === report;
    if (after.status < 2) expect(isSame).toBe(isShort === true);
    if (isShort) expect(after).toEqual(before);
    // Another way leads to the same words and bytes.
    const written = contentOf(root);
    rmSync(root, { recursive: true });
    renameSync(join(base, 'copy'), root);
    rmSync(join(root, record), { force: true });
    expect(after).toEqual(await translate({ env }));
    expect(written).toEqual(contentOf(root));
  });

  test('a change within the tick of the clock in which the file was read', async () => {
    await settle();
    sneak(join(root, source));
    expect((await translate({})).text).not.toContain('1 sentence: 1 unchanged');
  });

  test('what was young is known by its times when it has grown old', async () => {
    await settle();
    const young = readFileSync(join(root, record), 'utf8');
    clock.later = 10_000;
    await translate({});
    const old = readFileSync(join(root, record), 'utf8');
    await translate({});
    expect(young).not.toBe(old);
    clock.later = 0;
    expect(readFileSync(join(root, record), 'utf8')).toBe(old);
  });

  test('another command line, another language', async () => {
    await settle();
    const before = stateOf(root);
    const others = [{ json: true }, { quiet: true }, { language: 'de' }];
    for (const other of others) {
      expect((await translate(other)).text).not.toBe((await translate({})).text);
    }
    expect(stateOf(root)).not.toBe(before);
  });

  test('a run that holds the lock', async () => {
    await settle();
    const release = acquireLock(root);
    expect((await translate({})).status).toBe(5);
    release();
  });
});

/** A project with nothing to do, and what a run says of it. */
async function settle(): ReturnType<typeof translate> {
  cpSync(translated, root, { recursive: true });
  return translate({});
}

interface Asked extends Partial<Pick<Context, 'json' | 'quiet' | 'env'>> {
  readonly language?: string;
}

async function translate({ language = 'en', ...given }: Asked) {
  const { context, text } = heardContext(root, { ...given, speaker: createSpeaker(language, {}) });
  try {
    return { status: await run(context, [], { engine: 'mock' }), text: text() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { status: error.status, text: `${text()}${error.message}` };
  }
}

function commit(): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      cwd: root,
      stdio: 'ignore',
    });
  git('init', '-q', '-b', 'main', '--template=');
  git('add', '-A', '--', ':!.wordferry');
  git('commit', '-q', '--allow-empty', '-m', 'x');
}

/** As editors do it: a new file in its place. */
function replace(file: string, edit: (text: string) => string): void {
  writeFileSync(`${file}~`, edit(readFileSync(file, 'utf8')));
  renameSync(`${file}~`, file);
}

function overwrite(file: string, edit: (text: string) => string): void {
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}

function sneak(file: string, time = lstatSync(file).mtime): void {
  overwrite(file, (text) => text.replace('Hund', 'Kauz'));
  utimesSync(file, time, time);
}

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('.git/'));
  return names.filter((name) => !lstatSync(join(folder, name)).isDirectory()).sort();
}

/** Which files there are, what is in them, and since when. */
function stateOf(folder: string): string {
  const names = filesIn(folder).filter((name) => name !== record);
  const lines = names.map((name) => `${name} ${lstatSync(join(folder, name)).mtimeMs}`);
  return [...lines, ...contentOf(folder)].join('\n');
}

function contentOf(folder: string): readonly string[] {
  const names = filesIn(folder).filter((name) => name !== record && !lstatSync(join(folder, name)).isSymbolicLink());
  return names.map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`);
}
