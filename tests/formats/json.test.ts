import { isStructurallySame, parse as parseIcu } from '@formatjs/icu-messageformat-parser';
import fc from 'fast-check';
import { type Node, type ParseError, parse, parseTree } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { json } from '../../src/formats/json.ts';
import type { Document, Language } from '../../src/model.ts';
import { engineText, fromEngine } from '../../src/pipeline/codes.ts';
import { segmentDocument } from '../../src/pipeline/index.ts';
import { localiseDocument } from '../../src/pipeline/segment.ts';
import { defaults, type Settings } from '../../src/settings.ts';
import { cpuTime } from '../cpu-time.ts';
import { hostileTargets } from './hostile-targets.ts';
import { expectKeptBytes } from './kept-bytes.ts';
import { pseudoAnswers } from './pseudo-answers.ts';
import { translated } from './translated.ts';

const settings: Settings = { ...defaults, targets: [] };

const documentOf = (text: string, keys?: readonly string[]): Document =>
  segmentDocument({ path: 'de.json', text }, json, { ...settings, keys });

const localised = (text: string, target: Language): string => localiseDocument(documentOf(text), target, settings).text;

/** Keys, order, and all that is no text, as another parser reads them. */
function shapeOf(text: string): unknown {
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
  expect(errors, text).toEqual([]);
  return shape(tree);
}

function shape(node: Node | undefined): unknown {
  if (node?.type === 'property') return [node.children?.[0]?.value, shape(node.children?.[1])];
  return node?.children?.map(shape) ?? (typeof node?.value === 'string' ? 'text' : node?.value);
}

/** The target that an engine's answer gives; what cannot be put back is left as it was. */
const answered = (document: Document, answer: string) =>
  translated(document, (segment) => fromEngine(answer, segment, document) ?? segment.text);

describe('which values are texts', () => {
  test.each([
    ['{"a": "Wort", "b": "12", "c": "{x}", "d": "%s"}', ['a']],
    ['{"a": "https://example.org", "b": "info@example.org", "c": "www.example.org", "d": "mailto:a@b.de"}', []],
    ['{"a": "/ueber/uns", "b": "./x", "c": "img/logo.png", "d": "logo.svg", "e": "C:\\\\x"}', []],
    ['{"a": "und/oder", "b": "/Monat", "c": "Leser/in", "d": "z.B.", "e": "usw.", "f": "Tel:"}', 'abcdef'.split('')],
    ['{"a": "#fff", "b": "rgb(1, 2, 3)", "c": "12px", "d": "text/html", "e": "de-DE"}', []],
    ['{"a": "snake_case", "b": "SNAKE_CASE", "c": "nav.home", "d": "camelCase", "e": "true"}', []],
    ['{"a": "Leser_innen", "b": "E-Mail", "c": "COVID-19", "d": "iPhone", "e": "ja"}', 'abcde'.split('')],
    ['{"@@locale": "de", "@a": {"description": "Text"}, "$schema": "Text", "a": "Text"}', ['a']],
    ['{"a": {"message": "Text", "description": "Wozu"}}', ['a.message']],
    ['{"a": {"defaultMessage": "Text", "description": "Wozu"}}', ['a.defaultMessage']],
    ['{"a": {"message": "Text", "title": "Titel"}}', ['a.message', 'a.title']],
    ['{"a": {"message": "Text", "description": "Wozu"}, "b": "Text"}', ['a.message', 'a.description', 'b']],
    ['{"name": "Paket", "devDependencies": {}}', []],
    ['{"a.b": {"c\\\\d": "Text"}, "a": {"b": "Text"}}', ['a\\.b.c\\\\d', 'a.b']],
    ['"Text"', [undefined]],
  ])('%s', (text, keys) => {
    expect(documentOf(text).units.map(({ key }) => key)).toEqual(keys);
  });

  test.each([
    [['title'], ['title', 'nav.title', 'items.0.title']],
    [['nav.*'], ['nav.title', 'nav.text']],
    [['nav.title'], ['nav.title']],
    [['**.text'], ['text', 'nav.text', 'nav.deep.text']],
    [['nav.**'], ['nav.title', 'nav.text', 'nav.deep.text']],
    [['items.*.t*e'], ['items.0.title']],
    [['items.title'], ['items.0.title']],
    [['nothing'], []],
  ])('keys: %s', (keys, expected) => {
    const text = JSON.stringify({
      title: 'Text',
      text: 'Text',
      nav: { title: 'Text', text: 'Text', deep: { text: 'Text' } },
      items: [{ title: 'Text' }],
      dependencies: {},
    });
    expect(documentOf(text, keys).units.map(({ key }) => key)).toEqual(expected);
  });
});

