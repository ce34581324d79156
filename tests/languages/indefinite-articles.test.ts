import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { indefiniteArticle } from '../../src/languages/english/indefinite-article.ts';

const table = parse(readFileSync(new URL('indefinite-articles.yaml', import.meta.url), 'utf8')) as Readonly<
  Record<'a' | 'an' | 'unknown', readonly unknown[]>
>;

test.each(
  Object.entries(table).flatMap(([article, words]) => words.map((word): [string, string] => [article, String(word)])),
)('%s %s', (article, word) => {
  expect(indefiniteArticle(word) ?? 'unknown').toBe(article);
});
