import { tests } from 'commonmark-spec';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { inline, mdxInline } from '../../../src/formats/markdown/inline/index.ts';
import { cpuTime } from '../../cpu-time.ts';
import { sent, sentenceOf, written } from './answers.ts';
import { nasty } from './nasty.ts';
import { paragraphOf, seenByOracle, seenByUs, unitOf } from './oracle.ts';

/** Texts of the specification's paragraphs and headings as the pipeline reads them: soft breaks are blanks. */
const examples = tests.flatMap(({ markdown }) => {
  const source = markdown.replaceAll('→', '\t');
  const { children } = fromMarkdown(source);
  const labels = children.flatMap((node) => (node.type === 'definition' ? [node.label ?? ''] : []));
  return children.flatMap((node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return [];
    const raw = source.slice(node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset);
    const lines = raw.replace(/(?: {2,}|\\)\n\s*/g, '\u2029').replace(/\s*\n\s*/g, ' ');
    return [{ text: lines.replaceAll('\u2029', '\n'), labels }];
  });
});

describe('codes', () => {
  test('are those that an independent parser sees, on all examples of the specification', () => {
    let compared = 0;
    for (const { text, labels } of examples) {
      const paragraph = paragraphOf(text, labels);
      if (paragraph === undefined) continue;
      compared += 1;
      expect.soft(seenByUs(text, unitOf(labels)), text).toEqual(seenByOracle(paragraph));
    }
    expect(compared).toBeGreaterThan(500);
  });

  /** `[a]` before a bracket that never closes is a link to CommonMark and cmark, but not to micromark. */
  test('are those that an independent parser sees, on nasty texts', () => {
    const property = fc.property(nasty.commonMark, (text) => {
      const paragraph = paragraphOf(text, ['a', '^1']);
      fc.pre(paragraph !== undefined && !/\*{3}|_{3}|\][^(\]]*\[[^\]]*$/.test(text));
      expect(seenByUs(text, unitOf(['a', '^1']))).toEqual(seenByOracle(paragraph!));
    });
    fc.assert(property, { seed: 1, numRuns: 500 });
  });

  /** What engines see; `a` is a label. */
  test.each([
    ['ein \\* Stern &amp; &#8211; &Auml;', 'ein * Stern & – Ä'],
    ['10&nbsp;km, &unbekannt; und &#0;', '10\u00a0km, <x id="1"/> und <x id="2"/>'],
    ['&lt;x id="1"/>', '<x id="1"/>x id="1"/>'],
    ['++strg+c++ in C++ und ++neu++', '<x id="1"/> in C++ und ++neu++'],
    ['[Text]{.klasse} [*a*]{#b} [c]{d}', '<g id="1">Text</g> <g id="2"><g id="3">a</g></g> [c]{d}'],
    ['[[a.png|width=350px]] [[a.png|100|rechts]]', '<x id="1"/> <x id="2"/>'],
    ['über https://. Und https:// auch', 'über https://. Und https:// auch'],
    ['[Text](u "Titel") da', '<g id="1">Text</g><g id="2">Titel</g> da'],
    ['[Text](u "A \\"B\\"")', '<g id="1">Text</g><g id="2">A "B"</g>'],
    ['![Bild *da*](u) [![b](c)](d)', '<g id="1">Bild <g id="2">da</g></g> <g id="3"><g id="4">b</g></g>'],
    ['[A], [B][a], [a][], [Text]', '<g id="1">A</g>, <g id="2">B</g>, <g id="3">a</g>, [Text]'],
    ['Wort[^1] und ^[Note *hier*]', 'Wort<x id="1"/> und <g id="2">Note <g id="3">hier</g></g>'],
    ['[^1](u)', '<g id="1">^1</g>'],
    ['[[Seite]] [[Seite|Text]] [[1]](u)', '<x id="1"/> <g id="2">Text</g> <g id="3">[1]</g>'],
    ['<b>fett <i>x</b></i> <br>', '<g id="1">fett <x id="2"/>x</g><x id="3"/> <x id="4"/>'],
    ['*a <b>c* d</b>', '<g id="1">a <x id="2"/>c</g> d<x id="3"/>'],
    ['<a title="Ä &amp; B" href=u>x</a>', '<g id="1">Ä & B</g><g id="2">x</g>'],
    ['<img alt="Ein Hund" src="x.png">', '<g id="1">Ein Hund</g><x id="2"/>'],
    ['<code>a b</code> <span translate="no">GmbH</span>', '<x id="1"/> <x id="2"/>'],
    ['https://a.de/b_c_d. www.a.de, x_y@a.de', '<x id="1"/>. <x id="2"/>, <x id="3"/>'],
    ['(siehe https://a.de/b(c))', '(siehe <x id="1"/>)'],
    ['[www.a.de](https://a.de)', '<g id="1"><x id="2"/></g>'],
    ['<https://a.de> <x@a.de>', '<x id="1"/> <x id="2"/>'],
    ['$x$, $$a + b$$, \\(y\\)', '<x id="1"/>, <x id="2"/>, <x id="3"/>'],
    ['$a, b$ und $((a,b), 2)$', '<x id="1"/> und <x id="2"/>'],
    ['5 $ und 6 $, $5 und $6, US$ 7', '5 $ und 6 $, $5 und $6, US$ 7'],
    ['\\(siehe oben\\)', '(siehe oben)'],
    [':smile: um 10:30:45 Uhr: ja', '<x id="1"/> um 10:30:45 Uhr: ja'],
    [':abbr[HTML]{title="x"} :kbd{.a}', '<g id="1">HTML</g> <x id="2"/>'],
    ['{{ x }} {{< y >}} {{% z %}} {% w %} $' + '{v}', '<x id="1"/> <x id="2"/> <x id="3"/> <x id="4"/> <x id="5"/>'],
    ['[Text]({{< ref "a b" >}}) {{ offen', '<g id="1">Text</g> {{ offen'],
    ['Wort{:.klasse} {#id .x} {offen}', 'Wort<x id="1"/> <x id="2"/> {offen}'],
    ['1~2 und ~~weg~~', '1~2 und <g id="1">weg</g>'],
  ])('%s', (text, expected) => expect(sent(sentenceOf(text, ['a']))).toBe(expected));

  test.each([
    ['{a["}"]} {/* don\'t */} x', '<x id="1"/> <x id="2"/> x'],
    ['<Karte titel={<b>x</b>} title="Ä">Text</Karte>', '<g id="1">Ä</g><g id="2">Text</g>'],
    ['<>a</> <A.B {...c}/>', '<g id="1">a</g> <x id="2"/>'],
    ['{offen', '{offen'],
  ])('MDX: %s', (text, expected) => expect(sent(sentenceOf(text, [], 'mdx'))).toBe(expected));
});

