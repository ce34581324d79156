import fc from 'fast-check';

const prefix = ['', '', '', '  ', '    ', '\t', '> ', '>', '> > ', '- ', '* ', '+ ', '1. ', '-   ', '- [ ] ', '[^1]: '];
const content = [
  'Ein Satz hier',
  'Noch ein Satz mit mehreren Wörtern',
  'lang und\n  breit  \nund mehr',
  'zwei\\',
  '# Titel',
  '## Titel ##',
  '***',
  '---',
  '===',
  '- - -',
  '```',
  '```js',
  '~~~',
  '<div>',
  '</div>',
  '<!-- c -->',
  '<!--',
  '-->',
  '| a | b |',
  '|---|---|',
  'a | b',
  '--- | :-:',
  '[foo]: /url',
  '[foo]: /url "Titel"',
  '[foo]:',
  "'Titel",
  'weiter',
  '1. eins',
  '- drei',
  '> vier',
  '',
  '',
  '',
  '[^1]: Fuß',
  '[foo]',
  'a\\|b|c',
  '# ',
  '#',
  '<?php',
  '<pre>',
  '\\# x',
  '&amp; x',
  'Öl',
  '| x',
  '* a',
  'Setext\n---',
  '[a]: <b c> (t)',
  '|',
  '|-',
  ':-',
  'Foo #',
];

/** Documents made of lines that begin, end and interrupt blocks of all kinds. */
export const nastyDocument: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...prefix), fc.constantFrom('', '', ...prefix), fc.constantFrom(...content)), {
    minLength: 1,
    maxLength: 7,
  })
  .map((lines) => lines.map((line) => `${line.join('')}\n`).join(''))
  .filter((text) => !text.startsWith('---') && !emptyItem.test(text));

/** micromark does not nest an empty item that follows indented code or an open paragraph; the specification does. */
const emptyItem = /(?:[-+*]|1\.)[ \t]*\n/;

const beginnings = [
  '1. Mai',
  '# Titel',
  '> zitiert',
  '- drei',
  '+ 3',
  '2) zwei',
  '| a | b |',
  ':::note',
  ':::note Titel',
  '    vier Blanks',
  '\tTab',
  '::: x',
  '[neu]: /url',
  '[^9]: Fuß',
  '#hash',
  'Wort',
  '14. x',
  'a #',
  'a ##',
  'x |',
  '10) z',
  "'x'",
  '"y"',
  '(z)',
  '--- x',
  '=== x',
];
const words = [
  'Wort',
  'und',
  '1.',
  '14.',
  '#',
  '##',
  '-',
  '+',
  '---',
  '===',
  '|',
  '|-|',
  '--|--',
  ':::',
  '[x]:',
  '/url',
  'Öl',
  '::',
  '2)',
  '[^1]:',
  '!!!',
  'länger',
  '=',
];

/** Targets whose first words, and words after any break, could begin a block. */
export const nastyTarget: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(fc.constantFrom(...words), { maxLength: 9 }))
  .map(([first, rest]) => [first, ...rest].join(' '));
