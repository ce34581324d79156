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
import type { BillRow, Intent, Journal, Settled } from '../../src/model.ts';
import { openJournal } from '../../src/store/journal.ts';
import { temporaryFolder } from './fixtures.ts';

const row: BillRow = { day: '2026-01-02', engine: 'deepl', document: 'source-de/a.txt', target: 'ko', characters: 12 };
const intent: Intent = { keys: ['a', 'b'], bill: [row] };
const answers: readonly Settled[] = [
  { key: 'a', answer: { text: '평양' } },
  { key: 'b', answer: { wrong: { id: 'engine.answer.empty' } } },
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
    journal.intent(intent).settle(answers, [row]);
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
    const first = journal.intent(intent);
    expect(lines()).toBe(2);
    first.settle(answers, [row]);
    expect(lines()).toBe(3);
    const second = journal.intent(intent);
    second.refused();
    expect(lines()).toBe(5);
  });
});

test.each<readonly [string, (journal: Journal) => void, boolean]>([
  ['never asked for', () => undefined, false],
  ['asked for', (journal) => journal.intent(intent), true],
  ['refused', (journal) => journal.intent(intent).refused(), false],
  ['asked for twice, refused once', (journal) => [journal.intent(intent), journal.intent(intent).refused()], true],
  ['answered', (journal) => journal.intent(intent).settle(answers, [row]), false],
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
      const intentLine = whole.indexOf(0x0a, whole.indexOf(0x0a) + 1);
      expect(known).toEqual(length >= whole.length - 1 ? [answers[0], false] : [undefined, length >= intentLine]);
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
  ['an answer without text', '{"settled":[{"key":"a","answer":{}}],"bill":[]}'],
  ['keys that are none', '{"intent":1,"keys":[1],"bill":[]}'],
  ['a bill that is none', '{"intent":1,"keys":["a"],"bill":[{"characters":"many"}]}'],
  ['a bill without its currency', JSON.stringify({ intent: 1, keys: [], bill: [{ ...row, cost: 1 }] })],
  ['a conflict of git', '<<<<<<< HEAD'],
  ['broken UTF-8', Buffer.from('{"refused":"\xff"}', 'latin1')],
])('%s in the middle stops everything with file and line', (_, bytes) => {
  const folder = newFolder();
  const file = pay(folder);
  appendFileSync(file, bytes);
  appendFileSync(file, '\n{"refused":1}\n');
  expect(errorOf(() => openJournal(folder))).toMatchObject({
    status: 6,
    place: { file, line: 4 },
    text: { id: 'journal.damaged' },
  });
});

test('what a newer wordferry wrote is not touched', () => {
  const folder = newFolder();
  const file = pay(folder);
  writeFileSync(file, '{"journal":3}\n{"what":"ever"}\n');
  expect(errorOf(() => openJournal(folder))).toMatchObject({ status: 6, text: { id: 'journal.newer' } });
});

