import { expect, test } from 'vitest';
import { readConflictedReview } from '../../src/pipeline/conflicted-review.ts';
import { resolveReview } from '../../src/pipeline/resolve.ts';

const languages = { source: 'de', target: 'en' };
test('x', () => {
  const text = `# head
source: source-de/a.txt
segments:
  - unit: paragraph
    de: |-
      Eins.
<<<<<<< HEAD
    en: |-
      One.
    state: reviewed
=======
    en: |-
      Uno.
    state: translated
    machine: deepl
>>>>>>> ben
    written: 12345678

  - de: |-
      Zwei.
<<<<<<< HEAD
    en: |-
      Two.
    state: reviewed
    # because
    x: 1
=======
    en: |-
      Zwo.
    state: reviewed
    note: why
>>>>>>> ben
    written: 12345679
`;
  const review = readConflictedReview({ path: 'p', languages, text });
  const { labels, ...sides } = review!;
  const r = resolveReview(sides, { labels });
  console.log(r.text, r.settled, r.conflicts, r.left);
  const again = readConflictedReview({ path: 'p', languages, text: r.text });
  expect(resolveReview(again!, again!).text).toBe(r.text);
});
