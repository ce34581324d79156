import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const text = readFileSync('src/SECURITY.md', 'utf8');
const rows = text.split('\n').filter((line) => line.startsWith('| S'));
const claims = rows.map((row) => {
  const [, id = '', says = '', proof = ''] = row.split('|').map((cell) => cell.trim());
  const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(proof) ?? [];
  return { id, says, file, title };
});

describe('the threat model', () => {
  test('numbers its claims without a gap', () => {
    expect(claims.map(({ id }) => id)).toEqual(claims.map((_, at) => `S${at + 1}`));
    expect(claims.length).toBeGreaterThan(20);
  });

  test.each(claims)('$id names a test that is there: $says', ({ file, title }) => {
    expect(file).toMatch(/^tests\/\S+\.test\.ts$/);
    expect(existsSync(file), `${file} is missing`).toBe(true);
    expect(titlesOf(readFileSync(file, 'utf8'))).toContainEqual(expect.stringContaining(title));
  });
});

test('no dependency has an install script', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const scripted = Object.entries<{ hasInstallScript?: boolean; dev?: boolean }>(packages);
  expect(scripted.filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev).map(([name]) => name)).toEqual(
    [],
  );
});

/** What stands between quotation marks behind `test(`, `describe(`, `.each(…)(`. */
function titlesOf(code: string): readonly string[] {
  return Array.from(
    code.matchAll(/(?:\b(?:test|describe)|\]|\))\(\s*(['"`])((?:\\.|(?!\1).)+)\1/gs),
    ([, , title]) => title ?? '',
  );
}
