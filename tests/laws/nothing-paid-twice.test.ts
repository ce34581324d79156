import { describe, expect, test } from 'vitest';
import {
  acceptAll,
  createDisk,
  type Disk,
  deepl,
  edit,
  mock,
  review,
  reviewPath,
  rows,
  run,
  sourcePath,
  targetPath,
  textOf,
  translated,
  withFile,
} from './disk.ts';

/** Law 4, nothing paid twice: the engine is asked for what nobody has accepted before, and for nothing else. */

const source = [
  'Der Hund schläft im Garten. Die Katze sitzt auf dem Dach.',
  'Im Januar fiel viel Schnee. Niemand hatte damit gerechnet. Alle blieben zu Hause.',
  'Das Haus stand lange leer.',
].join('\n');

const path = sourcePath('a.txt');

async function reviewed(text = source): Promise<Disk> {
  const { disk } = await run(createDisk({ 'a.txt': text }), deepl);
  return (await run(acceptAll(disk), deepl)).disk;
}

const change = (disk: Disk, from: string, to: string) => edit(disk, path, from, to);

describe('one change of the source asks for what it changed', () => {
  test.each([
    ['a word', 'sitzt auf', 'schläft auf', ['Die Katze schläft auf dem Dach.']],
    ['the final mark', 'Schnee.', 'Schnee!', ['Im Januar fiel viel Schnee!']],
    ['a new sentence', 'Alle blieben', 'So kam es. Alle blieben', ['So kam es.']],
    ['a new paragraph', 'Das Haus', 'Ein Titel\nDas Haus', ['Ein Titel']],
    ['a sentence taken away', ' Niemand hatte damit gerechnet.', '', []],
    ['a paragraph taken away', '\nDas Haus stand lange leer.', '', []],
    [
      'a sentence moved',
      'Der Hund schläft im Garten. Die Katze sitzt auf dem Dach.',
      'Die Katze sitzt auf dem Dach. Der Hund schläft im Garten.',
      [],
    ],
    ['a paragraph moved', source, source.split('\n').toReversed().join('\n'), []],
    ['a paragraph broken in two', 'Schnee. Niemand', 'Schnee.\nNiemand', []],
    ['two paragraphs joined', 'Hause.\nDas', 'Hause. Das', []],
    [
      'a sentence broken in two',
      'Das Haus stand lange leer.',
      'Das Haus stand. Es war lange leer.',
      ['Das Haus stand.', 'Es war lange leer.'],
    ],
    [
      'a second time the same',
      'Das Haus stand lange leer.',
      'Das Haus stand lange leer. Das Haus stand lange leer.',
      [],
    ],
    ['white space around', 'Garten. Die', 'Garten.   Die', []],
    ['another form of the same letters', 'schläft', 'schla\u0308ft', []],
  ])('%s', async (_, from, to, asked) => {
    const disk = await reviewed();
    const first = await run(change(disk, from, to), deepl);
    expect(first.asked).toEqual(asked);
    expect((await run(first.disk, deepl)).asked).toEqual([]);
  });

  test('a sentence that stands several times is asked for once', async () => {
    const disk = createDisk({ 'a.txt': 'Ja. Nein. Ja.\nJa.', 'b.txt': 'Ja.' }, {}, ['en', 'ko']);
    expect((await run(disk, deepl)).asked).toEqual(['Ja.', 'Nein.', 'Ja.', 'Nein.']);
  });

  test('furniture and rulers are never asked for', async () => {
    const furniture = new Map([['Lesen Sie auch', 'omit' as const]]);
    const { asked } = await run(createDisk({ 'a.txt': 'Ja.\nLesen  Sie auch\n***\nNein.' }, { furniture }), deepl);
    expect(asked).toEqual(['Ja.', 'Nein.']);
  });
});

