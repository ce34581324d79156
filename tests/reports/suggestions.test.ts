import { expect, test } from 'vitest';
import { createSpeaker } from '../../src/messages/index.ts';
import type { Fix } from '../../src/model.ts';
import type { PlacedFinding } from '../../src/reports/findings.ts';
import { type ReviewedFile, suggestions } from '../../src/reports/suggestions.ts';

const { say } = createSpeaker('en', {});
const path = 'translations/ko/a.txt.review.yaml';

/** A finding with a fix on a line; columns count from 1. */
function finding(line: number, column: number, { start, end, text }: Fix): PlacedFinding {
  const place = { file: path, line, column };
  return {
    check: 'ko_particle',
    severity: 'error',
    message: { id: 'check.ko_particle', values: { found: '는', expected: '은' } },
    fix: { start, end, text },
    place,
    segment: 'id',
    pair: { target: '' },
    fixPlace: place,
  };
}

const made = (file: Partial<ReviewedFile> & Pick<ReviewedFile, 'after' | 'findings'>) =>
  suggestions([{ path, ...file }], say).map(({ line, body }) => ({
    line,
    block: body.slice(body.indexOf('\n\n') + 2),
  }));

test('a changed line put right, all of its corrections at once', () => {
  const after = 'ko: |-\n  평양는 3월에 조용하다 .\nstate: translated\n';
  const findings = [finding(2, 15, { start: 12, end: 13, text: '' }), finding(2, 5, { start: 2, end: 3, text: '은' })];
  expect(made({ before: 'ko: |-\n  Alt.\nstate: translated\n', after, findings })).toEqual([
    { line: 2, block: '```suggestion\n  평양은 3월에 조용하다.\n```' },
  ]);
});

test.each([
  ['a line that the change did not write', 'a\n  평양는\n', '  평양는\nb\n'],
  ['a sign that nobody sees', undefined, '  평양는\u202e\n'],
])('nothing is suggested for %s', (_, before, after) => {
  const line = after.startsWith('  ') ? 1 : 2;
  expect(made({ before, after, findings: [finding(line, 5, { start: 2, end: 3, text: '은' })] })).toEqual([]);
});

test('of corrections over one another the first', () => {
  const findings = [finding(1, 3, { start: 0, end: 3, text: '은' }), finding(1, 4, { start: 1, end: 2, text: 'x' })];
  expect(made({ after: '  abcd\n', findings })).toEqual([{ line: 1, block: '```suggestion\n  은d\n```' }]);
});

test('no text ends its block, and the same suggestion has the same marker', () => {
  const file = { path, after: '  ```` a\n', findings: [finding(1, 8, { start: 5, end: 6, text: 'b' })] };
  const [first, again] = [suggestions([file], say), suggestions([file], say)];
  expect(first[0]?.body).toContain('`````suggestion\n  ```` b\n`````');
  expect(first[0]?.body.startsWith(`${first[0]?.marker}\n`)).toBe(true);
  expect(again).toEqual(first);
});

test('fifty are enough', () => {
  const after = '  평양는\n'.repeat(60);
  const findings = Array.from({ length: 60 }, (_, at) => finding(at + 1, 5, { start: 2, end: 3, text: '은' }));
  expect(made({ after, findings })).toHaveLength(50);
});
