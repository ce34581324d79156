import { describe, expect, test } from 'vitest';
import {
  acceptAll,
  createDisk,
  type Disk,
  deepl,
  edit,
  entriesOf,
  run,
  sourcePath,
  targetPath,
  textOf,
  withFile,
} from './disk.ts';

/** What a person changes in a translated file outside of its sentences stays, as the sentences do. */

const source = `---
title: Der Hund
image: hund.png
---

Der Hund schläft. Die Katze wacht.

\`\`\`js
// Zahl der Hunde
const dogs = 1;
\`\`\`

Das Pferd frisst.

- Heu
- Stroh

Ende.
`;
const [from, target] = [sourcePath('a.md'), targetPath('a.md')];

async function begun(text = source): Promise<Disk> {
  const first = (await run(createDisk({ 'a.md': text }), deepl)).disk;
  return (await run(acceptAll(first, 'a.md'), deepl)).disk;
}

async function expectStill(disk: Disk): Promise<void> {
  const again = await run(disk, deepl);
  expect(again.problems).toEqual([]);
  expect(again.asked).toEqual([]);
  expect(again.changed).toEqual([]);
}

const edits: readonly (readonly [string, string, string])[] = [
  ['a comment in code', '// Zahl der Hunde', '// number of dogs'],
  ['the path of an image', 'hund.png', 'en/dog.png'],
  ['a value that is not translated', 'image:', 'slug: dog\nimage:'],
  ['code taken away', '```js\n// Zahl der Hunde\nconst dogs = 1;\n```\n\n', ''],
  ['code added', 'Endeo.\n', 'Endeo.\n\n```\nmore\n```\n'],
  ['a comment added', 'Endeo.', '<!-- ask Kim -->\n\nEndeo.'],
  ['a paragraph and code added', 'Endeo.', 'A note.\n\n```\nmore\n```\n\nEndeo.'],
  ['a heading added', 'Endeo.', '## A note\n\nEndeo.'],
  ['an item added', '- Heuo', '- Grass\n- Heuo'],
  ['a paragraph behind code', 'const dogs = 1;\n```\n', 'const dogs = 1;\n```\n\nA note.\n'],
];

describe.each(edits)('%s', (_, before, after) => {
  test('stays, run after run, and published', async () => {
    const edited = edit(await begun(), target, before, after);
    const first = await run(edited, deepl);
    expect(first.problems).toEqual([]);
    expect(first.asked).toEqual([]);
    expect(textOf(first.disk, target)).toBe(textOf(edited, target));
    await expectStill(first.disk);
  });

  test('stays where sentences of the source change around it', async () => {
    const edited = edit(await begun(), target, before, after);
    const text = source
      .replace('Das Pferd frisst.', 'Das Pferd frisst Heu. Es ist satt.')
      .replace('Der Hund schläft. ', '');
    const changed = await run(withFile(edited, from, text), deepl);
    expect(changed.problems).toEqual([]);
    expect(textOf(changed.disk, target)).toContain(after.replaceAll('o.', '').split('\n')[0]);
    await expectStill(changed.disk);
  });

  test('is a conflict where nobody knows the source as it was, and nothing changes', async () => {
    const unknown = { ...edit(await begun(), target, before, after), outlines: new Map() };
    const { problems, changed, disk } = await run(unknown, deepl);
    if (problems.length === 0) return expect(textOf(disk, target)).toBe(textOf(unknown, target));
    expect(problems).toMatchObject([{ message: { id: 'translate.outside.unknown' }, place: { file: target } }]);
    expect(changed).toEqual([]);
  });
});

test('where the source changed there as well, both texts are shown, and nothing changes', async () => {
  const edited = edit(
    edit(await begun(), target, '// Zahl der Hunde', '// number of dogs'),
    from,
    'dogs = 1',
    'dogs = 2',
  );
  const { problems, changed } = await run(edited, deepl);
  expect(problems).toMatchObject([
    {
      message: {
        id: 'translate.outside',
        values: { source: '// Zahl der Hunde const dogs = 2;', file: '// number of dogs const dogs = 1;' },
      },
      place: { file: target, line: 9, column: 1 },
    },
  ]);
  expect(changed).toEqual([]);
  const settled = await run(
    edit(edit(edited, target, 'dogs = 1', 'dogs = 2'), target, '// number of dogs', '// Zahl der Hunde'),
    deepl,
  );
  expect(settled.problems).toEqual([]);
  const after = await run(edit(settled.disk, target, '// Zahl der Hunde', '// number of dogs'), deepl);
  expect(textOf(after.disk, target)).toContain('// number of dogs\nconst dogs = 2;');
  await expectStill(after.disk);
});

test('an added heading stays where the paragraph before it changes in the source, and the title in the file', async () => {
  const added = (await run(edit(await begun(), target, 'Daso Pferdo', '## A note\n\nDaso Pferdo'), deepl)).disk;
  const changed = edit(edit(added, target, 'Dero Hundo', 'The dog'), from, 'Die Katze wacht.', 'Die Katze wacht. Neu.');
  const { problems, disk } = await run(changed, deepl);
  expect(problems).toEqual([]);
  expect(textOf(disk, target)).toContain('\n\n## A note\n\nDaso Pferdo');
  await expectStill(disk);
});

