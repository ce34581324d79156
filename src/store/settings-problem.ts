import { type Document, isCollection, isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import type { z } from 'zod';
import { engineIds } from '../engine-ids.ts';
import type { Language, Message } from '../model.ts';
import type { Furniture } from '../settings.ts';
import { settingsBelow } from './settings-schema.ts';

/** What is wrong with wordferry.yaml, and where it stands in its text. */
export interface SettingsProblem {
  readonly message: Message;
  readonly offset: number;
}

export type Yaml = Document.Parsed;

/** What no schema can look at. */
export function yamlProblem({ errors, contents }: Yaml): SettingsProblem | undefined {
  const [error] = errors;
  if (error !== undefined)
    return { message: { id: 'settings.yaml', values: { problem: error.message } }, offset: error.pos[0] };
  return contents === null || isMap(contents) ? undefined : { message: { id: 'settings.root' }, offset: 0 };
}

/** The first thing that does not have the shape of settings. */
export function shapeProblem({ issues }: z.ZodError, yaml: Yaml): SettingsProblem {
  // A name that is wrong explains best what is missing beside it.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) throw new Error('a failure without an issue');
  const path = issue.path.map((part) => (part === 'chain' ? 'engines' : String(part)));
  if (issue.code === 'unrecognized_keys') {
    const own = [...path, issue.keys[0] ?? ''];
    const values = { key: own.join('.'), settings: settingsBelow[path.join('.')] ?? [] };
    return { message: { id: 'settings.key', values }, offset: offsetOf(yaml, own, 'key') };
  }
  return { message: expectation(path.join('.'), issue), offset: offsetOf(yaml, path, 'value') };
}

function expectation(key: string, issue: z.core.$ZodIssue): Message {
  if (key.startsWith('abbreviations')) return { id: 'settings.abbreviations', values: { key } };
  if (key.startsWith('furniture')) return { id: 'settings.furniture', values: { key } };
  if (/^links(?:\.|$)/.test(key)) return { id: 'settings.links', values: { key } };
  if (/^checks\./.test(key)) return { id: 'settings.checks', values: { key } };
  const example = Object.entries(examples).find(([start]) => key === start || key.startsWith(`${start}.`))?.[1];
  if (/^(?:engine|engines\.\d+)$/.test(key)) return { id: 'settings.value', values: { key, expected: engineIds } };
  if (example !== undefined && issue.code !== 'invalid_value') return { id: 'settings.like', values: { key, example } };
  if (key === 'source') return { id: 'settings.language', values: { key } };
  if (/^(?:targets|include|exclude|keys|attributes)(?:\.|$)/.test(key)) return { id: 'settings.list', values: { key } };
  if (issue.code === 'invalid_value')
    return { id: 'settings.value', values: { key, expected: issue.values.map(String) } };
  const settings = settingsBelow[key];
  if (settings !== undefined) return { id: 'settings.fields', values: { key, settings } };
  return { id: numbers.has(key) ? 'settings.number' : 'settings.text', values: { key } };
}

/** What to write, for settings that are more than a word. */
const examples: Readonly<Record<string, string>> = {
  documents: 'documents: [{ path: embargo/**, engines: [local] }]',
  style: 'style: { en: { variety: en-GB, guide: AP }, ko: { register: plain } }',
  'budget.cost': 'budget: { cost: 2.50 }',
  'engines.deepl': 'deepl: { price: { currency: EUR, characters: 20 }, charactersPerMinute: 100000 }',
  'engines.llm': 'llm: { model: NAME, price: { currency: EUR, input: 0.15, output: 0.60 } }',
  'engines.libretranslate': 'libretranslate: { charactersPerMinute: 100000 }',
};

const numbers: ReadonlySet<string> = new Set(['budget.characters', 'limits.seconds', 'limits.megabytes']);

/** A line with texts has one for each target language and for no other. */
export function furnitureProblem(
  furniture: Readonly<Record<string, Furniture>>,
  targets: readonly Language[],
  yaml: Yaml,
): SettingsProblem | undefined {
  for (const [line, choice] of Object.entries(furniture)) {
    const languages = typeof choice === 'object' ? Object.keys(choice) : targets;
    const path = ['furniture', line];
    const [unknown] = languages.filter((language) => !targets.includes(language));
    if (unknown !== undefined) {
      const values = { line, language: unknown, targets };
      const offset = offsetOf(yaml, [...path, unknown], 'key');
      return { message: { id: 'settings.furniture.unknown', values }, offset };
    }
    const missing = targets.filter((language) => !languages.includes(language));
    const values = { line, languages: missing.join(', ') };
    if (missing.length > 0)
      return { message: { id: 'settings.furniture.missing', values }, offset: offsetOf(yaml, path, 'value') };
  }
  return undefined;
}

/** Where a setting or its value begins; its parent where it has none. */
export function offsetOf({ contents }: Yaml, path: readonly string[], side: 'key' | 'value'): number {
  const parent: unknown =
    isCollection(contents) && path.length > 1 ? contents.getIn(path.slice(0, -1), true) : contents;
  const item: unknown = isSeq(parent) ? parent.items[Number(path.at(-1))] : undefined;
  if (isNode(item)) return item.range?.[0] ?? 0;
  const pair = isMap(parent)
    ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1))
    : undefined;
  const node = pair?.[side];
  if (isNode(node)) return node.range?.[0] ?? 0;
  return path.length === 0 ? 0 : offsetOf({ contents } as Yaml, path.slice(0, -1), 'value');
}
