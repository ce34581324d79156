import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { createSpeaker } from '../../src/messages/index.ts';
import { parseSettings } from '../../src/store/settings.ts';

const layout = { source: 'de', targets: ['en', 'ko'] };

/** What is wrong with wordferry.yaml, in our words and at its place. */
test.each([
  [
    'furnitur: {}',
    '1:1 Unexpected setting “furnitur”, expected furniture, newlines, abbreviations, srx, onEdit, engine, engines, or budget',
  ],
  ['newlines: lines', '1:11 Unexpected value of newlines, expected auto, line, or paragraph'],
  ['onEdit: [a]', '1:9 Unexpected value of onEdit, expected reviewed or translated'],
  ['engine: google', '1:9 Unexpected value of engine, expected deepl, echo, mock, none, or pseudo'],
  ['budget: { characters: many }', '1:23 Unexpected value of budget.characters, expected a whole number (50000)'],
  ['budget: { characters: [1] }', '1:23 Unexpected value of budget.characters, expected a whole number (50000)'],
  ['budget: 5', '1:9 Unexpected value of budget, expected settings below it (characters)'],
  ['budget: {}', '1:9 Unexpected value of budget.characters, expected a whole number (50000)'],
  ['budget: { words: 5 }', '1:11 Unexpected setting “budget.words”, expected characters'],
  ['budget: { characters: 5, words: 5 }', '1:26 Unexpected setting “budget.words”, expected characters'],
  ['engines: x', '1:10 Unexpected value of engines, expected settings below it (mock)'],
  ['engines: { deepl: x }', '1:12 Unexpected setting “engines.deepl”, expected mock'],
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
  ['- a', '1:1 Unexpected content, expected settings (one `key: value` a line)'],
])('%j', (text, expected) => {
  const { say } = createSpeaker('en', {});
  const error = caught(text);
  expect(`${error.place.line}:${error.place.column} ${say(error.text)}`).toBe(expected);
  expect(error.hint && say(error.hint)).toBe(
    'Mend the line and run again. wordferry.yaml may say: furniture, newlines, abbreviations, srx, onEdit, engine, engines.mock.pairs, budget.characters.',
  );
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
