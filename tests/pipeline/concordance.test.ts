import { expect, test } from 'vitest';
import { createTermFinder } from '../../src/glossary/find.ts';
import { parseGlossary } from '../../src/glossary/load.ts';
import { createConcordance } from '../../src/pipeline/concordance.ts';
import { expectLinear } from '../expect-linear.ts';

const glossary =
  'terms:\n  Pjöngjang: { en: Pyongyang, ko: 평양 }\n  Vereinte Nationen: { en: United Nations, ko: 유엔 }\n';
const finder = createTermFinder(parseGlossary(glossary, 'glossary.yaml'));

/** The sentences with the words marked; none where nothing was found. */
function found(word: string, source: string, target = ''): readonly string[] {
  const marked = createConcordance({ word, side: 'both', finder })({ source, target, document: 'source-de/a.md' });
  return [marked?.source, marked?.target].flatMap((side) => {
    if (side === undefined || side.marks.length === 0) return [];
    const pieces = side.marks.map(({ start, end }) => side.text.slice(start, end));
    return pieces;
  });
}

test.each<[word: string, source: string, target: string, marks: readonly string[]]>([
  ['Pjöngjang', 'Pjöngjangs Führer in Pjöngjang.', '', ['Pjöngjangs', 'Pjöngjang']],
  ['pjöngjangs', 'Er reist nach Pjo\u0308ngjang.', '', ['Pjöngjang']],
  ['Pjöngjangs', 'Er reist nach Pjo\u0308ngjang.', '', ['Pjöngjang']],
  [
    'Vereinten Nationen',
    'Die Vereinten Nationen und Vereinte  Nationen.',
    '',
    ['Vereinten Nationen', 'Vereinte  Nationen'],
  ],
  ['gipfel', 'Der GIPFEL, Gipfels, Gipfeltreffen, ein Gipfel.', '', ['GIPFEL', 'Gipfel']],
  ['the summit', '', 'The  Summit opens the summits.', ['The  Summit']],
  ['평양', '', '평양에서 신평양, 평양.', ['평양', '평양']],
  ['12.500', 'Es waren 12.500 und 112.500 und 12x500.', '', ['12.500']],
  ['(a+b)*', 'Nach (a+b)* kommt a.', '', ['(a+b)*']],
  ['fett', 'Das ist **fett**.', '', ['fett']],
  ['Hund', 'Die Katze schläft.', 'The cat sleeps.', []],
])('%s in %s %s', (word, source, target, marks) => expect(found(word, source, target)).toEqual(marks));

test.each<['source' | 'target', number, number]>([
  ['source', 1, 0],
  ['target', 0, 1],
])('in the %s alone', (side, sources, targets) => {
  const mark = createConcordance({ word: 'Pjöngjang', side, finder });
  const marked = mark({ source: 'In Pjöngjang.', target: 'In Pjöngjang.', document: 'a.txt' });
  expect([marked?.source.marks.length, marked?.target.marks.length]).toEqual([sources, targets]);
});

test('long blanks between words take linear time', () => {
  expectLinear((count) => found('a b', `a${' '.repeat(count)}`.repeat(10)), 20_000);
});