describe('what comes back costs nothing', () => {
  const edited = async () => {
    const disk = await reviewed();
    return (
      await run(
        edit(disk, targetPath('a.txt'), translated('Niemand hatte damit gerechnet.'), 'A person wrote this.'),
        deepl,
      )
    ).disk;
  };
  const cut = (text: string, part: string) => text.replace(part, '');

  test.each([
    ['a sentence', ' Niemand hatte damit gerechnet.'],
    ['the first of a paragraph', 'Im Januar fiel viel Schnee. '],
    ['a paragraph', 'Im Januar fiel viel Schnee. Niemand hatte damit gerechnet. Alle blieben zu Hause.\n'],
    ['the last paragraph', '\nDas Haus stand lange leer.'],
    ['all', source],
  ])('%s is cut, and pasted back later', async (_, part) => {
    const before = await edited();
    const without = await run(change(before, source, cut(source, part)), deepl);
    expect(without.problems).toEqual([]);
    const elsewhere = await run(without.disk, deepl);
    const after = await run(withFile(elsewhere.disk, path, source), deepl);
    expect(after.asked).toEqual([]);
    expect(rows(after.disk)).toEqual(rows(before));
    expect(textOf(after.disk, targetPath('a.txt'))).toBe(textOf(before, targetPath('a.txt')));
  });

  test.each([
    ['similar', 'Niemand hatte je damit gerechnet.', 'Niemand hatte je wieder damit gerechnet.'],
    ['not alike at all', 'Wer konnte das wissen?', 'Gestern kam Besuch aus Berlin.'],
    ['similar, then not', 'Niemand hatte je damit gerechnet.', 'Gestern kam Besuch aus Berlin.'],
    ['not alike, then similar', 'Gestern kam Besuch aus Berlin.', 'Niemand hatte je damit gerechnet.'],
  ])('changed, changed again, and as it was: %s', async (_, one, two) => {
    const before = await edited();
    let disk = before;
    for (const text of [one, two])
      disk = (await run(withFile(disk, path, source.replace('Niemand hatte damit gerechnet.', text)), deepl)).disk;
    const after = await run(withFile(disk, path, source), deepl);
    expect(after.asked).toEqual([]);
    expect(rows(after.disk)).toEqual(rows(before));
  });

  test('changed, reviewed, and as it was: both pairs are known', async () => {
    const before = await edited();
    const changed = source.replace('Niemand hatte', 'Niemand hatte je');
    const first = await run(withFile(before, path, changed), deepl);
    const second = await run(acceptAll(first.disk), deepl);
    expect(rows(second.disk)[3]).toBe(
      `Niemand hatte je damit gerechnet. | ${translated('Niemand hatte je damit gerechnet.')} | reviewed`,
    );
    const restored = await run(withFile(second.disk, path, source), deepl);
    expect(restored.asked).toEqual([]);
    expect(rows(restored.disk)).toEqual(rows(before));
    const again = await run(withFile(restored.disk, path, changed), deepl);
    expect(again.asked).toEqual([]);
    expect(rows(again.disk)).toEqual(rows(second.disk));
  });

  test('two neighbours that were changed and are as they were', async () => {
    const before = await reviewed('Der erste Satz ist kurz. Der zweite Satz ist kurz. Ende.');
    const other = 'Der zweite Satz ist jetzt lang. Der erste Satz ist jetzt lang. Ende.';
    const changed = await run(withFile(before, path, other), deepl);
    const after = await run(
      withFile(changed.disk, path, 'Der erste Satz ist kurz. Der zweite Satz ist kurz. Ende.'),
      deepl,
    );
    expect(after.asked).toEqual([]);
    expect(rows(after.disk)).toEqual(rows(before));
  });

  test('of several wordings that left, the newest', async () => {
    let disk = await reviewed('Ja. Nein. Ende.');
    for (const wording of ['Old.', 'Newer.', 'Old.', 'Newest.']) {
      disk = (
        await run(
          review(disk, reviewPath('a.txt'), (_, at) => (at === 1 ? { target: wording } : {})),
          deepl,
        )
      ).disk;
      disk = (await run(withFile(disk, path, 'Ja. Ende.'), deepl)).disk;
      disk = (await run(withFile(disk, path, 'Ja. Nein. Ende.'), deepl)).disk;
      expect(rows(disk)[1]).toBe(`Nein. | ${wording} | reviewed`);
    }
  });
});

describe('what people accepted elsewhere is taken over', () => {
  test('in the same neighbourhood as reviewed, elsewhere as translated', async () => {
    const before = await reviewed('Ja. Nein. Ende.');
    const disk = withFile(withFile(before, sourcePath('b.txt'), 'Ja. Nein. Ende.'), sourcePath('c.txt'), 'Nein.');
    const { asked, disk: after } = await run(disk, deepl);
    expect(asked).toEqual([]);
    expect(rows(after, 'b.txt')).toEqual(rows(before));
    expect(rows(after, 'c.txt')).toEqual(['Nein. | Neino. | translated memory source-de/a.txt']);
  });

  test('targets of engines for tests are not', async () => {
    const { disk } = await run(createDisk({ 'a.txt': 'Ja.' }), mock);
    const { asked } = await run(withFile(acceptAll(disk), sourcePath('b.txt'), 'Ja. Nein.'), deepl);
    expect(asked).toEqual(['Ja.', 'Nein.']);
  });
});
