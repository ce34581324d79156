import { expect, test } from 'vitest';
import { table } from '../../src/commands/table.ts';

const rows = [
  ['Translation', 'Words', 'Open', 'Characters to bill'],
  ['translations/ko/평양.txt', '1,432', '3', '61'],
  ['a\u001b[2J.txt', '1', '0', '0'],
];

test.each([
  [
    undefined,
    `
Translation               Words  Open  Characters to bill
translations/ko/평양.txt  1,432     3                  61
a<U+001B>[2J.txt              1     0                   0
`,
  ],
  [
    57,
    `
Translation               Words  Open  Characters to bill
translations/ko/평양.txt  1,432     3                  61
a<U+001B>[2J.txt              1     0                   0
`,
  ],
  [
    56,
    `
translations/ko/평양.txt
  Words 1,432 · Open 3 · Characters to bill 61
a<U+001B>[2J.txt
  Words 1 · Open 0 · Characters to bill 0
`,
  ],
  [
    30,
    `
translations/ko/평양.txt
  Words 1,432 · Open 3
  Characters to bill 61
a<U+001B>[2J.txt
  Words 1 · Open 0
  Characters to bill 0
`,
  ],
])('in %s columns', (columns, text) => {
  expect(`\n${table(rows, { color: false, columns }).join('\n')}\n`).toBe(text);
});
