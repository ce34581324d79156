import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTermFinder, findTerms } from '../../src/glossary/find.ts';
import { type Form, formsOf } from '../../src/glossary/german/forms.ts';
import { parseGlossary } from '../../src/glossary/load.ts';
import type { GlossaryEntry } from '../../src/model.ts';

/**
 * The finder beside one that tries a regular expression for each form at each place: slow, short, and made of other parts.
 * Apostrophes, street addresses, words that never match and closed compounds are rows of rules.yaml.
 */
const { entries } = parseGlossary(
  `terms:
     Pjöngjang: { en: X }
     Kim Jong-un: { en: X }
     Region Kursk: { variants: [Kursker Region], en: X }
     Kursk: { en: X }
     Russische Föderation: { en: X }
     nordkoreanisch: { en: X }
     Straßburg: { variants: [Café], en: X }
     UN-Charta: { en: X }
     UN: { en: X }
     Łódź: { variants: [서울], en: X }
     Öl: { inflection: none, en: X }`,
  'g.yaml',
);
const finder = createTermFinder({ entries });

test('finds what a regular expression for each form finds, in any text', () => {
  const found = { terms: 0 };
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10, size: 'max' }), fc.constantFrom('NFC', 'NFD'), (parts, form) => {
      const text = parts.join('').normalize('NFC');
      const terms = findTerms(text.normalize(form), finder);
      found.terms += terms.length;
      expect(terms.map(({ entry, surface }) => [entry.term, surface.normalize('NFC')])).toEqual(tried(text));
    }),
    { seed: 4, numRuns: 2_000 },
  );
  expect(found.terms).toBeGreaterThan(3_000);
});

const names = [
  ...[
    'Pjöngjang',
    'Pjoengjangs',
    'PJÖNGJANG',
    'PJOENGJANGS',
    'pjöngjang',
    'Kim Jong-un',
    'Kim Jong-uns',
    'Kim',
    'Jong',
  ],
  ...['KIM JONG-UN', 'un', 'Region', 'Kursk', 'Kursker', 'KURSKER', 'Kurs', 'Russischen', 'Föderation', 'Foederation'],
  ...['nordkoreanische', 'Nordkoreanischem', 'Straßburg', 'Strassburgs', 'STRAßBURG', 'STRASSBURG', 'Café', 'Cafés'],
  ...['UN', 'UNO', 'Charta', 'Łódź', 'Łódźs', '서울', '서울은', 'Öl', 'Oel', 'ÖL', 'der', 'ß', 'é', 'k', '2', '_'],
];
const gaps = [
  ' ',
  ' ',
  ' ',
  '-',
  '-',
  '\u00A0',
  '\u2011',
  '\n',
  ' \n',
  '-\n',
  '.',
  ', ',
  '„',
  '“',
  '😀',
  '…',
  '은',
  '\u0308',
];
const halves = names.flatMap((name) => [name.slice(0, 3), name.slice(3)]);
const pieces = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...names), fc.constantFrom(...gaps)).map((pair) => pair.join('')) },
  { weight: 2, arbitrary: fc.constantFrom(...halves, '\u00AD', '\u200B') },
);

interface Tried {
  readonly entry: GlossaryEntry;
  readonly kind: Form['kind'];
  readonly pattern: RegExp;
}

const patterns: readonly Tried[] = entries.flatMap((entry) =>
  formsOf(entry).map(({ text, kind }) => ({ entry, kind, pattern: patternOf(text) })),
);

function tried(text: string): readonly (readonly [term: string, surface: string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = 0; at < text.length; at++) {
    const hits = patterns.flatMap(({ entry, kind, pattern }) => {
      pattern.lastIndex = at;
      const [surface] = pattern.exec(text) ?? [];
      return surface === undefined ? [] : [{ entry, kind, surface }];
    });
    const best = hits.toSorted((a, b) => rank(b) - rank(a))[0];
    if (best === undefined) continue;
    found.push([best.entry.term, best.surface]);
    at += best.surface.length - 1;
  }
  return found;
}

/** The longest; of these what the glossary lists; the sort keeps the glossary's order. */
function rank({ surface, kind }: { readonly surface: string; readonly kind: Form['kind'] }): number {
  return surface.length * 2 + (kind === 'listed' ? 1 : 0);
}

/** Letters with invisible signs between them, and one gap that is a blank or a hyphen, perhaps at the end of a line. */
function patternOf(form: string): RegExp {
  const isCapital = form === form.toUpperCase();
  const letters = [...(isCapital ? form.replaceAll('SS', 'ß') : form)].map((letter) => {
    const blank = String.raw`[ \u00A0]`;
    if (/[ -]/.test(letter)) return `(?:[-\u2011](?:${blank}*\n${blank}*)?|${blank}+\n?${blank}*|\n${blank}*)`;
    const two = { ä: 'ae', ö: 'oe', ü: 'ue', Ö: 'Oe', ß: 'ss' }[letter];
    return two === undefined ? letter : `(?:${letter}|${isCapital ? two.toUpperCase() : two})`;
  });
  const inner = letters.map((letter) =>
    letter.replace(/ss\)|oe\)|OE\)|SS\)/gu, (pair) => `${pair[0]}\\p{DI}*${pair[1]})`),
  );
  const word = String.raw`[\p{L}\p{M}\p{N}_]`;
  return new RegExp(String.raw`(?<!${word}\p{DI}*)${inner.join(String.raw`\p{DI}*`)}(?!\p{DI}*${word})`, 'uy');
}