describe('what is no JSON is refused, with its place', () => {
  test.each([
    ['', 'format.json.end', 0],
    ['{', 'format.json.end', 1],
    ['{"a"', 'format.json.end', 4],
    ['["a', 'format.json.end', 3],
    ['{"a": 1 "b": 2}', 'format.json.sign', 8],
    ['{a: 1}', 'format.json.sign', 1],
    ['{"a" 1}', 'format.json.sign', 5],
    ['[1,,2]', 'format.json.value', 3],
    ['[01]', 'format.json.sign', 2],
    ['["a\nb"]', 'format.json.control', 3],
    ['["\\x"]', 'format.json.escape', 2],
    ['["\\u12g4"]', 'format.json.escape', 2],
    ['{} {}', 'format.json.after', 3],
    ['{} /* x', 'format.json.after', 3],
    ["['a']", 'format.json.value', 1],
    ['[1]\u00A0', 'format.json.after', 3],
    ['['.repeat(501), 'format.json.deep', 500],
    [`{"a": "${'{n, plural, other {'.repeat(501)}${'}}'.repeat(501)}"}`, 'format.json.deep', 6],
  ])('%s', (text, id, offset) => {
    const { units, refusal } = json.parse(text, {});
    expect({ units, id: refusal?.message.id, offset: refusal?.offset }).toEqual({ units: [], id, offset });
  });

  test('500 levels are read', () => {
    expect(json.parse(`${'['.repeat(499)}"Text"${']'.repeat(499)}`, {}).units).toHaveLength(1);
  });
});

/** Pieces that mean something to JSON, to ICU messages or to placeholders. */
const pieces = fc.constantFrom(
  'Der ',
  'Hund',
  '. ',
  'Ja! ',
  ' ',
  '3',
  '강아지',
  '😀',
  '\\"',
  '\\\\',
  '\\/',
  '\\n',
  '\\r\\n',
  '\\t',
  '\\u00e4',
  '\\u000A',
  '\\ud83d\\ude00',
  '\\ud83d',
  '\\udc00',
  '\\u0000',
  '\\b',
  '{',
  '}',
  '{name}',
  '{{x}}',
  '%s',
  '%(a)s',
  '$\u007By}',
  "'",
  "''",
  "'{'",
  "'{x}'",
  '#',
  '<b>',
  '</b>',
  '<br/>',
  '<a href=\\"x\\">',
  '<',
  '>',
  '{n, plural, one {',
  '} other {',
  '}}',
  '{d, date, short}',
  '$t(k)',
  '//',
  '/*',
  '\u2028',
  '\u00A0',
);

const strings = fc.array(pieces, { maxLength: 14 }).map((all) => `"${all.join('')}"`);

const documents: fc.Arbitrary<string> = fc.letrec<{ value: string; object: string; array: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    strings,
    fc.constantFrom('1', '-2.5e3', 'true', 'null', '"{n, plural, one {# Tag} other {# Tage}} ab heute"'),
    tie('object'),
    tie('array'),
  ),
  object: fc
    .array(
      fc.tuple(fc.oneof(fc.constantFrom('"a"', '"b_one"', '"b_other"', '"a.b"', '"\\u0061"'), strings), tie('value')),
      { maxLength: 5 },
    )
    .map(
      (all) =>
        `{\r\n  ${all.map(([key, value]) => `${key}: ${value}`).join(', // x\n  ')}${all.length > 0 ? ',' : ''} }`,
    ),
  array: fc.array(tie('value'), { maxLength: 4 }).map((all) => `[${all.join(' /* , */,\t')}]`),
})).object;

