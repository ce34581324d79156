import { expect, test } from 'vitest';
import type { Result } from '../../src/engines/outcome.ts';
import { type EngineAnswer, type PlannedRequest, requestMap, translateProject } from '../../src/pipeline/index.ts';
import { leftSentences } from '../../src/run/left-sentences.ts';
import { createDisk, projectOf } from '../laws/disk.ts';

const left: Result = { kind: 'left', reason: 'quarantined', text: { id: 'engine.answer.empty' } };

/** `a.txt:3:5 Nein.` of what the engine left when it was asked for `Ja.` and `Nein.`, in this order. */
async function placesOf(results: readonly Result[], isWritten: boolean): Promise<readonly string[]> {
  const project = projectOf(createDisk({ 'a.txt': 'Ja.\r\nJa. Nein.\r\n' }));
  const scope = { isSelected: () => true, routeOf: () => ['deepl'] };
  const translated = await translateProject(project, scope, async (requests) =>
    requestMap(
      requests.flatMap((each, at): readonly [PlannedRequest, EngineAnswer][] => {
        const result = results[at];
        return result?.kind === 'answered' ? [[each, { text: result.text, engine: 'deepl' }]] : [];
      }),
    ),
  );
  const unwritten = new Set(isWritten ? [] : translated.documents.map(({ files }) => files));
  const sentences = leftSentences(translated, { results, unwritten });
  return sentences.map(({ place, source }) => `${place.file}:${place.line}:${place.column} ${source}`);
}

test.each<readonly [string, readonly Result[], boolean, readonly string[]]>([
  ['nobody was asked', [], true, []],
  ['all are answered', Array(2).fill({ kind: 'answered', text: 'No.' }), true, []],
  ['one is left', [{ kind: 'answered', text: 'Yes.' }, left], true, ['translations/en/a.txt.review.yaml:25:9 Nein.']],
  [
    'one that stands there twice is left',
    [left, { kind: 'answered', text: 'No.' }],
    true,
    ['translations/en/a.txt.review.yaml:8:9 Ja.', 'translations/en/a.txt.review.yaml:15:9 Ja.'],
  ],
  [
    'the files were left alone',
    [left, left],
    false,
    ['source-de/a.txt:1:1 Ja.', 'source-de/a.txt:2:1 Ja.', 'source-de/a.txt:2:5 Nein.'],
  ],
])('%s', async (_, results, isWritten, places) => {
  expect(await placesOf(results, isWritten)).toEqual(places);
});