describe('identity', () => {
  test.each(['markdown', 'mdx'] as const)('any text comes back as it was (%s)', (dialect) => {
    const property = fc.property(nasty.everything, (text) => {
      const sentence = sentenceOf(text, ['a', '^1'], dialect);
      expect(written(sent(sentence), sentence)).toBe(text);
    });
    fc.assert(property, { seed: 1, numRuns: 1500 });
  });

  test('the examples of the specification come back as they were', () => {
    for (const { text, labels } of examples) {
      const sentence = sentenceOf(text, labels);
      expect.soft(written(sent(sentence), sentence)).toBe(text);
    }
  });
});

/** Codes, then mending, then the spelling of each sign. */
describe.each([
  ['markdown', inline],
  ['mdx', mdxInline],
] as const)('linear time (%s)', (_, syntax) => {
  const { codes, mend, signs } = syntax;
  const unit = unitOf(['a']);
  const runs = Array.from({ length: 400 }, (_, length) => '`'.repeat(length + 1));
  const blank = '*a **a |~a~~ |<a |$x | :a[|**“a”**b |https://a.de/가 |](u "a "b" c") |**a(b)**c '.split('|');
  const tight =
    '[|<|![[](|](|[](|**|a**b|*_|<!--|<?|<a b="|<b>|<code>|{{|{%|{|{\'|\\(|&a|^[|[^a|[a][|[a](b "|[a](<|[a](a{{|www._|http://|a@|\\|!';
  const texts = [
    ...[...blank, ...tight.split('|')].map((piece) => piece.repeat(20_000)),
    runs.join(' '),
    '['.repeat(20_000) + ']'.repeat(20_000),
    '[a '.repeat(10_000) + '](u)'.repeat(10_000),
    '<b>'.repeat(20_000) + '</i>'.repeat(20_000),
    `http://a${')'.repeat(20_000)}`,
  ];

  test.each(texts.map((text) => [text.slice(0, 20), text] as const))('%s', (_, text) => {
    expect(cpuTime(() => codes(text, unit))).toBeLessThan(1000);
    expect(cpuTime(() => mend?.(text, unit))).toBeLessThan(1000);
    const isSign = (at: number) => signs.includes(text[at] ?? '');
    const spell = () => Array.from(text, (sign, at) => (isSign(at) ? syntax.escape(text, at, unit) : sign));
    expect(cpuTime(spell)).toBeLessThan(1000);
  });
});