describe('laws on generated documents', () => {
  test('what is not translated keeps its bytes', () => {
    fc.assert(
      fc.property(documents, (text) => expectKeptBytes(documentOf(text))),
      { seed: 1, numRuns: 400 },
    );
  });

  test('whatever is written stays in its place', () => {
    fc.assert(
      fc.property(documents, fc.array(pieces, { maxLength: 8 }), (text, answer) => {
        const document = documentOf(text);
        expect(shapeOf(translated(document, () => answer.join('')))).toEqual(shapeOf(text));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('texts are those that JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (value) => {
        const text = JSON.stringify({ key: `Wort ${value}` });
        const [unit] = documentOf(text).units;
        const answer = translated(documentOf(text), ({ text: source }) => source);
        expect(JSON.parse(answer)).toEqual({ key: `Wort ${value}` });
        expect(unit?.key).toBe('key');
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

test.each(hostileTargets)('a target is read as it was meant: %s', (target) => {
  const text = '{"a": "Ein Wort", "b": ["Noch eins\\u0021"]}';
  const written = translated(documentOf(text), () => target);
  const line = target.replace(/\s*[\r\n]\s*/g, ' ');
  expect(parse(written)).toEqual({ a: line, b: [line] });
});

test('a file in ASCII stays one', () => {
  const text = '{"a": "Gr\\u00fc\\u00DFe"}';
  expect(translated(documentOf(text), () => '강 😀 ü')).toBe('{"a": "\\uac15 \\ud83d\\ude00 \\u00fc"}');
});

describe('ICU messages', () => {
  const one = (message: string) => documentOf(JSON.stringify({ message, icu: '{n, number} Tage' }));

  test.each([
    ['Hallo {name}!', "It's {ok"],
    ['Hallo {name}!', "'{'"],
    ['Hallo {name}!', "}{ '' {'} '{{' <b> </b> a < b # ''#'"],
    ['{n, plural, other {Alle # Dateien}}', "# '#' '{#}' don't"],
    ['Geht’s "so"?', "'"],
    ["Ein '{' und ein '}'.", '} {'],
  ])('%s: “%s” is text', (message, answer) => {
    const document = one(message);
    const [segment] = document.segments;
    const marks = engineText(segment!, document).match(/<x id="\d+"\/>/g) ?? [];
    const target = fromEngine(answer + marks.join(''), segment!, document);
    const written = JSON.parse(translated(document, (each) => (each === segment ? (target ?? 'refused') : each.text)))
      .message as string;
    expect(literalsOf(written)).toBe(answer);
    expect(isStructurallySame(parseIcu(message), parseIcu(written)).success).toBe(true);
  });

  test.each([
    ['Hallo {name}!', 'Hello {name} {other}!'],
    ['Hallo {name}!', '<x id="1"/> <x id="1"/>'],
    ['<b>Hallo</b> du', '<g id="1">Hello'],
    ['<b>Hallo</b> du', 'Hello'],
  ])('%s: “%s” is refused or text', (message, answer) => {
    const document = one(message);
    const target = fromEngine(answer, document.segments[0]!, document);
    if (target !== undefined) expect(isStructurallySame(parseIcu(message), parseIcu(target)).success).toBe(true);
    else expect(target).toBeUndefined();
  });

  test.each([
    ['Mehr <link>hier</link>.', 'Mehr <g id="1">hier</g>.'],
    ['Eins<br>zwei {n}', 'Eins<x id="1"/>zwei <x id="2"/>'],
  ])('%s is asked as %s', (message, asked) => {
    const document = one(message);
    expect(engineText(document.segments[0]!, document)).toBe(asked);
  });

  test('no answer changes the arguments of a message', () => {
    const texts = fc.array(pieces, { maxLength: 8 }).map((all) => all.join('').replace(/\\./g, ''));
    fc.assert(
      fc.property(texts, texts, (source, answer) => {
        const message = `Wort ${source}`;
        const ast = read(message);
        fc.pre(ast !== undefined);
        const document = one(message);
        const written = JSON.parse(answered(document, `Word ${answer}`)).message as string;
        expect(isStructurallySame(ast!, parseIcu(written)).success).toBe(true);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  function read(message: string): ReturnType<typeof parseIcu> | undefined {
    try {
      return parseIcu(message);
    } catch {
      return undefined;
    }
  }

  /** What a message says besides its arguments. */
  function literalsOf(message: string): string {
    return parseIcu(message)
      .flatMap((node) => ('options' in node ? (node.options.other?.value ?? []) : [node]))
      .map((node) => (node.type === 0 ? node.value : ''))
      .join('');
  }
});

describe('other languages need', () => {
  test.each<[string, Language, string, string]>([
    [
      'no singular in Korean',
      'ko',
      '{n, plural, =0 {keine} one {# Tag} other {# Tage}}',
      '{n, plural, =0 {keine} other {# Tage}}',
    ],
    [
      'few and many in Polish, as copies of other',
      'pl',
      '{n, plural,\n  one {# Tag}\n  other {# Tage}\n}',
      '{n, plural,\n  one {# Tag}\n  few {# Tage}\n  many {# Tage}\n  other {# Tage}\n}',
    ],
    [
      'nothing in Austria',
      'de-AT',
      '{n, plural, one {# Tag} other {# Tage}}',
      '{n, plural, one {# Tag} other {# Tage}}',
    ],
    ['nothing in English', 'en', '{n, plural, one {# Tag} other {# Tage}}', '{n, plural, one {# Tag} other {# Tage}}'],
    [
      'ordinals in English',
      'en',
      '{n, selectordinal, other {#. Platz}}',
      '{n, selectordinal, one {#. Platz} two {#. Platz} few {#. Platz} other {#. Platz}}',
    ],
    [
      'sentences, not pieces of them',
      'en',
      'Sie <b>haben {n, plural, one {# Datei} other {# Dateien}}</b> im {ort}.',
      '{n, plural, one {Sie <b>haben # Datei</b> im {ort}.} other {Sie <b>haben # Dateien</b> im {ort}.}}',
    ],
    [
      'each combination of choices',
      'ko',
      '{g, select, a {Sie} other {Er}} hat {n, plural, one {ein Foto} other {# Fotos}}.',
      '{g, select, a {{n, plural, other {Sie hat # Fotos.}}} other {{n, plural, other {Er hat # Fotos.}}}}',
    ],
    [
      'the number of the outer plural by its name',
      'ko',
      '{n, plural, other {# Fotos in {m, plural, other {# Alben}}}}',
      '{n, plural, other {{m, plural, other {{n, number} Fotos in # Alben}}}}',
    ],
    [
      'choices without text around them as they are',
      'en',
      '{n, plural, one {Tag} other {Tage}} {m, plural, one {Uhr} other {Uhren}}',
      '{n, plural, one {Tag} other {Tage}} {m, plural, one {Uhr} other {Uhren}}',
    ],
    [
      'a sign left where it reads as text',
      'en',
      'Platz #1 für {n, plural, one {Tag} other {Tage}}',
      'Platz #1 für {n, plural, one {Tag} other {Tage}}',
    ],
  ])('%s (%s)', (_, language, message, expected) => {
    const written = JSON.parse(localised(JSON.stringify({ message }), language)).message as string;
    expect(written).toBe(expected);
    expect(isStructurallySame(parseIcu(message), parseIcu(written)).success).toBe(true);
  });

  test.each<[string, Language, string, string]>([
    ['i18next', 'ko', '{\n  "a_one": "Tag",\n  "a_other": "Tage", "b": "c"\n}', '{\n  "a_other": "Tage", "b": "c"\n}'],
    ['the last member', 'ko', '{ "a_other": "Tage", "a_one": "Tag" }', '{ "a_other": "Tage" }'],
    ['zero', 'ko', '{"a_zero": "kein", "a_one": "Tag", "a_other": "Tage"}', '{"a_zero": "kein", "a_other": "Tage"}'],
    ['comments', 'ko', '{"a_one": "x", /* y */ "a_other": "z"}', '{/* y */ "a_other": "z"}'],
    ['an object', 'ko', '{"a": {"one": "Tag", "other": "Tage"}}', '{"a": {"other": "Tage"}}'],
    [
      'no plural',
      'ko',
      '{"a_one": "Tag", "one": "eins", "other": "andere", "b": "c"}',
      '{"a_one": "Tag", "one": "eins", "other": "andere", "b": "c"}',
    ],
    [
      'Polish',
      'pl',
      '{\n  "a_one": "T\\u00e4gchen",\n  "a_other": "Tage"\n}',
      '{\n  "a_one": "T\\u00e4gchen",\n  "a_few": "Tage",\n  "a_many": "Tage",\n  "a_other": "Tage"\n}',
    ],
    ['ARB', 'pt-BR', '{"@@locale": "de", "a": "Text"}', '{"@@locale": "pt_BR", "a": "Text"}'],
    [
      'escapes',
      'ko',
      '{"a": "{n, plural, one {\\u00e4} other {\\u00E4 \\"#\\"}}"}',
      '{"a": "{n, plural, other {\\u00E4 \\"#\\"}}"}',
    ],
  ])('members: %s (%s)', (_, language, text, expected) => {
    expect(localised(text, language)).toBe(expected);
  });

  test('documents that are read, whatever is in them', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('ko', 'pl', 'en'), (text, language) => {
        const document = localiseDocument(documentOf(text), language, settings);
        expect(document.refusal).toBeUndefined();
        const target = (source: string) => `${source}x`;
        expect(shapeOf(translated(document, ({ text: source }) => target(source)))).toEqual(shapeOf(document.text));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

test('pseudo keeps every message the same message', async () => {
  const message =
    'Sie haben {n, plural, =0 {keine <b>Datei</b>} one {# Datei} other {# Dateien}} von {name}, ' +
    "Größe '{'{size, number}'}'. Weiter?";
  const document = localiseDocument(documentOf(JSON.stringify({ message })), 'en', settings);
  const answers = await pseudoAnswers(document.segments.map((segment) => engineText(segment, document)));
  const written = JSON.parse(
    translated(document, (segment, at) => fromEngine(answers[at] ?? '', segment, document) ?? 'refused'),
  ).message as string;
  expect(written).not.toContain('refused');
  expect(isStructurallySame(parseIcu(message), parseIcu(written))).toEqual({ success: true });
});

test('reads in linear time', () => {
  const long = 30_000;
  const inText = [
    '{',
    '}',
    "'",
    "'{",
    '<',
    '<a ',
    '<a "',
    '{{',
    '%',
    '$t(',
    '\\n',
    ' \\t',
    '\\u0000',
    "'{'",
    '{n, plural, ',
    '#',
    '@:',
    '$',
  ];
  const documents = [
    ...inText.map((piece) => `{"a": "Wort ${piece.repeat(long / piece.length)}", "b": "{n, number}"}`),
    `{"a": "${'{n, plural, one {a} other {b}} c '.repeat(1000)}"}`,
    `[${'"a",'.repeat(long)}]`,
    `{${'"a_one": "Wort", "a_other": "Worte",'.repeat(long / 40)}}`,
    '/*'.repeat(long),
    `${' '.repeat(long)}[]`,
    `{"${'a.'.repeat(long)}": "Wort"}`,
    `["${'a'.repeat(long)}"]`,
    `["${'a-'.repeat(2000)}"]`,
  ];
  for (const text of documents) {
    const time = cpuTime(() => {
      const document = localiseDocument(documentOf(text), 'ko', settings);
      translated(document, ({ text: source }) => `${source}x`);
    });
    expect(time, text.slice(0, 60)).toBeLessThan(6000);
  }
});
