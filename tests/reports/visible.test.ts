import { expect, test } from 'vitest';
import { annotations } from '../../src/reports/annotations.ts';
import { visible, visibleInColor, visibleJson } from '../../src/reports/visible.ts';

const esc = '\u001b';

/** Lines that would drive a terminal, or GitHub's runner, and how they are shown. */
test.each([
  ['Er kam.\tJa.', 'Er kam.\tJa.'],
  [`x${esc}]0;PWNED\u0007a.txt`, 'x<U+001B>]0;PWNED<U+0007>a.txt'],
  ['a\r\n::error::b', 'a<U+000D><U+000A>::error::b'],
  ['a\u2028b\u2029c\u0085d\u009be', 'a<U+2028>b<U+2029>c<U+0085>d<U+009B>e'],
  ['a\u202eb\u2066c\u200fd', 'a<U+202E>b<U+2066>c<U+200F>d'],
  ['::add-mask::e', '│ ::add-mask::e'],
  [' \t\u3000::stop-commands::x', '│  \t\u3000::stop-commands::x'],
  ['Preis::Leistung', 'Preis::Leistung'],
  ['Er sagte ##[error]Nein', 'Er sagte # #[error]Nein'],
  ['###[group]', '## #[group]'],
  ['a # [b] #[c]', 'a # [b] #[c]'],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
  expect(visible(shown)).toBe(shown);
  expect(visibleInColor(text)).toBe(shown);
  const json = visibleJson(text);
  expect(JSON.parse(json)).toBe(text);
  expect(json).not.toMatch(/##\[|[^\P{Cc}\t]|[\u2028-\u202e\u2066]/u);
});

test('of colours only those that reports give come through', () => {
  const red = (text: string) => `${esc}[31m${text}${esc}[39m`;
  expect(visibleInColor(`${red('a')} ##[${esc}[8mb`)).toBe(`${red('a')} # #[<U+001B>[8mb`);
});

test('an annotation is one order to the runner, whatever it says', () => {
  const place = { file: 'a:b,c%\n::error::d.txt', line: 1, column: 2 };
  const problem = {
    message: { id: 'usage.option', values: { quoted: '%0A\n::add-mask::x\n##[group]' } },
    place,
    status: 1,
  } as const;
  const text = annotations([], [problem], ({ values }) => String(values?.quoted));
  expect(text).toBe(
    '::error file=a%3Ab%2Cc%25%0A%3A%3Aerror%3A%3Ad.txt,line=1,col=2,title=wordferry::%250A%0A│ ::add-mask::x%0A# #[group]\n',
  );
});