describe('many files', () => {
  const state = (folder: string) =>
    withJournal(folder, (journal) => [
      ...['a', 'b', 'c'].map((key) => [journal.find(key), journal.isUnanswered(key)]),
      journal.bills(),
    ]);

  function payOften(): string {
    const folder = newFolder();
    withJournal(folder, (journal) => journal.intent({ keys: ['c'], bill: [{ ...row, day: '2026-01-01' }] }));
    for (let run = 0; run < 19; run += 1) pay(folder);
    return folder;
  }

  test('become one, which says all that they said; later runs add to it', () => {
    const folder = payOften();
    expect(readdirSync(folder)).toHaveLength(20);
    expect(state(folder).at(-1)).toEqual({
      billed: [{ ...row, characters: 19 * 12 }],
      perhaps: [{ ...row, day: '2026-01-01' }],
    });
    pay(folder);
    expect(readdirSync(folder)).toEqual(['000021.jsonl']);
    expect(state(folder)).toEqual([
      [answers[0], false],
      [answers[1], false],
      [undefined, true],
      { billed: [{ ...row, characters: 20 * 12 }], perhaps: [{ ...row, day: '2026-01-01' }] },
    ]);
    pay(folder);
    expect(readdirSync(folder)).toEqual(['000021.jsonl', '000022.jsonl']);
  });

  test('a crash while they become one leaves what they said, whichever of them are still there', () => {
    const folder = payOften();
    const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
    pay(folder);
    const after = state(folder);
    for (const [name, bytes] of before.slice(7)) writeFileSync(join(folder, name), bytes);
    expect(state(folder)).toEqual(after);
  });

  test('what was rescued is taken over too, and counts once', () => {
    const folder = payOften();
    const rescued = join(folder, '000000.jsonl');
    const lost: Settled = { key: 'c', answer: { text: '쿠르스크' } };
    writeFileSync(rescued, `${JSON.stringify({ settled: [lost], bill: [row], of: 1 })}\n`);
    const before = state(folder);
    expect(before.at(2)).toEqual([lost, false]);
    expect(before.at(-1)).toEqual({ billed: [{ ...row, characters: 20 * 12 }], perhaps: [] });
    const bytes = readFileSync(rescued);
    pay(folder);
    expect(readdirSync(folder)).toEqual(['000021.jsonl']);
    const after = state(folder);
    writeFileSync(rescued, bytes);
    expect(state(folder)).toEqual(after);
    expect(after.at(-1)).toEqual({ billed: [{ ...row, characters: 21 * 12 }], perhaps: [] });
  });

  test('a draft that a crash left is no file of the journal', () => {
    const folder = payOften();
    const before = state(folder);
    writeFileSync(join(folder, '000021.jsonl.draft'), '{"journal":2,"replaces":20}\n');
    expect(state(folder)).toEqual(before);
    pay(folder);
    expect(readdirSync(folder)).toEqual(['000021.jsonl']);
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
      const asking = journal.intent(intent);
      failing(name, fault('EIO'), 1);
      asking.settle(answers, [row]);
    });
    expect(readdirSync(folder)).toEqual(['000001.jsonl', '000002.jsonl']);
    withJournal(folder, (journal) => expect(journal.find('a')).toEqual(answers[0]));
  });

  test('F25 twice: what was paid is saved elsewhere, readable for its owner only', () => {
    const folder = newFolder();
    const asking = openJournal(folder).intent(intent);
    failing('writeFileSync', fault('ENOSPC'), 2);
    const error = errorOf(() => asking.settle(answers, [row]));
    expect(error).toMatchObject({ status: 7, text: { id: 'journal.rescued', values: { code: 'ENOSPC' } } });
    const saved = String(error?.text.values?.file);
    expect((statSync(saved).mode & 0o777).toString(8)).toBe('600');
    expect(withJournal(dirname(saved), (rescued) => rescued.find('a'))).toEqual(answers[0]);
  });

  test('F25 again and again: one file has all that was paid', () => {
    const journal = openJournal(newFolder());
    const askings = answers.map(() => journal.intent(intent));
    const write = fs.writeFileSync;
    vi.spyOn(fs, 'writeFileSync').mockImplementation((file, ...rest) => {
      if (typeof file === 'number') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      write(file, ...rest);
    });
    syncBuiltinESMExports();
    const errors = answers.map((answer, at) => errorOf(() => askings[at]?.settle([answer], [row])));
    const [saved, ...others] = errors.map((error) => String(error?.text.values?.file));
    expect(others).toEqual([saved]);
    expect(saved).toMatch(/wordferry-[^/]*\/000000\.jsonl$/);
    expect(readFileSync(saved ?? '', 'utf8').split('\n')).toHaveLength(3);
  });

  test('F25 everywhere, but somebody can print it', () => {
    const unsaved: object[] = [];
    const asking = openJournal(newFolder(), { onUnsaved: (line) => unsaved.push(line) }).intent(intent);
    failing('writeFileSync', fault('ENOSPC'));
    expect(errorOf(() => asking.settle(answers, [row]))).toMatchObject({
      status: 7,
      text: { id: 'journal.printed', values: { code: 'ENOSPC' } },
    });
    expect(unsaved).toEqual([{ settled: answers, bill: [row], of: 1 }]);
  });

  test('F27 an error when it is closed changes nothing: each line is on disk before', () => {
    const folder = newFolder();
    const journal = openJournal(folder);
    journal.intent(intent).settle(answers, [row]);
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
    const asking = openJournal(newFolder()).intent(intent);
    failing('writeFileSync', fault('ENOSPC'));
    expect(errorOf(() => asking.settle(answers, [row]))).toMatchObject({ status: 7, text: { id: 'journal.disk' } });
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
