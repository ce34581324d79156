import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConflicts } from '../../src/conflicts.ts';
import { UserError } from '../../src/errors.ts';
import { fingerprint } from '../../src/fingerprint.ts';
import type { Entry, ReviewFile, State } from '../../src/model.ts';
import { readConflictedReview } from '../../src/pipeline/resolve/conflicted-review.ts';
import { type ReviewSides, resolveReview } from '../../src/pipeline/resolve/resolve.ts';
import { rightful } from '../../src/pipeline/resolve/rightful.ts';
import { settleSentence } from '../../src/pipeline/resolve/settle-sentence.ts';
import { readReviewFile, writeReviewFile } from '../../src/review-file/index.ts';

const languages = { source: 'de', target: 'en' };
const path = 'translations/en/a.txt.review.yaml';
const labels = { ours: 'HEAD', theirs: 'ben', base: '' };

describe('the law, entry by entry', () => {
  interface Row {
    readonly name: string;
    readonly base?: readonly string[];
    readonly ours: readonly string[];
    readonly theirs: readonly string[];
    readonly now: readonly string[];
  }
  const rows: readonly Row[] = parse(readFileSync(join(import.meta.dirname, 'resolve.yaml'), 'utf8'));

  test.each(rows)('$name', ({ base, ours, theirs, now }) => {
    const sides = { ours: fileOf(ours), theirs: fileOf(theirs), base: base && fileOf(base) };
    const { text, conflicts } = resolveReview(sides, { labels });
    expect(shown(text)).toEqual(now);
    expect(conflicts).toHaveLength(now.filter((row) => row.includes('<>')).length);
    const mirrored = resolveReview({ ...sides, ours: sides.theirs, theirs: sides.ours }, { labels, keep: 'theirs' });
    expect(mirrored.text).toBe(resolveReview(sides, { labels, keep: 'ours' }).text);
  });

  function fileOf(rows: readonly string[]): ReviewFile {
    const file = { path, source: 'source-de/a.txt', languages };
    return readReviewFile(writeReviewFile({ ...file, entries: rows.map(entryOf) }), path, languages);
  }

  function entryOf(row: string): Entry {
    const [source = '', target = '', state = ''] = row.split('|').map((part) => part.trim());
    const text = target.replace(/^[~^]/, '');
    return {
      source: source === '+' ? undefined : source,
      target: text,
      state: state.split(' ')[0] as State,
      machine: state.split(' ')[1],
      joined: target === '^' || undefined,
      written: target.startsWith('~') ? fingerprint('as it was') : fingerprint(text || source),
    };
  }

  /** Conflicts side by side. */
  function shown(text: string): readonly string[] {
    const { ours, theirs } = readConflicts(text) ?? { ours: { text }, theirs: { text } };
    const [one, other] = [ours, theirs].map((version) =>
      readReviewFile(version.text, path, languages).entries.map(line),
    );
    return (one ?? []).map((row, at) => (row === other?.[at] ? row : `${row} <> ${other?.[at]}`));
  }

  function line({ source, target, state, machine, joined, written, previous }: Entry): string {
    const mark = joined ? '^' : written === fingerprint('as it was') ? '~' : '';
    const before = previous && ` < ${previous.source} = ${previous.target}`;
    return `${source ?? '+'} | ${mark}${target} | ${state}${machine === undefined ? '' : ` ${machine}`}${before ?? ''}`;
  }
});

describe('order, grouping and repetition of branches make no difference', () => {
  const version: fc.Arbitrary<Entry> = fc.record({
    source: fc.constant('Eins.'),
    target: fc.constantFrom('', 'One.', 'Uno.', 'Un.'),
    state: fc.constantFrom<State>('initial', 'translated', 'reviewed', 'final'),
    machine: fc.constantFrom(undefined, 'deepl', 'mock', 'memory'),
    joined: fc.constantFrom(undefined, true),
    written: fc.constantFrom('One.', 'Uno.').map(fingerprint),
    previous: fc.constantFrom(undefined, { source: 'Ein.', target: 'A.' }),
    note: fc.constantFrom(undefined, 'why', 'because\n\nof that'),
    ignore: fc.constantFrom(undefined, ['quote_style'], ['whitespace', 'quote_style']),
  });
  const seed = { seed: 7, numRuns: 2000 };

  test('of the versions of a sentence', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const all = rightful([a, b, c]);
        expect(rightful([c, b, a])).toEqual(all);
        expect(rightful([...rightful([a, b]), c])).toEqual(all);
        expect(rightful([a, ...rightful([b, c])])).toEqual(all);
        expect(rightful([a, a])).toEqual([a]);
      }),
      seed,
    );
  });

  test('of notes and silenced findings', () => {
    const merge = (one: Entry, other: Entry) => settleSentence({ sides: [one, other] })[0]?.entry ?? one;
    const note = (text: string | undefined): Entry => ({
      target: 'One.',
      state: 'reviewed',
      note: text,
      ignore: text ? [text] : undefined,
    });
    const notes = fc.constantFrom(undefined, 'why', 'because', 'of that', 'a\n\nb').map(note);
    fc.assert(
      fc.property(notes, notes, notes, (a, b, c) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
      seed,
    );
  });
});

