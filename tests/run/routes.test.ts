import { describe, expect, test } from 'vitest';
import { isConfidential } from '../../src/paths/document-rules.ts';
import { chooseRoutes, type Environment } from '../../src/run/routes.ts';
import { defaults, type Settings } from '../../src/settings.ts';

const settings = (more: Partial<Settings> = {}): Settings => ({ ...defaults, targets: ['en'], ...more });
const key = { DEEPL_API_KEY: 'k' };

test.each<readonly [string | undefined, readonly string[] | undefined, Environment, readonly string[], string]>([
  [undefined, undefined, {}, [], 'engine.by_default'],
  [undefined, undefined, key, ['deepl'], 'engine.by_key'],
  [undefined, ['llm', 'local'], key, ['llm', 'local'], 'engine.by_settings'],
  [undefined, ['none'], key, [], 'engine.by_settings'],
  ['mock', ['llm'], key, ['mock'], 'engine.by_option'],
  ['deepl,local', undefined, {}, ['deepl', 'local'], 'engine.by_option'],
  ['none', ['llm'], key, [], 'engine.by_option'],
])('--engine %s, engines: %j, environment %j: %j', (wanted, engines, env, expected, reason) => {
  const { usual, reason: said } = chooseRoutes(wanted, settings({ engines }), env);
  expect(usual).toEqual(expected);
  expect(said.id).toBe(reason);
});

const ruled = settings({
  engines: ['deepl', 'local'],
  documents: [
    { path: 'embargo/**', engines: ['local'] },
    { path: 'source-de/intern.txt', engines: [] },
    { path: 'blog/**', engines: ['llm'] },
    { path: '**', engines: ['deepl', 'llm'] },
  ],
});

test.each<readonly [string, string | undefined, readonly string[]]>([
  ['source-de/embargo/a.txt', undefined, ['local']],
  ['source-de/embargo/tief/a.txt', undefined, ['local']],
  ['source-de/embargo/a.txt', 'deepl', []],
  ['source-de/embargo/a.txt', 'deepl,local,mock', ['local', 'mock']],
  ['source-de/embargo/a.txt', './mine.mjs', []],
  ['source-de/intern.txt', undefined, []],
  ['source-de/intern.txt', 'deepl', []],
  ['source-de/intern.txt', 'pseudo', ['pseudo']],
  ['source-de/blog/a.md', undefined, ['llm']],
  ['source-de/other/a.md', undefined, ['deepl', 'llm']],
])('%s with --engine %s may be sent to %j', (path, wanted, expected) => {
  expect(chooseRoutes(wanted, ruled, key).of(path)).toEqual(expected);
});

describe('confidential', () => {
  test.each([
    ['source-de/embargo/a.txt', true],
    ['source-de/Embargo/a.txt', false],
    ['source-de/intern.txt', true],
    ['source-de/blog/a.md', false],
    ['source-de/other/a.md', false],
  ])('%s: %s', (path, expected) => {
    expect(isConfidential(path, ruled)).toBe(expected);
  });

  test('what no rule names is not', () => {
    expect(isConfidential('source-de/a.txt', settings())).toBe(false);
  });
});
