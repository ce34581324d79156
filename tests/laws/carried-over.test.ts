import { describe, expect, test } from 'vitest';
import {
  acceptAll,
  createDisk,
  type Disk,
  deepl,
  edit,
  entriesOf,
  reviewPath,
  rows,
  run,
  sourcePath,
  targetPath,
  withFile,
} from './disk.ts';

/** What is carried over to a changed sentence and bills nothing: looks, numbers, another cut of the same text. */

const path = sourcePath('a.txt');

async function reviewed(text: string, settings: Partial<Disk['settings']> = {}): Promise<Disk> {
  const { disk } = await run(createDisk({ 'a.txt': text }, settings), deepl);
  return (await run(acceptAll(disk), deepl)).disk;
}

describe('the source changed in its looks or its numbers alone', () => {
  test.each([
    ['Der Hund schläft', 'Der Hund schläft.', 'Dero Hundo schläfto. | translated repair'],
    ['Er sagt „Ja“.', 'Er sagt »Ja«.', 'Ero sagto „Jao“. | translated memory'],
    ['Es sind 12 Hunde.', 'Es sind 13 Hunde.', 'Eso sindo 13 Hundeo. | translated repair'],
  ])('%s, %s', async (before, after, expected) => {
    const { asked, disk } = await run(edit(await reviewed(before), path, before, after), deepl);
    expect(asked).toEqual([]);
    expect(rows(disk)[0]?.split(' < ')[0]).toBe(`${after} | ${expected}`);
    expect(entriesOf(disk)[0]?.previous?.source).toBe(before);
    const again = await run(disk, deepl);
    expect(again.changed).toEqual([]);
  });

  test('a machine’s own text is its own, and keeps its name', async () => {
    const { disk } = await run(createDisk({ 'a.txt': 'Er sagt „Ja“. Es sind 12 Hunde.' }), deepl);
    const next = await run(withFile(disk, path, 'Er sagt »Ja«. Es sind 13 Hunde.'), deepl);
    expect(next.asked).toEqual([]);
    expect(rows(next.disk)).toEqual([
      'Er sagt »Ja«. | Ero sagto „Jao“. | translated deepl',
      'Es sind 13 Hunde. | Eso sindo 13 Hundeo. | translated repair',
    ]);
    expect(entriesOf(next.disk).map(({ previous }) => previous)).toEqual([undefined, undefined]);
  });

  test('changed twice, and back: what a person wrote is reviewed again', async () => {
    const before = await reviewed('Es sind 12 Hunde im Garten.');
    const { disk: once } = await run(edit(before, path, '12', '13'), deepl);
    const { disk: twice, asked } = await run(edit(once, path, '13', '14'), deepl);
    expect(asked).toEqual([]);
    expect(entriesOf(twice)[0]).toMatchObject({
      target: 'Eso sindo 14 Hundeo imo Garteno.',
      previous: { source: 'Es sind 12 Hunde im Garten.' },
    });
    expect(rows((await run(edit(twice, path, '14', '12'), deepl)).disk)).toEqual(rows(before));
  });

  test('a pair of another document, with where it is from', async () => {
    const disk = withFile(
      await reviewed('Der Hund schläft. Es sind 12 Hunde im Garten.'),
      sourcePath('b.txt'),
      'DER HUND SCHLÄFT! Es sind 13 Hunde im Garten. Der Hund schläft',
    );
    const { asked, disk: after } = await run(disk, deepl);
    expect(asked).toEqual(['DER HUND SCHLÄFT!']);
    expect(rows(after, 'b.txt').slice(1)).toEqual([
      'Es sind 13 Hunde im Garten. | Eso sindo 13 Hundeo imo Garteno. | translated repair',
      'Der Hund schläft | Dero Hundo schläfto | translated repair',
    ]);
  });
});

describe('split and merged', () => {
  const long = 'Die Katze sitzt auf dem Dach und der große Hund schläft im Garten hinter dem Haus.';
  const parts = ['Die Katze sitzt auf dem Dach.', 'Der große Hund schläft im Garten hinter dem Haus.'];

  test('a sentence broken in two: what it said goes to the engine with both', async () => {
    const requests: unknown[] = [];
    const engine = {
      id: 'deepl',
      answer: ({ request }: Parameters<typeof deepl.answer>[0]) => {
        requests.push([request.text, request.previous?.source ?? request.match?.source]);
        return undefined;
      },
    };
    const { disk } = await run(edit(await reviewed(long), path, long, parts.join(' ')), engine);
    expect(requests).toEqual(parts.map((part) => [part, long]));
    expect(entriesOf(disk).map(({ previous }) => previous?.source)).toEqual([long, undefined]);
  });

  test('two sentences become one: it keeps what both were', async () => {
    const { disk } = await run(edit(await reviewed(parts.join(' ')), path, parts.join(' '), long), deepl);
    expect(entriesOf(disk)).toMatchObject([{ source: long, previous: { source: parts.join(' ') } }]);
    const back = await run(edit(disk, path, long, parts.join(' ')), deepl);
    expect(back.asked).toEqual([]);
    expect(entriesOf(back.disk).map(({ state }) => state)).toEqual(['reviewed', 'reviewed']);
  });
});

describe('cut otherwise', () => {
  const rules = (...abbreviations: readonly string[]) => ({ sentences: { abbreviations: { de: abbreviations } } });

  test.each([
    ['Siehe Xyz. Bild drei hier. Ende.', rules(), rules('Xyz.'), ['Siehe Xyz. Bild drei hier.', 'Ende.']],
    ['Siehe Xyz. Bild drei hier. Ende.', rules('Xyz.'), rules(), ['Siehe Xyz.', 'Bild drei hier.', 'Ende.']],
  ])('%s, by rules %j, then %j', async (text, before, after, sources) => {
    const disk = await reviewed(text, before);
    const { asked, disk: cut } = await run({ ...disk, settings: { ...disk.settings, ...after } }, deepl);
    expect(asked).toEqual([]);
    expect(entriesOf(cut).map(({ source, state, joined }) => [source, state, joined])).toEqual(
      sources.map((source) => [source, 'reviewed', undefined]),
    );
    expect((await run(cut, deepl)).changed).toEqual([]);
    const { disk: back } = await run({ ...cut, settings: disk.settings }, deepl);
    expect(rows(back)).toEqual(rows(disk));
  });

  test('one target for both, where it cannot be told apart', async () => {
    const disk = await reviewed('Siehe Xyz. Bild drei hier.', rules('Xyz.'));
    const { disk: edited } = await run(edit(disk, targetPath('a.txt'), 'Sieheo Xyzo. Bildo', 'See picture'), deepl);
    const { asked, disk: cut } = await run({ ...edited, settings: { ...disk.settings, ...rules() } }, deepl);
    expect(asked).toEqual([]);
    expect(entriesOf(cut)).toMatchObject([
      { source: 'Siehe Xyz.', target: 'See picture dreio hiero.', state: 'reviewed' },
      { source: 'Bild drei hier.', joined: true },
    ]);
  });
});

test('notes of merged sentences stay', async () => {
  const before = await reviewed('Die Katze sitzt auf dem Dach. Der Hund schläft dort im Garten.');
  const noted = edit(before, reviewPath('a.txt'), '    state: reviewed', '    state: reviewed\n    note: Ton beachten');
  const next = await run(edit(noted, path, 'Dach. Der', 'Dach, und der'), deepl);
  expect(entriesOf(next.disk).map(({ note }) => note)).toEqual(['Ton beachten']);
});
