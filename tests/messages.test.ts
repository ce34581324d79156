import { readdirSync, readFileSync } from 'node:fs';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';

type Node = ReturnType<typeof parse>[number];

const catalog = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`src/messages/${language}.json`, 'utf8'));
const english = catalog('en');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n');

test.each(['de', 'ko'])('%s says every message with the same arguments', (language) => {
  const translated = catalog(language);
  expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
  for (const [id, text] of Object.entries(english)) {
    expect(argumentsOf(translated[id] ?? ''), id).toEqual(argumentsOf(text));
  }
});

test.each(Object.keys(english))('%s is said somewhere', (id) => {
  const prefixes = [...sources.matchAll(/`([a-z][\w.]*[._])\$\{/g)].map((match) => match[1] ?? '');
  const isSaid = sources.includes(`'${id}'`) || prefixes.some((prefix) => id.startsWith(prefix));
  expect(isSaid, `Nothing in src/ says ${id}: remove it from src/messages/.`).toBe(true);
});

function argumentsOf(text: string): readonly string[] {
  return [...new Set(namesIn(parse(text)))].sort();
}

function namesIn(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === TYPE.literal || node.type === TYPE.pound) return [];
    const inner = 'options' in node ? Object.values(node.options).flatMap((option) => namesIn(option.value)) : [];
    return [node.value, ...inner];
  });
}
