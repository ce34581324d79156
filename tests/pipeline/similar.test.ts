import { expect, test } from 'vitest';
import type { ReviewFile } from '../../src/model.ts';
import { planTranslation } from '../../src/pipeline/index.ts';
import { readReviewFile, writeReviewFile } from '../../src/review-file/index.ts';
import { createDisk, projectOf, reviewPath, targetPath, withFile } from '../laws/disk.ts';

const known = 'Die Region Kursk blieb am Montag ruhig.';
const fresh = 'Die Region Kursk blieb am Dienstag ruhig.';

/** A reviewed sentence in one document, a similar one in another. */
function matchesOf(
  documents: readonly { readonly path: string; readonly engines: readonly string[] }[],
  route: readonly string[],
) {
  const name = 'embargo/a.txt';
  const review: ReviewFile = {
    path: reviewPath(name),
    source: `source-de/${name}`,
    languages: { source: 'de', target: 'en' },
    entries: [
      { unit: 'paragraph', source: known, target: 'The Kursk region stayed quiet on Monday.', state: 'reviewed' },
    ],
  };
  const disk = createDisk({ [name]: known, 'b.txt': fresh }, { documents });
  const text = writeReviewFile(readReviewFile(writeReviewFile(review), review.path, review.languages));
  const project = projectOf(
    withFile(withFile(disk, review.path, text), targetPath(name), 'The Kursk region stayed quiet on Monday.'),
  );
  const { requests } = planTranslation(project, { isSelected: () => true, routeOf: () => route });
  return requests.map(({ request }) => [request.text, request.match?.source]);
}

test('the most similar reviewed sentence goes with a new one', () => {
  expect(matchesOf([], ['llm'])).toEqual([[fresh, known]]);
});

const confidential = [{ path: 'embargo/**', engines: ['local'] }];

test.each([
  [['llm'], undefined],
  [['local', 'llm'], undefined],
  [['./mine.mjs'], undefined],
  [['local'], known],
])('what is confidential is shown to no remote engine: %j', (route, expected) => {
  expect(matchesOf(confidential, route)).toEqual([[fresh, expected]]);
});
