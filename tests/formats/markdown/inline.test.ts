import { tests } from 'commonmark-spec';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { sent, sentenceOf, written } from './answers.ts';
import { paragraphOf, seenByOracle, seenByUs, unitOf } from './oracle.ts';

/** Texts of the specification's paragraphs and headings as the pipeline reads them: soft breaks are blanks. */
const examples = tests.flatMap(({ markdown, number }) => {
  const source = markdown.replaceAll('→', '\t');
  const root = fromMarkdown(source);
  const labels = root.children.flatMap((node) => (node.type === 'definition' ? [node.label ?? ''] : []));
  return root.children.flatMap((node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return [];
    const raw = source.slice(node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset);
    const text = raw.replace(/(?: {2,}|\\)\n\s*/g, '\u2029').replace(/\s*\n\s*/g, ' ').replaceAll('\u2029', '\n');
    return [{ number, text, labels }];
  });
});

const pieces = [
  'a', 'b c', ' ', '*', '**', '***', '_', '__', '`', '``', '[', ']', '(u)', '[a]', '[]', '![', '](', '\\', '(', ')',
  '<b>', '</b>', '"', '<', '>', '&amp;', '&', '!', '.', ',', 'ä', '“', '은', '(v "t")', '<http://a.b>', '<!-- x -->',
];
const extras = ['~', '~~', '$', '$x$', '{{ x }}', '{', '}', ':', ':a:', ':b[', '[^1]', '^[', '[[', ']]', 'www.a.de', 'http://x.y/', '@', 'x@y.de', '&lt;', '&lt;x id="1"/>', '\\<x id="1"/>', '</g>', '<img alt="Ä b" src=x>', '<i title=\'t\'>', '</i>', '{/* x */}', "{'", '<A b={c}>', '</A>', '&nbsp;', '\n', '|', '#', '<code>', '</code>', '%}', '{%', '{.a}', '\u{1F600}'];
const nasty = (signs: readonly string[]) => fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((all) => all.join('').trim());
const labels = ['a', '^1'];

describe('codes', () => {
  test('agree with an independent parser on all examples of the specification', () => {
    for (const { text, labels: known } of examples) {
      const paragraph = paragraphOf(text, known);
      if (paragraph === undefined) continue;
      expect.soft(seenByUs(text, unitOf(known)), text).toEqual(seenByOracle(paragraph));
    }
  });
});

describe('identity', () => {
  test.each(['markdown', 'mdx'] as const)('any text comes back as it was (%s)', (dialect) => {
    fc.assert(
      fc.property(nasty([...pieces, ...extras]), (text) => {
        const sentence = sentenceOf(text, labels, dialect);
        expect(written(sent(sentence), sentence)).toBe(text);
      }),
      { seed: 1, numRuns: Number(process.env.N??3000) },
    );
  });
  test('the examples come back as they were', () => {
    for (const { text, labels: known } of examples) {
      const sentence = sentenceOf(text, known);
      expect.soft(written(sent(sentence), sentence)).toBe(text);
    }
  });
});
