import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { State } from '../../src/model.ts';
import { randomText } from '../formats/random-text.ts';
import { createDisk, type Disk, deepl, entriesOf, type FakeEngine, mock, review, reviewPath, run } from './disk.ts';

/** Law 5, idempotence: a second run right after the first changes no byte and asks for nothing. */

const article = 'Der Hund schläft. Die Katze wacht.\nAm 3. Mai kam Dr. Müller. Ja.\nJa.\n';

test.each<[string, FakeEngine | undefined]>([
  ['a real engine', deepl],
  ['an engine for tests', mock],
  ['no engine', undefined],
])('several documents and languages: %s', async (_, engine) => {
  const disk = createDisk({ 'a.txt': article, 'b/c.txt': 'Ja. Der Hund schläft.', 'empty.txt': '' }, {}, ['en', 'ko']);
  await expectStill((await run(disk, engine)).disk, engine);
});

/** One that breaks what the text format takes for granted. */
const oddAnswers = [
  '',
  ' ',
  '—',
  '***',
  'One. Two. Three.',
  'no stop',
  ' blanks  around \t it ',
  'a\nb',
  'a\r\n\r\nb',
  '\u00a0hard\u00a0blank\u00a0',
  'e\u0301 and \u1112\u1161\u11ab',
  'Ja.',
];

test.each(oddAnswers)('an engine that answers “%s”', async (answer) => {
  const odd: FakeEngine = {
    id: 'deepl',
    answer: ({ request }) => (request.text.includes('Katze') ? answer : `${request.text}!`),
  };
  for (const source of [
    article,
    'Die Katze wacht.',
    'Die Katze\nwacht heute Nacht.\n\nDer Hund schläft.',
    'Die Katze wacht. Der Hund schläft.\n\n***\n\nEnde.',
  ]) {
    const { disk } = await run(
      createDisk({ 'a.txt': source }, { newlines: source.includes('\n\n') ? 'paragraph' : 'line' }),
      odd,
    );
    await expectStill(disk, odd);
  }
});

/** Also where people set states and wrote targets of any kind into the review file. */
test('random texts, targets and states', async () => {
  const target = fc
    .oneof(randomText, fc.constantFrom(...oddAnswers))
    .map((text) => text.toWellFormed().replaceAll('\r', ''));
  const changes = fc.array(
    fc.record({ target, state: fc.constantFrom<State>('initial', 'translated', 'reviewed', 'final') }),
    { maxLength: 4 },
  );
  const property = fc.asyncProperty(randomText, changes, async (source, typed) => {
    const first = await run(createDisk({ 'a.txt': source }), deepl);
    await expectStill(first.disk, deepl);
    const edited = review(first.disk, reviewPath('a.txt'), (_, at) => typed[at] ?? {});
    const second = await run(edited, deepl);
    expect(second.problems).toEqual([]);
    await expectStill(second.disk, deepl);
    expect(entriesOf(second.disk).map(({ source }) => source)).toEqual(
      entriesOf(first.disk).map(({ source }) => source),
    );
  });
  await fc.assert(property, { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.RUNS ?? 200) });
});

async function expectStill(disk: Disk, engine: FakeEngine | undefined): Promise<void> {
  const again = await run(disk, engine);
  expect(again.problems).toEqual([]);
  expect(again.asked).toEqual([]);
  for (const path of again.changed) expect(again.disk.files.get(path)).toBe(disk.files.get(path));
  expect(again.disk.left).toEqual(disk.left);
}
