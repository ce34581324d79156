import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { collapse } from '../../src/fingerprint.ts';
import { yaml } from '../../src/formats/yaml.ts';
import type { Document } from '../../src/model.ts';
import { segmentDocument } from '../../src/pipeline/index.ts';
import { localiseDocument } from '../../src/pipeline/segment.ts';
import { defaults, type Settings } from '../../src/settings.ts';
import { splice } from '../../src/splice.ts';
import { hostileTargets } from './hostile-targets.ts';
import { expectLinearTime } from './linear-time.ts';
import { pseudoAnswers } from './pseudo-answers.ts';
import { translated } from './translated.ts';
import { valueShape } from './value-shape.ts';

const settings: Settings = { ...defaults, targets: [] };

const documentOf = (text: string, keys?: readonly string[]): Document =>
  segmentDocument({ path: 'de.yml', text }, yaml, { ...settings, keys });

const sentences = (text: string, keys?: readonly string[]): readonly string[] =>
  documentOf(text, keys).segments.map((segment) => segment.text);

/** Keys, kinds and all that is no text, by another way to read it. */
function shapeOf(text: string): unknown {
  return parseAllDocuments(text).map((document) => {
    expect(document.errors, text).toEqual([]);
    return valueShape(document.toJS());
  });
}

/** Values as people write them, with what is special in each style. */
const words = fc
  .array(fc.constantFrom('Der', 'Hund', 'bellt.', 'Ja,', '3', 'a:b', 'x#y', '강아지', '{n}', '<b>', '</b>', 'so.'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) => `Wort ${all.join(' ')}`);

const values: fc.Arbitrary<string> = fc.oneof(
  words,
  words.map((text) => text.replace(/ /g, '\n    ')),
  words.map((text) => `'${text} it''s'`),
  words.map((text) => `"${text} \\"so\\" \\u00fc\\x20\\t\\n ${text.replace(' ', ' \\\n      ')}"`),
  words.map((text) => `"${text.replace(/ /g, '\n\n    ')}"`),
  words.map((text) => `|\n    ${text}\n\n      ${text}\n    ${text}`),
  words.map((text) => `>-  # Kommentar\n    ${text}\n    ${text}\n\n    ${text}`),
  words.map((text) => `|2+\n     ${text}\n    ${text}\n`),
  words.map((text) => `[ '${text}', ${text.replace(/[,{}]/g, '')}, "${text}" ]`),
  words.map((text) => `{ a: '${text}', b: ${text.replace(/[,{}]/g, '')}\n    , c: 3 }`),
  words.map((text) => `&a !!str ${text}  # Kommentar`),
  fc.constantFrom('3', 'true', '2024-01-31', '~', '', '{}', '*a', '!x y', '/pfad'),
);

