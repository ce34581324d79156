import { expect, test } from 'vitest';
import { guardFormats } from '../../src/store/guarded-formats.ts';
import { endsWithin } from '../../src/store/within-time.ts';

const sentences = (count: number) => 'Ein Satz, der so oft da steht, dass der Text lang wird.\n'.repeat(count);

test.each([1, 1000, 20_000])('a text of %i lines comes back as its format reads it', (count) => {
  const formats = guardFormats(10);
  const guarded = formats.formatOf('a.txt')!;
  for (const text of [sentences(count), `${sentences(count)}Noch einer.`])
    expect(guarded.parse(text, { newlines: 'line' })).toEqual({
      units: expect.anything(),
      newlines: 'line',
    } satisfies object);
  expect(guarded.parse(sentences(count), { newlines: 'line' }).units).toHaveLength(count);
  formats.close();
});

/** Both take longer than a millisecond, in this thread and in another. */
test.each([15_000, 20_000])(
  'a document of %i lines that takes too long is refused, and the next one is read',
  (count) => {
    const formats = guardFormats(0.001);
    const format = formats.formatOf('a.txt')!;
    expect(format.parse(sentences(count), {}).refusal).toEqual({
      message: { id: 'format.slow', values: { seconds: 0.001 } },
      offset: 0,
    });
    expect(format.parse('Kurz.', {}).units).toHaveLength(1);
    formats.close();
  },
);

test('work without an end is stopped, in a loop and in a regular expression', () => {
  const forever = () => {
    for (;;);
  };
  expect(endsWithin(0.01, forever)).toBe(false);
  expect(endsWithin(0.01, () => /^(a+)+$/.test(`${'a'.repeat(40)}b`))).toBe(false);
});

test('work that ends gives what it did, and what it threw', () => {
  const done: string[] = [];
  expect(endsWithin(10, () => done.push('work'))).toBe(true);
  expect(done).toEqual(['work']);
  expect(() => endsWithin(10, () => JSON.parse('{'))).toThrow(SyntaxError);
});
