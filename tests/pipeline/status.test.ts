import { expect, test } from 'vitest';
import { statusesOf } from '../../src/pipeline/status.ts';
import { cpuTime } from '../cpu-time.ts';
import { createDisk, deepl, mock, run } from '../laws/disk.ts';

test('the next run bills what status says: a sentence that stands in several places counts at the first', async () => {
  const disk = createDisk(
    { 'a.txt': 'Er kam. Sie ging.\nEr kam.', 'b.txt': 'Sie ging.\nEs regnete 🌧.', 'c.txt': '' },
    {},
    ['en', 'ko'],
  );
  for (const before of [disk, (await run(disk, mock)).disk]) {
    const bills = statusesOf((await run(before)).documents).map(({ path, next }) => [path, next]);
    expect(Object.fromEntries(bills)).toEqual({
      'translations/en/a.txt': { sentences: 2, characters: 16 },
      'translations/ko/a.txt': { sentences: 2, characters: 16 },
      'translations/en/b.txt': { sentences: 1, characters: 13 },
      'translations/ko/b.txt': { sentences: 1, characters: 13 },
      'translations/en/c.txt': { sentences: 0, characters: 0 },
      'translations/ko/c.txt': { sentences: 0, characters: 0 },
    });
    const { asked, disk: after } = await run(before, deepl);
    expect(asked).toHaveLength(6);
    expect(statusesOf((await run(after)).documents).every(({ next }) => next.characters === 0)).toBe(true);
  }
});

test('words are counted in linear time', async () => {
  const texts = [1_000, 4_000].map((count) => 'Der Hund schläft heute im Garten. '.repeat(count));
  const [short, long] = await Promise.all(texts.map((text) => run(createDisk({ 'a.txt': text }), deepl)));
  const times = [short, long].map((each) => cpuTime(() => statusesOf(each?.documents ?? [])));
  expect(statusesOf(short?.documents ?? [])[0]?.words).toBe(6_000);
  expect(times[1]).toBeLessThan(500 + 8 * (times[0] ?? 0));
});