test('what a person changed moves along where the source is renamed', async () => {
  const edited = (await run(edit(await begun(), target, '// Zahl der Hunde', '// number of dogs'), deepl)).disk;
  const text = textOf(edited, from).replace('Das Pferd frisst.', 'Das Pferd frisst Heu.');
  const { problems, disk } = await run(withFile(withFile(edited, from, undefined), sourcePath('b.md'), text), deepl);
  expect(problems).toEqual([]);
  expect(textOf(disk, targetPath('b.md'))).toContain('// number of dogs\nconst dogs = 1;');
  await expectStill(disk);
});

test.each([
  ['a colon without quotes', 'title: Dero Hundo', 'title: The dog: a life', 2],
  ['a fence taken away', 'hund.png\n---\n', 'hund.png\n', 1],
])('front matter that a person broke is said, and nothing changes: %s', async (_, before, after, line) => {
  const { problems, changed } = await run(edit(await begun(), target, before, after), deepl);
  expect(problems).toMatchObject([{ message: { id: 'format.front-matter' }, place: { file: target, line } }]);
  expect(changed).toEqual([]);
});

test('code that changes in the source changes in the translated file, whoever saw it last', async () => {
  const changed = edit(await begun(), from, 'dogs = 1', 'dogs = 2');
  const versions = { texts: [source], translated: source };
  for (const disk of [
    changed,
    { ...changed, outlines: new Map(), committed: new Map([[from, versions]]) },
    { ...changed, outlines: new Map(), committed: new Map([[from, { texts: [source] }]]) },
  ])
    expect(textOf((await run(disk, deepl)).disk, target)).toContain('const dogs = 2;');
});

test('git knows what a person changed where no run was on this machine', async () => {
  const edited = edit(await begun(), target, 'hund.png', 'en/dog.png');
  const fresh = {
    ...edited,
    outlines: new Map(),
    committed: new Map([[from, { texts: [source], translated: source }]]),
  };
  const { disk, problems } = await run(fresh, deepl);
  expect(problems).toEqual([]);
  expect(textOf(disk, target)).toBe(textOf(edited, target));
  await expectStill({ ...disk, committed: new Map() });
});

test('a formatter says nothing', async () => {
  const formatted = edit(
    edit(await begun(), target, '- Heuo\n- Stroho', '* Heuo\n* Stroho'),
    target,
    '\n\nDaso',
    '\n\n\nDaso',
  );
  const after = await run(formatted, deepl);
  expect(after.problems).toEqual([]);
  expect(entriesOf(after.disk, 'a.md')).toHaveLength(entriesOf(formatted, 'a.md').length);
  await expectStill(after.disk);
});

test('a key that the source does not have stays, with its text', async () => {
  const json = '{\n  "a": "Der Hund schläft.",\n  "b": ["Heu", "Stroh"]\n}\n';
  const disk = (await run(createDisk({ 'a.json': json }), deepl)).disk;
  const edited = edit(disk, targetPath('a.json'), '  "b"', '  "c": "More words.",\n  "b"');
  const after = await run(edited, deepl);
  expect(after.problems).toEqual([]);
  expect(textOf(after.disk, targetPath('a.json'))).toBe(textOf(edited, targetPath('a.json')));
  await expectStill(after.disk);
});

const cues =
  '1\n00:00:01,000 --> 00:00:02,000\nDer Hund\n\n2\n00:00:03,000 --> 00:00:04,000\nschläft.\n\n3\n00:01:05,000 --> 00:01:06,000\nEnde.\n';

test('times of a subtitle stay, but those inside of a sentence have no place, which is said', async () => {
  const disk = (await run(createDisk({ 'a.srt': cues }), deepl)).disk;
  const edited = edit(disk, targetPath('a.srt'), '00:01:05,000', '00:01:05,500');
  const after = await run(edited, deepl);
  expect(textOf(after.disk, targetPath('a.srt'))).toBe(textOf(edited, targetPath('a.srt')));
  await expectStill(after.disk);
  const inside = await run(edit(after.disk, targetPath('a.srt'), '00:00:03,000', '00:00:03,500'), deepl);
  expect(inside.problems).toMatchObject([{ message: { id: 'translate.inside' } }]);
  expect(inside.changed).toEqual([]);
  const retimed = edit(after.disk, sourcePath('a.srt'), '00:00:03,000', '00:00:03,200');
  expect(textOf((await run(retimed, deepl)).disk, targetPath('a.srt'))).toContain('00:00:03,200');
});

test('a list that was torn apart so that its items read as text is left alone, and said to be', async () => {
  const disk = await begun('Vorab:\n\n1. Der Hund schläft.\n2. Die Katze wacht.\n3. Das Pferd frisst.\n');
  const torn = edit(disk, target, 'schläfto.\n2.', 'schläfto.\n\nA note.\n2.');
  const { problems, changed } = await run(torn, deepl);
  expect(problems).toMatchObject([{ message: { id: 'translate.unlike' }, place: { file: target } }]);
  expect(changed).toEqual([]);
  const whole = await run(edit(disk, target, 'schläfto.\n2.', 'schläfto.\n\n   A note.\n2.'), deepl);
  expect(whole.problems).toEqual([]);
  await expectStill(whole.disk);
});
