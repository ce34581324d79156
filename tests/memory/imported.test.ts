import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  createMemory,
  findMatches,
  lookAlike,
  lookUp,
  lookUpImported,
  type MemoryEntry,
} from '../../src/memory/index.ts';
import { importedPairs, openImported } from '../../src/pipeline/imported.ts';
import { defaults } from '../../src/settings.ts';

const pair = (source: string, target: string, path = 'translations/en/old.tmx'): MemoryEntry => {
  return { source, target, path, before: '', after: '' };
};
const here = { path: 'source-de/a.txt', before: '', after: '' };
const any = { least: 50, most: 3, isAllowed: () => true };

test('what was imported is asked after people, and is never in context', () => {
  const imported = [pair('Ja.', 'Yes.'), pair('Nein.', 'No.'), pair('Nein.', 'Nope.'), pair('Nein.', 'Nope.')];
  const memory = createMemory({ tree: [pair('Ja.', 'Aye.', 'source-de/b.txt')], imported: () => imported });
  expect(lookUp(memory, { ...here, source: 'Ja.' })?.target).toBe('Aye.');
  expect(lookUp(memory, { ...here, source: 'Nein.' })).toBeUndefined();
  expect(lookUpImported(memory, { ...here, source: 'Nein.' })).toEqual({
    source: 'Nein.',
    target: 'Nope.',
    path: 'translations/en/old.tmx',
    similarity: 100,
    kind: 'exact',
    isDraft: false,
  });
});

test('alike sentences come from both, people’s first where they are as similar', () => {
  const memory = createMemory({
    tree: [pair('Der rote Hund bellt.', 'mine', 'source-de/b.txt')],
    imported: () => [pair('Der rote Hund bellt.', 'theirs'), pair('Der blaue Hund bellt laut.', 'other')],
  });
  const matches = findMatches(memory, { path: 'source-de/a.txt', source: 'Der blaue Hund bellt.' }, any);
  expect(matches.map(({ pair: { target } }) => target)).toEqual(['other', 'mine']);
  expect(findMatches(memory, { path: '', source: 'Der rote Hund bellt!' }, { ...any, most: 1 })[0]?.pair.target).toBe(
    'mine',
  );
  const alike = lookAlike(memory, { path: 'source-de/a.txt', source: 'DER ROTE HUND BELLT.' });
  expect(alike.map(({ target }) => target)).toEqual(['mine', 'theirs']);
});

test('nothing is read before a sentence is looked up, and then once', () => {
  let reads = 0;
  const read = () => {
    reads += 1;
    return '<tmx><header/><tu><tuv xml:lang="de"><seg>Ja.</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu></tmx>';
  };
  const broken = () => {
    throw new UserError({ id: 'bilingual.utf16' }, { place: { file: 'b.tmx' } });
  };
  const files = [
    { path: 'a.tmx', read },
    { path: 'b.tmx', read: broken },
  ];
  const settings = { ...defaults, source: 'de', targets: ['en'] };
  const imported = openImported({ settings, earlier: { en: { head: [], left: [], imported: files } } });
  expect([reads, imported.problems()]).toEqual([0, []]);
  expect(imported.pairs('en')).toEqual([pair('Ja.', 'Yes.', 'a.tmx')]);
  expect([imported.pairs('en').length, imported.pairs('ko').length, reads]).toEqual([1, 0, 1]);
  expect(imported.problems().map(({ message, place }) => [message.id, place.file])).toEqual([
    ['bilingual.utf16', 'b.tmx'],
  ]);
});

const unit = (kind: string, source: string, target: string) =>
  `<tu segtype="${kind}"><tuv xml:lang="de"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${target}</seg></tuv></tu>`;
const bold = (i: number, text: string) => `<bpt i="${i}">&lt;b&gt;</bpt>${text}<ept i="${i}">&lt;/b&gt;</ept>`;

test.each<[what: string, text: string, pairs: readonly (readonly [string, string])[]]>([
  [
    'a paragraph in its sentences',
    unit('paragraph', 'Eins. Zwei.', 'One. Two.'),
    [
      ['Eins.', 'One.'],
      ['Zwei.', 'Two.'],
    ],
  ],
  [
    'a block whose sides differ as a whole',
    unit('block', 'Eins. Zwei.', 'One and two.'),
    [['Eins. Zwei.', 'One and two.']],
  ],
  [
    'a sentence as it is, whatever is in it',
    unit('sentence', 'Eins. Zwei.', 'One. Two.'),
    [['Eins. Zwei.', 'One. Two.']],
  ],
  [
    'tags of HTML with and without',
    unit('sentence', `Ganz ${bold(1, 'fett')}.`, `All ${bold(1, 'bold')}.`),
    [
      ['Ganz <b>fett</b>.', 'All <b>bold</b>.'],
      ['Ganz fett.', 'All bold.'],
    ],
  ],
  [
    'a paragraph whose pair of codes spans its sentences as a whole',
    unit('paragraph', bold(1, 'Eins. Zwei.'), bold(1, 'One. Two.')),
    [
      ['<b>Eins. Zwei.</b>', '<b>One. Two.</b>'],
      ['Eins. Zwei.', 'One. Two.'],
    ],
  ],
])('the memory gets %s', (_, text, pairs) => {
  const file = { path: 'a.tmx', text: `<tmx><header/>${text}</tmx>` };
  const found = importedPairs(file, { source: 'de', target: 'en' }, defaults);
  expect(found.map(({ source, target }) => [source, target])).toEqual(pairs);
});
