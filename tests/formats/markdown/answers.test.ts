import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../../src/formats/markdown.ts';
import type { Segment } from '../../../src/model.ts';
import { engineText, fromEngine } from '../../../src/pipeline/codes.ts';
import { segmentDocument } from '../../../src/pipeline/segment.ts';
import { defaults } from '../../../src/settings.ts';
import { translated } from '../translated.ts';
import { sentenceOf, written } from './answers.ts';
import { nodesOf, paragraphOf } from './oracle.ts';

const labels = ['a', '^1'];

/** Source, answer, and what is written; an independent parser must see the nodes of the source in it. */
test.each([
  // Signs of an answer stay signs, and stay bare where they can.
  ['a', '5 * 3 *b* a_b _c_ 1~2', '5 * 3 \\*b\\* a_b \\_c\\_ 1\\~2'],
  ['a', 'sic [sic] [a] [x](u) ![y]', 'sic [sic] \\[a] \\[x\\](u) !\\[y]'],
  ['a', '[á](u)', '\\[á\\](u)'],
  ['a', '[á]: u', '\\[á\\]: u'],
  ['a', 'A & B &amp; &c', 'A & B &amp;amp; &c'],
  ['a', '3 < 4 <b> <로동신문>', '3 < 4 &lt;b> <로동신문>'],
  ['a', 'C:\\Users \\* \\', 'C:\\Users \\\\\\* \\\\'],
  ['a', '$x$ und 5 $, ja! :smile: `c` 10:30', '\\$x$ und 5 $, ja! \\:smile: \\`c\\` 10:30'],
  ['a', '++a+b++ C++', '&#43;+a+b++ C++'],
  ['a', '{{ x }} {.a} {b}', '&#123;{ x }} \\{.a} {b}'],
  ['a *b*', '!<g id="1">b</g>!', '\\!*b*!'],
  ['a [b](u)', 'Ja!<g id="1">b</g>!', 'Ja\\![b](u)!'],
  ['[b](u) c', '[<g id="1">b</g>]: (u)', '\\[[b](u)\\]: (u)'],
  ['[a] b', '[<g id="1">ä</g> b]', '\\[[ä][a] b]'],
  // Bare signs of the source are spelled anew where they would become codes.
  ['2 * 3* 4', '*3* 2 4', '\\*3\\* 2 4'],
  ['*a* b*', '<g id="1">a *b</g>', '*a \\*b*'],
  // Emphasis renders next to Korean particles.
  ['**a** b', '<g id="1">평양(Pyongyang)</g>은', '**평양**(Pyongyang)은'],
  ['**a** b', '<g id="1">“평양”</g>은', '“**평양**”은'],
  ['*a* b', '<g id="1">「로동신문」</g>을', '「*로동신문*」을'],
  ['_a_ b', '<g id="1">로동신문</g>을', '*로동신문*을'],
  ['__a__ b', '이<g id="1">것</g>을', '이**것**을'],
  ['**a!** b', '<g id="1">주의!</g>가', '**주의**!가'],
  ['a **b** c', 'x<g id="1"> 평양 </g>은', 'x **평양** 은'],
  ['**a** b', '그(<g id="1">(주의)</g>)가', '그(**(주의)**)가'],
  ['**a** b', '<g id="1">도시 “평양”</g>은', '**도시 “평양”**&#xC740;'],
  ['**`c`** b', '<g id="1"><x id="2"/></g>은', '**`c`**&#xC740;'],
  ['**[a](u)** b', '그<g id="1"><g id="2">가</g></g>는', '&#xADF8;**[가](u)**&#xB294;'],
  ['***a*** b', '<g id="1"><g id="2">“말”</g></g>은', '***“말”***&#xC740;'],
  ['~~a.~~ b', '<g id="1">말.</g>은', '~~말~~.은'],
  ['**a** *b* c', '<g id="1">“가”</g>와「<g id="2">나」</g>는', '“**가**”와「*나」*&#xB294;'],
  // Addresses and titles end where they should.
  ['https://a.de/x b', '<x id="1"/>에서', '<https://a.de/x>에서'],
  ['(https://a.de/x)', '[(<x id="1"/>)]', '\\[(https://a.de/x)]'],
  ['(https://a.de/x) *b*', '[(<x id="1"/>)] <g id="2">b</g>', '\\[(<https://a.de/x>)\\] *b*'],
  ['www.a.de b', '[b <x id="1"/>]', '\\[b www.a.de]'],
  ['https://a.de b', '[<x id="1"/>]b c', '\\[<https://a.de>\\]b c'],
  ['www.a.de *b*', '[b <x id="1"/>] <g id="2">b</g>', '\\[b www.a.de&rbrack; *b*'],
  ['[a](u) b', '<g id="1">a] b</g>', '[a\\] b](u)'],
  ['[a](u "t") b', '<g id="1">가</g><g id="2">그 "것"</g>은', '[가](u "그 \\"것\\"")은'],
] as const)('“%s” ← “%s”', (source, answer, expected) => {
  const target = written(answer, sentenceOf(source, labels));
  expect(target).toBe(expected);
  expect(nodesOf(paragraphOf(target ?? '', labels))).toEqual(nodesOf(paragraphOf(source, labels)));
});

