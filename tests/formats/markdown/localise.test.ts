import { describe, expect, test } from 'vitest';
import { markdown } from '../../../src/formats/markdown.ts';
import { mdx } from '../../../src/formats/mdx.ts';
import type { Format, ParseOptions } from '../../../src/model.ts';
import { splice } from '../../../src/splice.ts';
import { cpuTime } from '../../cpu-time.ts';

const localised = (text: string, options: ParseOptions, format: Format = markdown, target = 'ko') =>
  splice(text, format.localise?.(text, { source: 'de', target }, options) ?? []);

describe('links', () => {
  const links = { '/de/': '/{lang}/', '/de/x/': '/x/', 'https://a.org/de/': 'https://{lang}.a.org/' };

  test.each([
    [
      'inline',
      'Ein [Ort](/de/ort), [Ort](</de/o r t> "Ein Ort").',
      'Ein [Ort](/ko/ort), [Ort](</ko/o r t> "Ein Ort").',
    ],
    ['over lines', '> Ein [Ort](\n> /de/ort\n> "Titel").', '> Ein [Ort](\n> /ko/ort\n> "Titel").'],
    ['the longest prefix', '[a](/de/x/y) [b](/de/xy)', '[a](/x/y) [b](/ko/xy)'],
    ['with a host', '[a](https://a.org/de/b) <https://a.org/de/b>', '[a](https://ko.a.org/b) <https://a.org/de/b>'],
    ['no others', '[a](de/b) [b](//de/) [c](/de//b) [d](/en/de/)', '[a](de/b) [b](//de/) [c](/de//b) [d](/en/de/)'],
    ['no images, but links around them', '[![a](/de/b "c")](/de/d)', '[![a](/de/b "c")](/ko/d)'],
    ['definitions', '[a]\n\n[a]: </de/b> "c"\n[d]: /de/e', '[a]\n\n[a]: </ko/b> "c"\n[d]: /ko/e'],
    ['tags', 'Ein <a title="Ä" href="/de/b">c</a>.', 'Ein <a title="Ä" href="/ko/b">c</a>.'],
    ['HTML', '<div>\n<a href="/de/b"><img></a>\n</div>', '<div>\n<a href="/ko/b"><img></a>\n</div>'],
    ['no code', '`[a](/de/b)`\n\n    [a](/de/b)\n\n```\n[a](/de/b)\n```', undefined],
    ['no formulas and comments', '$[a](/de/b)$ <!-- [a](/de/b) <a href="/de/b"> -->', undefined],
    ['cells', '| a |\n| - |\n| [b\\|c](/de/d) |', '| a |\n| - |\n| [b\\|c](/ko/d) |'],
    ['front matter', '---\ntitle: "<a href=\'/de/b\'>c</a>"\n---\n', '---\ntitle: "<a href=\'/ko/b\'>c</a>"\n---\n'],
  ])('%s', (_, text, expected = text) => {
    expect(localised(text, { links })).toBe(expected);
    expect(localised(text, { links }, markdown, 'de')).toBe(text);
    expect(localised(text, {})).toBe(text);
  });

  test('in JSX, values that are written as text', () => {
    const text = '<Karte href="/de/a">[b](/de/c)</Karte>\n\n<B href={"/de/d"} to="/de/e" />';
    expect(localised(text, { links }, mdx)).toBe(text.replace('/de/a', '/ko/a').replace('/de/c', '/ko/c'));
  });

  test.each(['<a b={{>', '[a](/de/', '[a](/de/b)', '<a href="/de/">', '[a]: /de/b\n'])('%j in linear time', (piece) => {
    expect(cpuTime(() => localised(piece.repeat(50_000), { links }))).toBeLessThan(4000);
  });
});

describe('ids of headings', () => {
  const headingIds = 'explicit';

  test.each([
    ['# Über uns', '# Über uns {#über-uns}'],
    ['## Was *ist* `x()`? ##', '## Was *ist* `x()`? {#was-ist-x} ##'],
    ['Zwei\nZeilen\n===', 'Zwei\nZeilen {#zwei-zeilen}\n==='],
    ['# A\n# A\n# A-1', '# A {#a}\n# A {#a-1}\n# A-1 {#a-1-1}'],
    ['# A {#b}\n# B', '# A {#b}\n# B {#b-1}'],
    ['# A {.b}\n## C {: .d } ##', '# A {#a .b}\n## C {: #c .d } ##'],
    ['# A {/* #b */}', '# A {/* #b */}'],
    ['> # [A](b) &amp; <i>C</i>', '> # [A](b) &amp; <i>C</i> {#a--c}'],
    ['# !!!\n#\n`# x`\n\n    # y', '# !!!\n#\n`# x`\n\n    # y'],
    ['<h2>A</h2>', '<h2>A</h2>'],
    ['# A\r\n\r\nB\r\n-\r\n', '# A {#a}\r\n\r\nB {#b}\r\n-\r\n'],
  ])('%j', (text, expected) => {
    expect(localised(text, { headingIds })).toBe(expected);
    expect(localised(expected, { headingIds })).toBe(expected);
    expect(localised(text, { headingIds }, markdown, 'de')).toBe(text);
    const kindsOf = (each: string) =>
      markdown.parse(each, {}).units.map(({ kind, start, end }) => `${kind} ${end - start}`);
    expect(kindsOf(expected)).toEqual(kindsOf(text));
  });

  test('are what links may name', () => {
    const text = '# Über uns\n\n# B {#c}\n\n# Über uns\n\n<a id="d" name=\'e\'></a>\n\n[f]{#g .h}';
    const anchors = markdown.anchors?.(text, markdown.parse(text, {}).units);
    expect(new Set(anchors)).toEqual(new Set(['über-uns', 'c', 'über-uns-1', 'd', 'e', 'g']));
  });
});
