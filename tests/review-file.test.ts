import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../src/errors.ts';
import type { Entry } from '../src/model.ts';
import { readReviewFile, renderReviewFile, writeReviewFile } from '../src/review-file/index.ts';
import { noMachine } from '../src/states.ts';
import { attempt } from '../src/store/attempt.ts';

const languages = { source: 'de', target: 'en' };
const path = 'translations/en/a.txt.review.yaml';
const read = (text: string) => readReviewFile(text, path, languages);

const file = `# wordferry review file. Edit the texts here, or edit the translated file itself; both are kept.
# Set \`state: reviewed\` when a sentence is right.
source: source-de/a.txt
segments:
  - unit: paragraph                  # the first
    de: |-
      Im Januar erbeuteten Truppen zwei Soldaten.
    en: |-
      In January, troops captured two soldiers.
    state: reviewed
    written: 5c0e77d1                # fingerprint
    editor: Kim                      # an unknown field

  # a comment above
  - de: |-
      Die Region blieb ruhig.
    en: |-
      The region stayed quiet.
    state: translated
    written: 3f9a1c20
    machine: deepl
    replaced:
      - Kursk Oblast → Kursk region
      - "a: b, c → 'd'"
    ignore: [quote_style, end_punctuation]
    previous:
      de: |-
        Die Region blieb unruhig.
      en: |-
        The region remained restless.
`;

describe('reading', () => {
  test('every field', () => {
    const { source, entries } = read(file);
    expect(source).toBe('source-de/a.txt');
    expect(entries[1]).toMatchObject({
      source: 'Die Region blieb ruhig.',
      target: 'The region stayed quiet.',
      state: 'translated',
      written: '3f9a1c20',
      machine: 'deepl',
      replaced: ['Kursk Oblast → Kursk region', "a: b, c → 'd'"],
      ignore: ['quote_style', 'end_punctuation'],
      previous: { source: 'Die Region blieb unruhig.', target: 'The region remained restless.' },
    });
  });

  const handTyped = [
    ['a colon, quotes and a hash', 'en: He said: "no" # fine', 'He said: "no" # fine'],
    ['a number', 'en: 10.000', '10.000'],
    ['a word that YAML knows', 'en: no', 'no'],
    ['a quotation that goes on', 'en: "No," he said.', '"No," he said.'],
    ['a whole quoted scalar', 'en: "No, \\u201cnever\\u201d."', 'No, “never”.'],
    ['single quotes', "en: 'It''s fine'", "It's fine"],
    ['an indicator at the start', 'en: *bold* and [link]', '*bold* and [link]'],
    ['a percent sign, an at sign', 'en: @all 5 % {x}', '@all 5 % {x}'],
    ['continued lines', 'en: He said: "no"\n      and left # at once', 'He said: "no" and left # at once'],
    ['on the next line', 'en:\n      He said: no', 'He said: no'],
    ['a folded block', 'en: >-\n      The region\n      stayed quiet.', 'The region stayed quiet.'],
    ['a block with a comment', 'en: |- # new\n      en: looks like a field', 'en: looks like a field'],
    ['a clipped block', 'en: |\n      The region.\n', 'The region.'],
    ['nothing', 'en:', ''],
    ['an empty block', 'en: >-', ''],
    ['more than five', 'en: >5', '>5'],
    ['many blanks inside', 'en: a    b   ', 'a    b'],
    ['an apostrophe at the start', "en: 'Tis # so", "'Tis # so"],
  ] as const;
  test.each(handTyped)('a hand-typed line: %s', (_, line, target) => {
    const text = `source: a\nsegments:\n  - de: Ja: "so" # ist\n    ${line}\n    state: reviewed\n`;
    expect(read(text).entries).toMatchObject([{ source: 'Ja: "so" # ist', target, state: 'reviewed' }]);
    expect(read(text.replaceAll('\n', '\r\n')).entries).toMatchObject([{ target, state: 'reviewed' }]);
  });

  test.each([
    ['conflict markers', file.replace('    state: translated', '<<<<<<< HEAD\n    state: translated'), 19],
    ['an unknown state', file.replace('state: translated', 'state: reviewd'), 19],
    ['broken YAML', file.replace('    state: translated', '    state: "translated'), undefined],
    ['a field twice', file.replace('    machine: deepl', '    machine: deepl\n    machine: mock'), 22],
    ['no mapping', 'nothing here', 1],
  ])('refuses %s with its place', (_, text, line) => {
    expect(() => read(text)).toThrow(UserError);
    try {
      read(text);
    } catch (error) {
      expect((error as UserError).status).toBe(6);
      expect((error as UserError).place.file).toBe(path);
      if (line !== undefined) expect((error as UserError).place.line).toBe(line);
    }
  });
});

