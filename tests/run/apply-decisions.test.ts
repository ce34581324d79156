import { afterAll, beforeEach, expect, test } from 'vitest';
import type { SeenDecision } from '../../src/exchange/decisions.ts';
import { idsOf } from '../../src/ids.ts';
import { finishTranslation, planTranslation, requestMap } from '../../src/pipeline/index.ts';
import { applyDecisions } from '../../src/run/apply-decisions.ts';
import { writeDocuments } from '../../src/run/write-documents.ts';
import { readProject } from '../../src/store/project.ts';
import { translated } from '../review/translated.ts';
import { createFolder } from '../store/folder.ts';

const folder = createFolder();
afterAll(folder.remove);

const rows = [
  ['Der Hund bellt.', 'The dog barks.'],
  ['Es regnet.', 'It rains.'],
  ['Er schweigt.', 'He says nothing.'],
  ['Nichts.', '⟦mock en⟧ Nichts.', 'state: translated\n    machine: mock'],
] as const;
const [review, text] = ['translations/en/a.txt.review.yaml', 'translations/en/a.txt'];

beforeEach(() => {
  for (const [path, content] of Object.entries(translated('a.txt', rows))) folder.put(path, content);
});

async function open() {
  const project = await readProject(folder.root);
  const plan = planTranslation(project, { isSelected: () => true });
  const documents = finishTranslation(plan, requestMap(), project.settings);
  const ids = new Map(documents.flatMap((each) => idsIn(each)));
  return { documents, ids, rendering: { finder: plan.finder, settings: project.settings } };
}

function idsIn(document: ReturnType<typeof finishTranslation>[number]) {
  return [...idsOf(document.review, document.result)].map(([entry, id]) => [entry.source, id] as const);
}

async function apply(
  decide: (seen: (at: number) => Pick<SeenDecision, 'file' | 'id' | 'seen'>) => readonly SeenDecision[],
) {
  const { documents, ids, rendering } = await open();
  const decisions = decide((at) => {
    const [source, target] = rows[at] ?? ['', ''];
    return { file: review, id: ids.get(source) ?? '', seen: { source, target } };
  });
  const applied = applyDecisions(documents, decisions, rendering);
  expect(writeDocuments(folder.root, applied.documents)).toEqual([]);
  return applied.outcomes.map(({ what, reason, now }) => [what, reason?.id, now].filter((each) => each !== undefined));
}

test('accepted, edited and noted: in both files, once', async () => {
  const decide: Parameters<typeof apply>[0] = (seen) => [
    { ...seen(0), accept: true },
    { ...seen(1), target: 'It is raining.', accept: true, note: 'Present.' },
    { ...seen(2), target: 'He is silent.' },
  ];
  expect(await apply(decide)).toEqual([['applied'], ['applied'], ['applied']]);
  expect(folder.get(text)).toBe('The dog barks.\n\nIt is raining.\n\nHe is silent.\n\n⟦mock en⟧ Nichts.\n');
  const kept = folder.get(review);
  expect(kept.match(/state: reviewed/g)).toHaveLength(2);
  expect(kept).toContain('note: |-\n      Present.');
  expect(await apply(decide)).toEqual([['same'], ['same'], ['same']]);
  expect(folder.get(review)).toBe(kept);
});

test('what cannot be is left, and the rest of the document is applied all the same', async () => {
  const outcomes = await apply((seen) => [
    { ...seen(3), accept: true },
    { ...seen(1), target: ' ' },
    { ...seen(0), accept: true },
    { ...seen(0), target: 'A dog.' },
    { ...seen(2), id: 'source-de/a.txt#00000000@en' },
    { ...seen(2), file: '../../etc/passwd' },
  ]);
  expect(outcomes).toEqual([
    ['left', 'accept.fake'],
    ['left', 'review.edit.empty'],
    ['applied'],
    ['left', 'import.twice'],
    ['left', 'import.sentence'],
    ['left', 'import.document'],
  ]);
  expect(folder.get(review).match(/state: reviewed/g)).toHaveLength(1);
});

test('a sentence that reads otherwise by now stays as it is', async () => {
  folder.put(text, folder.get(text).replace('The dog barks.', 'The hound barks.'));
  const outcomes = await apply((seen) => [{ ...seen(0), target: 'A dog barks.', accept: true }]);
  expect(outcomes).toEqual([['left', 'import.changed', { source: 'Der Hund bellt.', target: 'The hound barks.' }]]);
  expect(folder.get(text)).toContain('The hound barks.');
});
