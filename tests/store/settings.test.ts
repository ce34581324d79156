import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { createSpeaker } from '../../src/messages/index.ts';
import { parseSettings } from '../../src/store/settings.ts';

const layout = { sources: ['de'], targets: ['en', 'ko'] };

/** What is wrong with wordferry.yaml, in our words and at its place. */
test.each([
  [
    'furnitur: {}',
    '1:1 Unexpected setting “furnitur”, expected source, targets, include, exclude, target, reviews, furniture, newlines, abbreviations, srx, keys, attributes, links, headingIds, checks, onEdit, review, engine, engines, documents, style, budget, or limits',
  ],
  ['newlines: lines', '1:11 Unexpected value of newlines, expected auto, line, or paragraph'],
  ['onEdit: [a]', '1:9 Unexpected value of onEdit, expected reviewed or translated'],
  [
    'engine: google',
    '1:9 Unexpected value of engine, expected deepl, echo, libretranslate, llm, local, mock, none, or pseudo',
  ],
  [
    'engine: ../x.mjs',
    '1:9 Unexpected value of engine, expected deepl, echo, libretranslate, llm, local, mock, none, or pseudo',
  ],
  [
    'engines: [deepl, gogle]',
    '1:18 Unexpected value of engines.1, expected deepl, echo, libretranslate, llm, local, mock, none, or pseudo',
  ],
  ['budget: { characters: many }', '1:23 Unexpected value of budget.characters, expected a whole number (50000)'],
  ['budget: { characters: [1] }', '1:23 Unexpected value of budget.characters, expected a whole number (50000)'],
  ['budget: 5', '1:9 Unexpected value of budget, expected settings below it (characters or cost)'],
  ['budget: { cost: much }', '1:17 Unexpected value of budget.cost, expected something like budget: { cost: 2.50 }'],
  ['budget: { words: 5 }', '1:11 Unexpected setting “budget.words”, expected characters or cost'],
  ['budget: { characters: 5, words: 5 }', '1:26 Unexpected setting “budget.words”, expected characters or cost'],
  ['engines: x', '1:10 Unexpected value of engines, expected settings below it (deepl, llm, libretranslate, or mock)'],
  ['engines: { depl: {} }', '1:12 Unexpected setting “engines.depl”, expected deepl, llm, libretranslate, or mock'],
  [
    'engines: { llm: { key: abc } }',
    '1:19 Unexpected setting “engines.llm.key”, expected concurrency, charactersPerMinute, price, model, output, texts, or temperature',
  ],
  [
    'engines: { deepl: { price: 20 } }',
    '1:28 Unexpected value of engines.deepl.price, expected something like deepl: { price: { currency: EUR, characters: 20 }, charactersPerMinute: 100000 }',
  ],
  [
    'documents: [{ path: a/** }]',
    '1:13 Unexpected value of documents.0.engines, expected something like documents: [{ path: embargo/**, engines: [local] }]',
  ],
  [
    'style: { en: { variety: British } }',
    '1:25 Unexpected value of style.en.variety, expected something like style: { en: { variety: en-GB, guide: AP }, ko: { register: plain } }',
  ],
  ['engines: { mock: [] }', '1:18 Unexpected value of engines.mock, expected settings below it (pairs)'],
  ['engines: { mock: { pairs: [a] } }', '1:27 Unexpected value of engines.mock.pairs, expected the path of a file'],
  [
    'furniture: x',
    '1:12 Unexpected value of furniture, expected lines of the page, each with keep, omit, or a text for each language',
  ],
  [
    'furniture:\n  Anzeige: maybe',
    '2:12 Unexpected value of furniture.Anzeige, expected lines of the page, each with keep, omit, or a text for each language',
  ],
  [
    'furniture:\n  Anzeige: { en: [a] }',
    '2:12 Unexpected value of furniture.Anzeige, expected lines of the page, each with keep, omit, or a text for each language',
  ],
  [
    'furniture:\n  Anzeige: { en: Advertisement }',
    '2:12 Missing text of “Anzeige” (ko), expected one for each target language',
  ],
  ['furniture:\n  Anzeige: { fr: x }', '2:14 Unexpected language fr of “Anzeige”, expected en or ko'],
  ['source: Deutsch', '1:9 Unexpected value of source, expected a language tag such as de'],
  ['source: fr', '1:9 Unexpected source language fr, expected that of the folder source-de'],
  ['targets: en', '1:10 Unexpected value of targets, expected a list of texts ([a, b])'],
  ['include: []', '1:10 Unexpected value of include, expected a list of texts ([a, b])'],
  ['exclude: [a, [b]]', '1:14 Unexpected value of exclude.1, expected a list of texts ([a, b])'],
  ['exclude:', '1:9 Unexpected value of exclude, expected a list of texts ([a, b])'],
  [
    'targets: [en, ko, EN]',
    '1:19 Unexpected target language EN, expected a language tag such as en, ko or pt-BR, each once, and not that of the originals',
  ],
  [
    'targets: [en, ko, ko]',
    '1:19 Unexpected target language ko, expected a language tag such as en, ko or pt-BR, each once, and not that of the originals',
  ],
  [
    'targets: [en, ko, de]',
    '1:19 Unexpected target language de, expected a language tag such as en, ko or pt-BR, each once, and not that of the originals',
  ],
  [
    'targets: [en, fr]',
    '1:10 Unexpected folder translations/ko of a language that is not among the targets, expected all of them',
  ],
  [
    'include:\n  - docs/**\n  - ../x',
    '3:5 Unexpected ../x in include, expected files or folders of the project, with / and without .. (docs/**/*.md)',
  ],
  ['target: i18n/{lang}/{path}', '1:9 Unexpected target without languages, expected targets: [en, ko] beside it'],
  ['reviews: {a: b}', '1:10 Unexpected value of reviews, expected the path of a file'],
  [
    'reviews: reviews/{path}',
    '1:10 Unexpected reviews reviews/{path}, expected a path with {lang} as a part of its own, and {path}, {dir}/, {name}, {ext} at most once each',
  ],
  [
    'reviews: .git/{lang}/{path}',
    '1:10 Unexpected reviews .git/{lang}/{path}, expected a path inside of the project, outside of hidden folders, node_modules and originals',
  ],
  ['srx: [a]', '1:6 Unexpected value of srx, expected the path of a file'],
  [
    'abbreviations: [Abk.]',
    '1:16 Unexpected value of abbreviations, expected a list of abbreviations for each language (de: [Abk.])',
  ],
  [
    'abbreviations: { de: Abk. }',
    '1:22 Unexpected value of abbreviations.de, expected a list of abbreviations for each language (de: [Abk.])',
  ],
  [
    'abbreviations: { de: [Abk., [a]] }',
    '1:29 Unexpected value of abbreviations.de.1, expected a list of abbreviations for each language (de: [Abk.])',
  ],
  [
    'abbreviations: { de: [Abk., Wort] }',
    '1:29 Unexpected abbreviation “Wort”, expected one with its full stops (Abk., i. S. v.)',
  ],
  ['abbreviations: { fr: [av.] }', '1:18 Unexpected language fr of the abbreviations, expected de, en, or ko'],
  [
    'links: { /de/: "/{lang} /" }',
    '1:16 Unexpected value of links./de/, expected what links begin with and what they begin with in a target language (/de/: /{lang}/)',
  ],
  [
    'links: [/de/]',
    '1:8 Unexpected value of links, expected what links begin with and what they begin with in a target language (/de/: /{lang}/)',
  ],
  ['headingIds: auto', '1:13 Unexpected value of headingIds, expected keep or explicit'],
  [
    'checks: { number_format: none }',
    '1:26 Unexpected value of checks.number_format, expected error, warning, info or off, or severity: with limits (length_ratio: { en: [0.5, 1.6] })',
  ],
  [
    'checks: { length_ratio: { en: [a, 2] } }',
    '1:32 Unexpected value of checks.length_ratio.en.0, expected error, warning, info or off, or severity: with limits (length_ratio: { en: [0.5, 1.6] })',
  ],
  ['- a', '1:1 Unexpected content, expected settings (one `key: value` a line)'],
])('%j', (text, expected) => {
  const { say } = createSpeaker('en', {});
  const error = caught(text);
  expect(`${error.place.line}:${error.place.column} ${say(error.text)}`).toBe(expected);
  expect(error.hint && say(error.hint)).toBe(
    'Mend the line and run again. wordferry.yaml may say: source, targets, include, exclude, target, reviews, furniture, newlines, abbreviations, srx, keys, attributes, links, headingIds, checks, onEdit, review, engine, engines, documents, style, budget.characters, budget.cost, limits.seconds, limits.megabytes.',
  );
});