const documents = fc
  .tuple(fc.array(values, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'))
  .map(([all, end, bom]) => {
    const lines = ['first: &a Erster', ...all.map((value, at) => `  key${at}: ${value}`)].join('\n');
    return bom + `de:\n  ${lines}\n# Ende\n---\n- Ein Satz\n-   - Noch einer`.replaceAll('\n', end);
  });

test('generated catalogs come back as they were, and with other texts have the same keys and kinds', async () => {
  const property = fc.asyncProperty(documents, async (text) => {
    const document = documentOf(text);
    expect(document.refusal, text).toBeUndefined();
    expect(translated(document, ({ text: same }) => same)).toBe(text);
    const answers = await pseudoAnswers(document.segments.map((segment) => segment.text));
    const out = translated(document, (_, at) => answers[at] ?? '');
    expect(shapeOf(out), out).toEqual(shapeOf(text));
    expect(sentences(out).join(' ')).toBe(answers.join(' '));
  });
  await fc.assert(property, { seed: 1, numRuns: 200 });
});

test('any text stays the text of its value', () => {
  const property = fc.property(
    documents,
    fc.oneof(fc.constantFrom(...hostileTargets), fc.string({ unit: 'grapheme' })),
    (text, target) => {
      const document = documentOf(text);
      const out = translated(document, () => target);
      expect(shapeOf(out), out).toEqual(shapeOf(text));
    },
  );
  fc.assert(property, { seed: 1, numRuns: 200 });
});

describe('paragraphs that a person added', () => {
  test.each(['Ein Satz', "'Ein ''Satz'''", '"Ein \\"Satz\\""', '|\n  Ein Satz', '>\n  Ein Satz\n  mehr'])(
    '%s',
    (value) => {
      const text = `a: ${value}\nb: 3\n`;
      const { units } = documentOf(text);
      const added = units.flatMap((unit) => {
        const raw = text.slice(unit.start, unit.end);
        const behind = raw.replace(/(['"]?)$/, '\n\nMehr: Text$1');
        return [behind, `Mehr: Text\n\n${raw}`].map((closed) => ({ ...unit, text: yaml.close?.(closed, unit) ?? '' }));
      });
      for (const piece of added) {
        const out = splice(text, [piece]);
        expect(shapeOf(out)).toEqual(shapeOf(text));
        expect(collapse(sentences(out).join(' '))).toContain('Mehr: Text');
      }
    },
  );
});

describe('keys', () => {
  const text = 'de:\n  title: Titel\n  nav:\n    title: Start\n    items:\n    - label: Eins\n    - label: Zwei\n';
  test.each([
    [['title'], ['Titel', 'Start']],
    [['nav.title'], ['Start']],
    [['nav.items.label'], ['Eins', 'Zwei']],
    [['nav.items.1.label'], ['Zwei']],
    [['nav.*'], ['Start']],
    [['**.label'], ['Eins', 'Zwei']],
    [['de.title'], []],
    [[], []],
  ])('%j', (keys, expected) => expect(sentences(text, keys)).toEqual(expected));
});

describe('the language of a catalog', () => {
  test.each([
    ['de:\n  a: Eins\n', 'en', 'en:\n  a: Eins\n'],
    ['"de":\n  a: Eins\n', 'ko', '"ko":\n  a: Eins\n'],
    ['# c\nde: # d\n  a: Eins\n', 'no', '# c\n"no": # d\n  a: Eins\n'],
    ['\uFEFFde:\r\n  a: Eins\r\n', 'pt-BR', '\uFEFFpt-BR:\r\n  a: Eins\r\n'],
    ['de:\n  a: Eins\n', 'de-x-echo', 'de:\n  a: Eins\n'],
    ['de:\n  a: Eins\nen: {}\n', 'en', 'de:\n  a: Eins\nen: {}\n'],
    ['fr:\n  a: Eins\n', 'en', 'fr:\n  a: Eins\n'],
    ['de: Eins\n', 'en', 'de: Eins\n'],
  ])('%j → %s', (text, target, expected) => {
    const document = localiseDocument(documentOf(text), target, settings);
    expect(document.text).toBe(expected);
    expect(document.units.map(({ key }) => key)).toEqual(documentOf(text).units.map(({ key }) => key));
  });
});

describe('refused', () => {
  test.each([
    ['a value with `: `', 'a: Eins: zwei\n', 'format.yaml.broken', 3],
    ['an open quote', 'a: 1\nb: "zwei\n', 'format.yaml.broken', 14],
    ['a sign that nothing starts with', 'a: %{name} da\n', 'format.yaml.broken', 3],
    ['a control character', 'a: Ei\u0001ns\n', 'format.yaml.control', 5],
    ['lists in lists', '['.repeat(501), 'format.yaml.deep', 0],
    [
      'mappings in mappings',
      Array.from({ length: 501 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
      'format.yaml.deep',
      0,
    ],
  ])('%s', (_, text, id, offset) => {
    expect(yaml.parse(text, {})).toMatchObject({ units: [], refusal: { message: { id }, offset } });
  });

  test('500 levels are read', () => {
    const text = `a: ${'['.repeat(499)}Eins${']'.repeat(499)}\n`;
    expect(sentences(text)).toEqual(['Eins']);
  });
});

test('reads in linear time', () => {
  const many = 20_000;
  for (const text of [
    'a: Ein Text\n'.repeat(many),
    `a: "${'\\n \\\n '.repeat(many)}"`,
    `a: '${"''".repeat(many)}x'`,
    `a: |\n${'  Zeile\n'.repeat(many)}`,
    `a: >\n${'  Zeile\n   x\n'.repeat(many)}`,
    `a: ${'{n, plural, '.repeat(400)}x`,
    `a: "${'{ <b></c> { %s '.repeat(many)}"`,
    `a: x${' '.repeat(many)}\n${' '.repeat(many)}y`,
    'a: "x\ny"\n'.repeat(many),
    `? ${'- '.repeat(many)}`,
    `a: ${'&a '.repeat(many)}`,
  ]) {
    expectLinearTime(text, yaml);
  }
});
