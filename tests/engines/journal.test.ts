import fs, {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { UserError } from '../../src/errors.ts';
import type { Intent, Journal, Settled } from '../../src/model.ts';
import { openJournal } from '../../src/store/journal.ts';
import { temporaryFolder } from './fixtures.ts';

const intent: Intent = { engine: 'deepl', languages: { source: 'de', target: 'ko' }, keys: ['a', 'b'], characters: 12 };
const answers: readonly Settled[] = [
  { key: 'a', billed: 5, answer: { text: '평양' } },
  { key: 'b', billed: 7, answer: { wrong: { id: 'engine.answer.empty' } } },
];

function withJournal<T>(folder: string, work: (journal: Journal) => T): T {
  const journal = openJournal(folder);
  try {
    return work(journal);
  } finally {
    journal.close();
  }
}

function pay(folder: string): string {
  withJournal(folder, (journal) => {
    journal.intent(intent);
    journal.settle(answers);
  });
  return join(folder, readdirSync(folder).sort().at(-1)!);
}

function errorOf(work: () => unknown): UserError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error as UserError;
  }
}

const newFolder = () => join(temporaryFolder(), '.wordferry', 'journal');

test('what was paid is there for later runs, each of which adds a file of its own', () => {
  const folder = newFolder();
  pay(folder);
  withJournal(folder, (journal) => {
    expect(['a', 'b', 'c'].map((key) => journal.find(key))).toEqual([...answers, undefined]);
  });
  expect(readdirSync(folder)).toEqual(['000001.jsonl']);
  pay(folder);
  expect(readdirSync(folder)).toEqual(['000001.jsonl', '000002.jsonl']);
});

test('nothing is on disk before something is paid; then only its owner can read it', () => {
  const folder = newFolder();
  withJournal(folder, (journal) => journal.find('a'));
  expect(() => statSync(folder)).toThrow('ENOENT');
  const file = pay(folder);
  const modes = [file, folder, join(folder, '..')].map((path) => (statSync(path).mode & 0o777).toString(8));
  expect(modes).toEqual(['600', '700', '700']);
});

test('each line is in the file when its call returns', () => {
  const folder = newFolder();
  withJournal(folder, (journal) => {
    const lines = () => readFileSync(join(folder, '000001.jsonl'), 'utf8').split('\n').length - 1;
    journal.intent(intent);
    expect(lines()).toBe(1);
    journal.settle(answers);
    expect(lines()).toBe(2);
    journal.refused(['c']);
    expect(lines()).toBe(3);
  });
});

test.each<readonly [string, (journal: Journal) => void, boolean]>([
  ['never asked for', () => undefined, false],
  ['asked for', (journal) => journal.intent(intent), true],
  ['refused', (journal) => [journal.intent(intent), journal.refused(['a'])], false],
  [
    'asked for twice, refused once',
    (journal) => [journal.intent(intent), journal.intent(intent), journal.refused(['a'])],
    true,
  ],
  ['answered', (journal) => [journal.intent(intent), journal.settle(answers)], false],
])('a text that was %s is unanswered now and in the next run: %s', (_, work, expected) => {
  const folder = newFolder();
  withJournal(folder, (journal) => {
    work(journal);
    expect(journal.isUnanswered('a')).toBe(expected);
  });
  withJournal(folder, (journal) => expect(journal.isUnanswered('a')).toBe(expected));
});

describe('a crash while writing', () => {
  const folder = newFolder();
  const file = pay(folder);
  const whole = readFileSync(file);
  test.each(Array.from({ length: whole.length }, (_, length) => length))(
    'after %i bytes loses at most the last line',
    (length) => {
      writeFileSync(file, whole.subarray(0, length));
      const known = withJournal(folder, (journal) => [journal.find('a'), journal.isUnanswered('a')]);
      const firstLine = whole.indexOf(0x0a);
      expect(known).toEqual(length >= whole.length - 1 ? [answers[0], false] : [undefined, length >= firstLine]);
    },
  );

  test('may leave zeros', () => {
    writeFileSync(file, Buffer.concat([whole, Buffer.alloc(100)]));
    expect(withJournal(folder, (journal) => journal.find('a'))).toEqual(answers[0]);
  });
});

test.each([
  ['no JSON', '{"settled":['],
  ['no object', '[]'],
  ['nothing', ''],
  ['another object', '{}'],
  ['an answer without text', '{"settled":[{"key":"a","billed":1,"answer":{}}]}'],
  ['keys that are none', '{"intent":{"keys":[1]}}'],
  ['a conflict of git', '<<<<<<< HEAD'],
  ['broken UTF-8', Buffer.from('{"refused":["\xff"]}', 'latin1')],
])('%s in the middle stops everything with file and line', (_, bytes) => {
  const folder = newFolder();
  const file = pay(folder);
  appendFileSync(file, bytes);
  appendFileSync(file, '\n{"refused":[]}\n');
  expect(errorOf(() => openJournal(folder))).toMatchObject({
    status: 6,
    place: { file, line: 3 },
    text: { id: 'journal.damaged' },
  });
});

test('other files of the folder are nobody’s business', () => {
  const folder = newFolder();
  pay(folder);
  writeFileSync(join(folder, 'notes.txt'), 'x\n');
  mkdirSync(join(folder, '000009.jsonl'));
  expect(withJournal(folder, (journal) => journal.find('a'))).toEqual(answers[0]);
});

