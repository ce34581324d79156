import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseGlossary } from '../src/glossary/load.ts';
import { parseSettings } from '../src/store/settings.ts';

const template = (name: string) => readFileSync(`src/templates/${name}`, 'utf8');
const layout = { source: 'de', targets: ['en', 'ko'] };

/** The examples in the comments, as a user gets them who takes the signs away. */
const uncommented = (text: string) => text.replace(/^# (?=(?:[a-zA-Z]+:(?: |$)| {2}))/gm, '');

test('the workflow that init writes is the one that this repository uses', () => {
  expect(template('translations.yml')).toBe(readFileSync('.github/workflows/translations.yml', 'utf8'));
});

test('the workflow has no secret, no right that it does not need, and takes no text of a pull request into a shell', () => {
  const workflow = parse(template('translations.yml'));
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs.check.permissions).toEqual({ contents: 'read' });
  expect(template('translations.yml')).not.toMatch(/\$\{\{\s*secrets\./);
  for (const job of Object.values<{ steps: { run?: string }[] }>(workflow.jobs)) {
    for (const { run = '' } of job.steps) expect(run).not.toContain('${{');
  }
});

test('the glossary and the settings can be used as they are', () => {
  expect(parseGlossary(template('glossary.yaml'), 'glossary.yaml').entries).toEqual([]);
  expect(parseSettings(template('wordferry.yaml'), 'wordferry.yaml', layout)).toMatchObject({
    ...layout,
    onEdit: 'reviewed',
  });
});

test('their examples are right', () => {
  const examples = template('glossary.yaml')
    .replace(/^#(?= {3})/gm, '')
    .replace(/^terms:$/m, '');
  const glossary = parseGlossary(`terms:\n${examples}`, 'glossary.yaml');
  expect(glossary.entries.map(({ term }) => term)).toEqual(['Pjöngjang', 'Region Kursk', 'GitHub']);
  const settings = parseSettings(uncommented(template('wordferry.yaml')), 'wordferry.yaml', layout);
  expect([...settings.furniture.keys()]).toEqual(['Lesen Sie auch', 'Anzeige']);
  expect(settings).toMatchObject({ newlines: 'auto', engine: 'none', maxCharacters: 50_000 });
});
