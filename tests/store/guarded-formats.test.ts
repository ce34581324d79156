import { expect, test } from 'vitest';
import { guardFormats } from '../../src/store/guarded-formats.ts';

const long = 'Ein Satz, der so oft da steht, dass der Text lang wird.\n'.repeat(2000);

test('long texts are read in a thread, and come back as they would here', () => {
  const guarded = guardFormats(10).formatOf('a.txt')!;
  for (const text of [long, 'Kurz.', `${long}Noch einer.`])
    expect(guarded.parse(text, { newlines: 'line' })).toEqual({
      units: expect.anything(),
      newlines: 'line',
    } satisfies object);
  expect(guarded.parse(long, { newlines: 'line' }).units).toHaveLength(2000);
});

test('a document that takes too long is refused, and the next one is read', () => {
  const formats = guardFormats(0.001);
  const format = formats.formatOf('a.txt')!;
  expect(format.parse(long, {}).refusal).toEqual({
    message: { id: 'format.slow', values: { seconds: 0.001 } },
    offset: 0,
  });
  expect(format.parse('Kurz.', {}).units).toHaveLength(1);
  formats.close();
});