/** The text of the answer would be in a code that it was not in, or no code is left to hold it. */
test.each([
  ['*a* b', 'b'],
  ['*a* b', '<g id="1"> </g>b'],
  ['[a](u "t") b', '<g id="1">a</g> b <g id="2">t</g>'],
  ['a', 'https://a.de'],
  ['<img alt="Hund" src=x>', '<g id="1">*개*</g><x id="2"/>'],
  ['www.a.de b', '<x id="1"/>에서'],
])('“%s” ← “%s” is refused', (source, answer) => {
  expect(written(answer, sentenceOf(source, labels))).toBeUndefined();
});

/** Brackets around each sentence, in a whole document. */
test.each([
  ['Ein Satz', '\\[Ein Satz]'],
  [':::tip[Titel]\nText\n:::', ':::tip[\\[Titel\\]]\n\\[Text]\n:::'],
  ['*Ein Satz*', '\\[*Ein Satz*]'],
  ['[Ein](u) [b', '\\[[Ein](u) \\[b]'],
])('“%s” in brackets is “%s”', (source, expected) => {
  const document = segmentDocument({ path: 'a.md', text: source }, markdown, { ...defaults, targets: [] });
  const bracketed = (segment: Segment) => fromEngine(`[${engineText(segment, document)}]`, segment, document) ?? '';
  expect(translated(document, bracketed)).toBe(expected);
});

test('MDX: tags and expressions of an answer stay signs', () => {
  expect(written('<b> {x} 3 < 4', sentenceOf('a', [], 'mdx'))).toBe('&lt;b> \\{x\\} 3 &lt; 4');
});

describe('no answer becomes markup', () => {
  const pieces =
    'a|Wort| | |*|**|_|__|~|~~|`|``|[|]|[[|]]|(|)|(u)|[a]|[^1]|![|!|\\|\\\\|<|>|<b>|</b>|<!--|&|&amp;|&#42;|$|{|}|{{|}}|{%|:|:a:|' +
    ':b[|^[|#|.|“|”|평양|은|😀|"|\'|-|+|=|@|é';
  const run = fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 6 }).map((all) => `x${all.join('')}`);

  test.each([
    ['a', ['a']],
    ['a C b', ['a `c` b', 'a <br> b', 'a <http://u.v> b', 'a [^1] b', 'a https://u.v/w b']],
    [
      'a G/ b',
      ['a *b* c', 'a __b__ c', 'a [b](u) c', 'a [a] c', 'a ~~b~~ c', 'a <b>b</b> c', 'a ![b](u) c', 'a [b][a] c'],
    ],
    ['GaG/b/ c', ['*a **b** c* d', '[a *b* c](u) d', '**a [b](v)** d', '[![b](u)](v) d']],
    ['Ga/bGc/', ['*a* b **c**', '[a](u) x [b](v)', '[a][] b *c*']],
  ] as const)('%s', (frame, sources) => {
    const property = fc.property(
      fc.constantFrom(...sources),
      fc.array(run, { minLength: 4, maxLength: 4 }),
      (source, runs) => {
        const target = written(fill(frame, runs), sentenceOf(source, labels));
        const paragraph = target === undefined ? undefined : paragraphOf(target, labels);
        fc.pre(paragraph !== undefined);
        expect(nodesOf(paragraph)).toEqual(nodesOf(paragraphOf(source, labels)));
      },
    );
    fc.assert(property, { seed: 1, numRuns: 100 });
  });

  /** `G` and `/` are the ends of a pair, `C` a code, letters runs of text. */
  function fill(frame: string, runs: readonly string[]): string {
    let [id, next] = [0, 0];
    return frame.replace(/./g, (sign) => {
      if (sign === ' ') return sign;
      if (sign === '/') return '</g>';
      if (sign === 'G') return `<g id="${++id}">`;
      return sign === 'C' ? `<x id="${++id}"/>` : (runs[next++] ?? '');
    });
  }
});