describe('writing', () => {
  test('what was read keeps its bytes', () => {
    for (const text of [file, file.replaceAll('\n', '\r\n'), `${file}\n# the end\n`, file.trimEnd()])
      expect(writeReviewFile(read(text))).toBe(text);
  });

  const change = (at: number, change: Partial<Entry>) => {
    const before = read(file);
    return writeReviewFile({
      ...before,
      entries: before.entries.map((entry, index) => (index === at ? { ...entry, ...change } : entry)),
    });
  };

  test('a changed field alone is written anew', () => {
    expect(change(1, { target: 'All quiet.' })).toBe(file.replace('The region stayed quiet.', 'All quiet.'));
    expect(change(0, { state: 'final' })).toBe(file.replace('state: reviewed\n', 'state: final\n'));
    expect(change(0, { written: '01234567' })).toContain(
      '    written: "01234567"                # fingerprint\n    editor: Kim                      # an unknown field\n',
    );
  });

  test('comments in an entry stay, whatever is written anew around them', () => {
    const text = file
      .replace('state: translated\n', 'state: translated # Bob\n')
      .replace(
        'en: |-\n      The region stayed',
        '# Anna: check\n    en: |- # literally\n      # no comment\n      The region stayed',
      );
    const [first, second] = read(text).entries;
    expect(second?.target).toBe('# no comment\nThe region stayed quiet.');
    const changed: Entry = {
      ...second!,
      target: 'All quiet.',
      state: 'reviewed',
      machine: undefined,
      replaced: undefined,
      previous: undefined,
    };
    const written = writeReviewFile({ ...read(text), entries: [first!, changed] });
    expect(written.slice(written.indexOf('  # a comment'))).toBe(`  # a comment above
  - de: |-
      Die Region blieb ruhig.
    # Anna: check
    en: |- # literally
      All quiet.
    state: reviewed # Bob
    written: 3f9a1c20
    ignore: [quote_style, end_punctuation]
`);
  });

  test.each([
    [
      'entries at the margin',
      'source: a\nsegments:\n- de: Ja.\n  en: Yes.\n  state: reviewed\n',
      '\n- de: |-\n    Nein.\n',
    ],
    ['no entries', 'source: a\nsegments: []\n', 'source: a\nsegments:\n  - de: |-\n      Nein.\n'],
    ['no segments', 'source: a\n# a comment\n', '# a comment\nsegments:\n  - de: |-\n      Nein.\n'],
  ])('a new entry is laid out as the file is: %s', (_, text, expected) => {
    const before = read(text);
    const written = writeReviewFile({
      ...before,
      entries: [...before.entries, { source: 'Nein.', target: 'No.', state: 'reviewed' }],
    });
    expect(written).toContain(expected);
    expect(read(written).entries.map(({ target }) => target)).toEqual([
      ...before.entries.map(({ target }) => target),
      'No.',
    ]);
  });

  test('a path is one line, whatever it is made of', () => {
    const written = writeReviewFile({ path, source: 'source-de/a\nb: #.txt', languages, entries: [] });
    expect(written.split('\n')).toHaveLength(7);
    expect(read(written).source).toBe('source-de/a\nb: #.txt');
  });

  test('a document that moved is named, and entries take their comments along', () => {
    const before = read(file);
    const written = writeReviewFile({ ...before, source: 'source-de/b.txt', entries: before.entries.toReversed() });
    expect(written).toContain(
      '\nsource: source-de/b.txt\nsegments:\n  # a comment above\n  - de: |-\n      Die Region',
    );
    expect(written).toContain('restless.\n\n  - unit: paragraph ');
    expect(read(written).entries.map(({ source }) => source)).toEqual(
      before.entries.map(({ source }) => source).toReversed(),
    );
  });

  test.each(['a\u2028b', 'a\u0085b', 'a\ufeffb', 'a\u0007b'])('what no block can hold is quoted: %j', (text) => {
    const written = writeReviewFile({
      path,
      source: 'a',
      languages,
      entries: [{ source: text, target: text, state: 'reviewed' }],
    });
    expect(written).toContain('    en: "a');
    expect(read(written).entries[0]?.target).toBe(text);
  });

  test('one ignored check needs no list', () => {
    expect(read(file.replace('[quote_style, end_punctuation]', 'quote_style')).entries[1]?.ignore).toEqual([
      'quote_style',
    ]);
  });

  test('fields come and go in their order', () => {
    const accepted = change(1, { state: 'reviewed', ...noMachine, previous: undefined, ignore: undefined });
    expect(accepted.slice(accepted.indexOf('  # a comment'))).toBe(`  # a comment above
  - de: |-
      Die Region blieb ruhig.
    en: |-
      The region stayed quiet.
    state: reviewed
    written: 3f9a1c20
`);
    expect(change(0, { machine: 'mock' })).toContain('# fingerprint\n    machine: mock\n    editor: Kim');
    expect(change(1, { unit: 'value nav.home' })).toContain('  - unit: value nav.home\n    de: |-\n      Die Region');
  });

  test('entries come, go and move', () => {
    const before = read(file);
    const fresh: Entry = { source: 'Neu.', target: '', state: 'initial' };
    const [first, second] = before.entries as [Entry, Entry];
    const more = writeReviewFile({ ...before, entries: [first, fresh, second] });
    expect(more).toBe(
      file.replace('\n  # a comment', '\n  - de: |-\n      Neu.\n    en: |-\n    state: initial\n\n  # a comment'),
    );
    const moved = writeReviewFile({ ...before, entries: [second, first] });
    expect(read(moved).entries.map((entry) => entry.source)).toEqual([second.source, first.source]);
    const none = writeReviewFile({ ...before, entries: [] });
    expect(read(none).entries).toEqual([]);
    expect(writeReviewFile({ ...read(none), entries: [fresh] })).toContain('segments:\n  - de: |-\n      Neu.');
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(' a', 'a\nb', '- x', '# x', 'a: b', '|-', '"', '\u0085x', 'x\u2028y', '\tx', 'a\n\n b'),
  );
  const clean = text.map((value) => value.toWellFormed().replaceAll('\r\n', '\n').replace(/\n+$/, ''));
  const entry = fc.record({
    source: clean,
    target: clean,
    state: fc.constantFrom('initial', 'translated', 'reviewed', 'final'),
    note: fc.option(
      clean.filter((value) => value !== ''),
      { nil: undefined },
    ),
    replaced: fc.option(
      fc.array(
        clean.map((value) => `a ${value} → b`),
        { minLength: 1, maxLength: 3 },
      ),
      {
        nil: undefined,
      },
    ),
  });
  test('any text survives', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
        const written = writeReviewFile({ path, source: 'a', languages, entries: entries as readonly Entry[] });
        const back = read(written);
        expect(
          back.entries.map(({ source, target, state, note, replaced }) => ({ source, target, state, note, replaced })),
        ).toEqual(entries);
        expect(writeReviewFile(back)).toBe(written);
        const fresh = { path, source: 'a', languages, entries: entries as readonly Entry[] };
        expect(renderReviewFile(fresh)).toEqual(back);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  const styles: readonly ((text: string) => string)[] = [
    (written) => written,
    (written) => written.replaceAll('\n', '\r\n'),
    (written) => written.replaceAll('\n\n', '\n\n\n  # a comment\n'),
    (written) => written.replaceAll(/^ {2}/gm, '').trimEnd(),
    (written) => `${written.replaceAll(/^( +)state: /gm, '$1by: &kim Kim\n$1state: ')}\n# end\n`,
  ];
  const edit = fc.record({ at: fc.nat(6), entry, how: fc.constantFrom('change', 'state', 'remove', 'add', 'move') });
  test('an entry is read from its lines alone as from the whole file', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 5 }),
        fc.array(edit, { maxLength: 3 }),
        fc.constantFrom(...styles),
        (entries, changes, style) => {
          const written = writeReviewFile({ path, source: 'a', languages, entries: entries as readonly Entry[] });
          // A comment in the middle of a text breaks it.
          const before = attempt(() => read(style(written)));
          if (before instanceof UserError) return;
          const now = [...before.entries];
          for (const { at, entry, how } of changes) {
            const place = at % (now.length + 1);
            const [old] = now.slice(place, place + 1);
            if (how === 'add' || old === undefined) now.splice(place, 0, entry as Entry);
            else if (how === 'change') now[place] = { ...old, ...(entry as Entry) };
            else if (how === 'state') now[place] = { ...old, state: entry.state as Entry['state'] };
            else if (how === 'remove') now.splice(place, 1);
            else now.unshift(...now.splice(place, 1));
          }
          const rendered = renderReviewFile({ ...before, entries: now }, before);
          expect(rendered).toEqual(read(rendered.text));
        },
      ),
      { seed: 2, numRuns: 500 },
    );
  });
});