describe('what stands around the texts', () => {
  const file = (body: string, head = '') => `# Ours\nsource: source-de/a.txt\n${head}segments:\n${body}`;
  const entry = (text: string, more = '') =>
    `  - de: |-\n      ${text}\n    en: |-\n      ${text}!\n    state: reviewed\n    written: ${fingerprint(`${text}!`)}\n${more}`;
  const read = (text: string) => readReviewFile(text, path, languages);
  const sidesOf = (ours: string, theirs: string, base?: string): ReviewSides => ({
    ours: read(ours),
    theirs: read(theirs),
    base: base === undefined ? undefined : read(base),
  });

  test('comments and unknown fields of both sides stay, each once', () => {
    const base = file(entry('Eins', '    # old\n    by: Kim\n    x: 1\n'));
    const ours = file(`  # above\n${entry('Eins', '    by: Kim\n    x: 1\n    note: A # literally\n')}`);
    const theirs = file(
      entry('Eins', '    # old\n    by: Kim\n    x: 2 # why\n    y:\n      - 1\n    note: B\n'),
      'owner: desk\n# head\n',
    );
    const { text, conflicts } = resolveReview(sidesOf(ours, theirs, base), { labels });
    expect(conflicts).toEqual([]);
    for (const kept of [
      '  # above\n',
      'x: 2 # why\n',
      '    y:\n      - 1\n',
      'A # literally\n',
      '      ---\n',
      '      B\n',
      'owner: desk\n',
      '# head\n',
    ])
      expect(text).toContain(kept);
    expect(text.match(/# old/g)).toHaveLength(1);
    expect(text.match(/by: Kim/g)).toHaveLength(1);
  });

  test('different values of an unknown field are a conflict of the entry, or of the head', () => {
    const sides = sidesOf(
      file(entry('Eins', '    x: 1\n'), 'owner: A\n'),
      file(entry('Eins', '    x: 2\n'), 'owner: B\n'),
    );
    const { conflicts, text } = resolveReview(sides, { labels });
    expect(conflicts.map(({ line, ours }) => [line, ours?.source])).toEqual([
      [1, undefined],
      [12, 'Eins'],
    ]);
    expect(readConflictedReview({ path, languages, text })?.theirs.text).toBe(sides.theirs.text);
  });

  test('files that are indented differently become one', () => {
    const wide = entry('Zwei')
      .replace(/^ {2}- /, '- ')
      .replace(/^ {4}/gm, '  ')
      .replace(/^ {4}(?=Zwei)/gm, '    ');
    const { text } = resolveReview(sidesOf(file(entry('Eins')), file(wide)), { labels });
    expect(read(text).entries.map(({ source }) => source)).toEqual(['Eins', 'Zwei'].toSorted());
  });

  test('what people wrote and no entry says any more is for the memory', () => {
    const changed = entry('Eins').replace('Eins!', 'One').replace('reviewed', 'final');
    const { left, text } = resolveReview(sidesOf(file(entry('Eins')), file(changed)), { labels, keep: 'theirs' });
    expect(left).toMatchObject([{ source: 'Eins', target: 'Eins!' }]);
    expect(text).not.toContain('Eins!');
  });
});

describe("git's markers", () => {
  const body = (inner: string) => `source: a\nsegments:\n${inner}    state: reviewed\n`;
  const [one, two, old] = ['One', 'Two', 'Old'].map((text) => `  - de: A\n    en: ${text}\n`);

  test.each([
    ['merge', `<<<<<<< HEAD\n${one}=======\n${two}>>>>>>> ben\n`, undefined],
    ['diff3', `<<<<<<< HEAD\n${one}||||||| 1a2b3c\n${old}=======\n${two}>>>>>>> ben\n`, old],
    ['without labels, of another size', `<<<<<<<<<\n${one}|||||||||\n${old}=========\n${two}>>>>>>>>>\n`, old],
    ['CRLF', `<<<<<<< HEAD\r\n${one}=======\r\n${two}>>>>>>> ben\r\n`, undefined],
    [
      'a base in conflict',
      `<<<<<<< HEAD\n${one}||||||| merged common ancestors\n<<<<<<<<< Temporary merge branch 1\n${old}=========\n${two}>>>>>>>>> Temporary merge branch 2\n=======\n${two}>>>>>>> ben\n`,
      `<<<<<<<<< Temporary merge branch 1\n${old}=========\n${two}>>>>>>>>> Temporary merge branch 2\n`,
    ],
  ])('%s', (_, conflict, base) => {
    const read = readConflicts(body(conflict));
    expect([read?.ours.text, read?.theirs.text]).toEqual([body(one ?? ''), body(two ?? '')]);
    expect(read?.base?.text).toBe(base === undefined ? undefined : body(base));
  });

  test.each([
    ['without an end', '<<<<<<< HEAD\n=======\n', 3],
    ['without a beginning', '=======\n>>>>>>> ben\n', 3],
    ['one in the other', `<<<<<<< HEAD\n<<<<<<< HEAD\n=======\n>>>>>>> ben\n`, 4],
    [
      'one that is broken otherwise',
      `<<<<<<< HEAD\n${one}=======\n  - de: B\n    state: good\n  - de: C\n>>>>>>> ben\n`,
      8,
    ],
  ])('%s: the line is named', (_, conflict, line) => {
    const error = thrownBy(() => readConflictedReview({ path, languages, text: body(conflict) }));
    expect(error).toMatchObject({ status: 6, place: { file: path, line } });
  });

  function thrownBy(work: () => unknown): unknown {
    try {
      return work();
    } catch (error) {
      return error instanceof UserError ? error : undefined;
    }
  }
});
