import { expect, test } from 'vitest';
import { decide, isReleased } from '../../src/pipeline/publish/publish.ts';
import { mockMark } from '../../src/states.ts';
import { acceptAll, createDisk, type Disk, edit, type FakeEngine, run, targetPath } from '../laws/disk.ts';

const target = targetPath('a.txt');
const marked: FakeEngine = {
  id: 'mock',
  answer: ({ request, languages }) => `${mockMark(languages.target)} ${request.text}`,
};

const decisionOn = async (disk: Disk) => {
  const [document] = (await run(disk)).documents;
  return decide(document!, disk.settings, 'a reason');
};

test('text of mock is not published, even where a person moved or kept it', async () => {
  const disk = (await run(createDisk({ 'a.txt': 'Er kam. Sie ging.' }), marked)).disk;
  expect(isReleased(await decisionOn(disk))).toBe(false);
  for (const [from, to] of [
    [`${mockMark('en')} Er kam. ${mockMark('en')} Sie ging.`, `${mockMark('en')} Sie ging. ${mockMark('en')} Er kam.`],
    ['Er kam.', 'He came.'],
  ] as const) {
    const edited = acceptAll((await run(edit(disk, target, from, to))).disk);
    const decision = await decisionOn(edited);
    expect(decision.refusals.some(({ message, final }) => message.id === 'publish.fake' && final)).toBe(true);
    expect(isReleased(decision)).toBe(false);
  }
  const human = (
    await run(
      edit(
        edit(disk, target, `${mockMark('en')} Er kam.`, 'He came.'),
        target,
        `${mockMark('en')} Sie ging.`,
        'She left.',
      ),
    )
  ).disk;
  expect((await decisionOn(human)).refusals).toEqual([]);
});