const said = (text: string, sources: readonly string[], targets: readonly string[]) => {
  const { source, targets: languages } = parseSettings(text, 'wordferry.yaml', { sources, targets });
  return [source, ...languages];
};

test.each([
  ['', ['de'], ['ko', 'en'], ['de', 'en', 'ko']],
  ['source: de\ntargets: [ko, en]', ['de'], ['en'], ['de', 'en', 'ko']],
  ['source: de\ntargets: [ko, en]\ninclude: [docs/**]', [], [], ['de', 'en', 'ko']],
  ['source: de\ninclude: [docs/**]', [], ['fr'], ['de', 'fr']],
  ['targets: [en]\ntarget: i18n/{lang}/{path}', ['de'], ['Entwürfe'], ['de', 'en']],
])('languages of %j in folders %j and %j: %j', (text, sources, targets, expected) => {
  expect(said(text, sources, targets)).toEqual(expected);
});

test('without a folder of originals, include needs a language', () => {
  expect(() => said('include: [docs/**]', [], ['en'])).toThrow('settings.source.missing');
  expect(() => said('source: de', [], ['en'])).not.toThrow();
});

function caught(text: string): UserError {
  try {
    parseSettings(text, 'wordferry.yaml', layout);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no error');
}

test('checks are off, as grave as the project says, and have its limits', () => {
  const text =
    'checks: { whitespace: off, length_ratio: { severity: error, en: [0.4, 1.8] }, sentence_count: { most: 2 } }';
  const { checks } = parseSettings(text, 'wordferry.yaml', layout);
  expect(checks.get('whitespace')).toEqual({ severity: 'off' });
  expect(checks.get('length_ratio')).toEqual({ severity: 'error', limit: { ranges: { en: [0.4, 1.8] } } });
  expect(checks.get('sentence_count')).toEqual({ limit: { most: 2, ranges: {} } });
  const wrong = caught('checks: { length: off }');
  expect(wrong.text.id).toBe('settings.key');
});

test('engines are asked in the order of the list, each with its settings', () => {
  const text = [
    'engines:',
    '  - deepl: { glossary: names, price: { currency: EUR, characters: 18.5 }, charactersPerMinute: 60000 }',
    '  - local',
    'documents:',
    '  - { path: embargo/**, engines: [local] }',
    '  - { path: intern/**, engines: none }',
    'style: { en: { variety: en-GB, guide: AP }, ko: { register: plain } }',
    'budget: { cost: 2.50 }',
  ].join('\n');
  expect(parseSettings(text, 'wordferry.yaml', layout)).toMatchObject({
    engines: ['deepl', 'local'],
    engineOptions: {
      deepl: { glossary: 'names', price: { currency: 'EUR', characters: 18.5 }, charactersPerMinute: 60_000 },
    },
    documents: [
      { path: 'embargo/**', engines: ['local'] },
      { path: 'intern/**', engines: [] },
    ],
    style: { en: { variety: 'en-GB', guide: 'AP' }, ko: { register: 'plain' } },
    budget: { characters: 50_000, cost: 2.5 },
  });
});

test.each([
  ['engine: deepl', ['deepl']],
  ['engines: { deepl: { glossary: names } }', undefined],
  ['', undefined],
  ['engines: []', []],
  ['engine: ./engines/mine.mjs', ['./engines/mine.mjs']],
])('%s: asked are %j', (text, engines) => {
  expect(parseSettings(text, 'wordferry.yaml', layout).engines).toEqual(engines);
});

test.each(['deepl', 'llm', 'libretranslate'])('no setting says where a key goes: engines.%s', (engine) => {
  for (const name of [
    'url',
    'endpoint',
    'address',
    'server',
    'serverUrl',
    'baseUrl',
    'key',
    'apiKey',
    'headers',
    'proxy',
  ])
    expect(caught(`engines: { ${engine}: { ${name}: x } }`).text).toMatchObject({ id: 'settings.key' });
});

test('a key has no business in it, wherever it stands', () => {
  const keys = ['0f0f0f0f-0f0f-0f0f-0f0f-0f0f0f0f0f0f:fx', `sk-${'a'.repeat(24)}`, `ghp_${'a'.repeat(36)}`];
  for (const key of keys)
    expect(caught(`engine: none\n# ${key}\n`)).toMatchObject({ text: { id: 'settings.secret' }, place: { line: 2 } });
});