test.each(['journal', '.wordferry'])('a link in place of %s is not followed', (name) => {
  const elsewhere = temporaryFolder();
  const root = temporaryFolder();
  if (name === 'journal') mkdirSync(join(root, '.wordferry'));
  symlinkSync(elsewhere, name === 'journal' ? join(root, '.wordferry', name) : join(root, name));
  const error = errorOf(() => openJournal(join(root, '.wordferry', 'journal')));
  expect(error).toMatchObject({ status: 2, text: { id: 'journal.symlink' } });
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('F26 a folder that cannot be written is found before anything is paid', () => {
  const root = temporaryFolder();
  const folder = join(root, '.wordferry', 'journal');
  const journal = openJournal(folder);
  writeFileSync(join(root, '.wordferry'), 'a file');
  expect(errorOf(() => journal.intent(intent))).toMatchObject({
    status: 7,
    text: { id: 'journal.disk', values: { code: 'ENOTDIR' } },
  });
});

describe('a disk that fails', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });

  test('F25 with too little room is found before anything is paid', () => {
    const folder = newFolder();
    const { bsize, ...rest } = fs.statfsSync(tmpdir());
    failing('statfsSync', () => ({ ...rest, bsize, bavail: 10_000_000 / bsize }));
    const error = errorOf(() => openJournal(folder).intent(intent));
    expect(error).toMatchObject({ status: 7, text: { id: 'journal.space', values: { needed: 10_000_192 } } });
  });

  test.each(['fsyncSync', 'writeFileSync'] as const)('F27 once in %s: the line goes to a new file', (name) => {
    const folder = newFolder();
    withJournal(folder, (journal) => {
      journal.intent(intent);
      failing(name, fault('EIO'), 1);
      journal.settle(answers);
    });
    expect(readdirSync(folder)).toEqual(['000001.jsonl', '000002.jsonl']);
    withJournal(folder, (journal) => expect(journal.find('a')).toEqual(answers[0]));
  });

  test('F25 twice: what was paid is saved elsewhere, readable for its owner only', () => {
    const folder = newFolder();
    const journal = openJournal(folder);
    journal.intent(intent);
    failing('writeFileSync', fault('ENOSPC'), 2);
    const error = errorOf(() => journal.settle(answers));
    expect(error).toMatchObject({ status: 7, text: { id: 'journal.rescued', values: { code: 'ENOSPC' } } });
    const saved = String(error?.text.values?.file);
    expect((statSync(saved).mode & 0o777).toString(8)).toBe('600');
    expect(withJournal(dirname(saved), (rescued) => rescued.find('a'))).toEqual(answers[0]);
  });

  test('F25 again and again: one file has all that was paid', () => {
    const journal = openJournal(newFolder());
    journal.intent(intent);
    const write = fs.writeFileSync;
    vi.spyOn(fs, 'writeFileSync').mockImplementation((file, ...rest) => {
      if (typeof file === 'number') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      write(file, ...rest);
    });
    syncBuiltinESMExports();
    const errors = answers.map((answer) => errorOf(() => journal.settle([answer])));
    const [saved, ...others] = errors.map((error) => String(error?.text.values?.file));
    expect(others).toEqual([saved]);
    expect(saved).toMatch(/wordferry-[^/]*\/000000\.jsonl$/);
    expect(readFileSync(saved ?? '', 'utf8').split('\n')).toHaveLength(3);
  });

  test('F25 everywhere, but somebody can print it', () => {
    const unsaved: object[] = [];
    const journal = openJournal(newFolder(), { onUnsaved: (line) => unsaved.push(line) });
    journal.intent(intent);
    failing('writeFileSync', fault('ENOSPC'));
    expect(errorOf(() => journal.settle(answers))).toMatchObject({
      status: 7,
      text: { id: 'journal.printed', values: { code: 'ENOSPC' } },
    });
    expect(unsaved).toEqual([{ settled: answers }]);
  });

  test('F27 an error when it is closed changes nothing: each line is on disk before', () => {
    const folder = newFolder();
    const journal = openJournal(folder);
    journal.settle(answers);
    failing('closeSync', fault('EIO'), 1);
    journal.close();
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    expect(withJournal(folder, (later) => later.find('a'))).toEqual(answers[0]);
  });

  test.each(['lstatSync', 'readdirSync', 'readFileSync'] as const)(
    'one that cannot be read (%s) is never taken for an empty one',
    (name) => {
      const folder = newFolder();
      pay(folder);
      failing(name, fault('EIO'), 1);
      expect(errorOf(() => openJournal(folder))).toMatchObject({
        status: 7,
        text: { id: 'journal.disk', values: { code: 'EIO' } },
      });
    },
  );

  test('F25 everywhere: the error says so', () => {
    const journal = openJournal(newFolder());
    journal.intent(intent);
    failing('writeFileSync', fault('ENOSPC'));
    expect(errorOf(() => journal.settle(answers))).toMatchObject({ status: 7, text: { id: 'journal.disk' } });
  });

  function failing(
    name: 'closeSync' | 'fsyncSync' | 'lstatSync' | 'readdirSync' | 'readFileSync' | 'statfsSync' | 'writeFileSync',
    how: () => never | object,
    times = Infinity,
  ): void {
    const spy = vi.spyOn(fs, name as 'statfsSync');
    const fail = how as unknown as typeof fs.statfsSync;
    if (times === Infinity) spy.mockImplementation(fail);
    else for (let time = 0; time < times; time++) spy.mockImplementationOnce(fail);
    syncBuiltinESMExports();
  }

  function fault(code: string): () => never {
    return () => {
      throw Object.assign(new Error(code), { code });
    };
  }
});
