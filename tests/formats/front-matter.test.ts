import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { collapse } from '../../src/fingerprint.ts';
import { controlCharacter } from '../../src/formats/control-characters.ts';
import {
  frontMatterClose,
  frontMatterFolds,
  frontMatterSpell,
  readFrontMatter,
} from '../../src/formats/front-matter.ts';
import { readToml } from '../../src/formats/toml/values.ts';
import { readText } from '../../src/formats/unit-text.ts';
import type { Document, Format } from '../../src/model.ts';
import { segmentDocument } from '../../src/pipeline/index.ts';
import { defaults, type Settings } from '../../src/settings.ts';
import { cpuTime } from '../cpu-time.ts';
import { hostileTargets } from './hostile-targets.ts';
import { translated } from './translated.ts';
import { valueShape } from './value-shape.ts';

const settings: Settings = { ...defaults, targets: [] };

/** Front matter alone, as a format of its own. */
const format: Format = {
  id: 'front-matter',
  extensions: [],
  parse: (text, { keys }) => ({ newlines: 'line', units: readFrontMatter(text, keys)?.units ?? [] }),
  folds: frontMatterFolds,
  spell: frontMatterSpell,
  close: frontMatterClose,
};

const documentOf = (text: string, keys?: readonly string[]): Document =>
  segmentDocument({ path: 'a.md', text }, format, { ...settings, keys });

const sentences = (text: string, keys?: readonly string[]): readonly string[] => {
  const { segments, units } = documentOf(text, keys);
  return segments.map((segment) => `${units[segment.unit]?.key}: ${segment.text}`);
};

describe('what is front matter', () => {
  test.each([
    ['YAML', '---\ntitle: Titel\n---\nText\n', '---\ntitle: Titel\n---\n'],
    ['YAML up to the end', '---\ntitle: Titel\n---', '---\ntitle: Titel\n---'],
    ['closed by dots', '---\ntitle: Titel\n...\nText\n', '---\ntitle: Titel\n...\n'],
    ['empty', '---\n---\nText\n', '---\n---\n'],
    ['only a comment', '---\n# nichts\n---\nText\n', '---\n# nichts\n---\n'],
    ['behind a BOM, CRLF', '\uFEFF--- \r\ntitle: Titel\r\n---\t\r\nText', '\uFEFF--- \r\ntitle: Titel\r\n---\t\r\n'],
    ['CR', '---\rtitle: Titel\r---\rText', '---\rtitle: Titel\r---\r'],
    ['TOML', '+++\ntitle = "Titel"\n+++\nText\n', '+++\ntitle = "Titel"\n+++\n'],
    [
      'lines that are not indented',
      '---\ntitle: "Der\n\nTitel"\nalt: \'Ein\nBild\'\n---\n',
      '---\ntitle: "Der\n\nTitel"\nalt: \'Ein\nBild\'\n---\n',
    ],
    ['a fence in a block', '---\ntitle: |\n  Eins\n  ---\n---\nText\n', '---\ntitle: |\n  Eins\n  ---\n---\n'],
  ])('%s', (_, text, front) => {
    expect(readFrontMatter(text, undefined)?.end).toBe(front.length);
  });

  test.each([
    ['not closed', '---\ntitle: Titel\n'],
    ['not at the start', '\n---\ntitle: Titel\n---\n'],
    ['rulers around a paragraph', '---\nNur ein Absatz.\n---\n'],
    ['rulers around a list', '---\n- eins\n- zwei\n---\n'],
    ['broken YAML', '---\ntitle: "Titel\n---\n'],
    ['a value with `: `', '---\ntitle: Titel: Untertitel\n---\n'],
    ['broken TOML', '+++\ntitle = Titel ohne Anführung\n+++\n'],
    ['a longer ruler', '----\ntitle: Titel\n----\n'],
    ['control characters', '---\ntitle: Ti\u0007tel\n---\n'],
    ['nested too deep', `---\ntitle: ${'['.repeat(600)}${']'.repeat(600)}\n---\n`],
    ['arrays too deep', `+++\ntitle = ${'['.repeat(600)}${']'.repeat(600)}\n+++\n`],
  ])('no: %s', (_, text) => expect(readFrontMatter(text, undefined)).toBeUndefined());
});

describe('what is translated', () => {
  const yaml = `---
title: Der Titel
Description: 'Es geht''s an'
layout: default
keywords: [Hund, "Katze"]
tags: [Tier]
seo:
  description: "Ein \\u00dcberblick"
features:
  - title: Schnell
    details: >
      Erste Zeile
      zweite Zeile.
    link: /guide
date: 2024-01-31
summary: 404
subtitle: /weg/zum/bild.png
---
`;
  test('by the names of the keys', () => {
    expect(sentences(yaml)).toEqual([
      'title: Der Titel',
      "Description: Es geht's an",
      'keywords.0: Hund',
      'keywords.1: Katze',
      'seo.description: Ein Überblick',
      'features.0.title: Schnell',
      'features.0.details: Erste Zeile zweite Zeile.',
    ]);
  });

  test('by name at any depth, by path, with indices or without', () => {
    expect(sentences(yaml, ['layout', 'features.details', 'keywords.1'])).toEqual([
      'layout: default',
      'keywords.1: Katze',
      'features.0.details: Erste Zeile zweite Zeile.',
    ]);
  });

  const toml = `+++
title = "Der \\"Titel\\""
date = 2024-01-31 10:00:00
description = 'Ein C:\\Pfad'
keywords = [ "Hund", # ein Tier
  'Katze', ]
[params.seo]
summary = """
Erste Zeile.
Zweite \\
  Zeile, "so"."""
"lead" = '''Ganz 'wörtlich'.'''
author = { caption = "Wer", n = 1 }
[[menu.main]]
title = "Start"
+++
`;
  test('TOML', () => {
    expect(sentences(toml)).toEqual([
      'title: Der "Titel"',
      'description: Ein C:\\Pfad',
      'keywords.0: Hund',
      'keywords.1: Katze',
      'params.seo.summary: Erste Zeile.',
      'params.seo.summary: Zweite Zeile, "so".',
      "params.seo.lead: Ganz 'wörtlich'.",
      'params.seo.author.caption: Wer',
      'menu.main.title: Start',
    ]);
  });

  test.each([yaml, toml])('comes back as it was', (text) => {
    expect(translated(documentOf(text), ({ text: same }) => same)).toBe(text);
  });

  test('TOML holds any text', () => {
    for (const target of hostileTargets) {
      const out = translated(documentOf(toml), () => target);
      expect(readFrontMatter(out, undefined)?.end, out).toBe(out.length);
      const values = readToml(out.slice(4, -4)) ?? [];
      expect(values.map(({ path }) => path)).toEqual(readToml(toml.slice(4, -4))?.map(({ path }) => path));
      for (const { start, end, path, style } of values) {
        const text = collapse(readText(out.slice(4 + start, 4 + end), { kind: 'value', start, end, style }, format));
        expect(text).toBe(collapse(path.includes('summary') ? `${target} ${target}` : target));
      }
    }
  });
});

/** Each style that a value may be written in. */
const styles = [
  'title: Ein Text',
  "title: 'Ein ''Text'''",
  'title: "Ein \\"Text\\""',
  'title: |\n  Ein Text\n  in Zeilen.',
  'title: >-\n  Ein Text\n  in Zeilen.',
  'title: Ein Text\n  in Zeilen.',
  "title: 'Ein Text\n  in Zeilen.'",
  'title: "Ein Text\n  in Zeilen."',
  'title: "Ein Text\nin Zeilen."',
  "title: 'Ein Text\nin ''Zeilen''.'",
  'title: [Ein, Text]',
  'title: {title: Ein Text, text: "b"}',
] as const;

describe.each(styles)('%s', (yaml) => {
  const text = `---\n${yaml}\nweight: 3\n---\nText\n`;

  test('holds any text', () => {
    for (const target of hostileTargets) {
      const out = translated(documentOf(text), () => target);
      expect(out.slice(readFrontMatter(out, undefined)?.end), out).toBe('Text\n');
      expectShape(out.slice(4, out.lastIndexOf('---')), `${yaml}\nweight: 3\n`, target);
    }
  });

  test('any target', () => {
    const anyTarget = fc.string({ unit: 'binary', maxLength: 40 });
    const property = fc.property(fc.oneof(anyTarget, fc.string()), (target) => {
      const out = translated(documentOf(text), () => target.trim());
      expect(out.slice(readFrontMatter(out, undefined)?.end ?? 0)).toBe('Text\n');
    });
    fc.assert(property, { seed: 1, numRuns: 60 });
  });
});

/** The same keys and the same kinds of values, by another reading of it; each text is the target. */
function expectShape(written: string, original: string, target: string): void {
  const [out, source] = [written, original].map(indentAll) as [string, string];
  expect(valueShape(parse(out)), out).toEqual(valueShape(parse(source)));
  const shown = Array.from(target, (sign) => (controlCharacter.test(sign) ? '\uFFFD' : sign)).join('');
  const kept = /[|>]/.test(source) ? shown : target;
  expect(textsOf(parse(out)).replace(/\s/g, '')).toContain(kept.replace(/\s/g, ''));
}

/** This reader wants all lines of a quoted text indented. */
function indentAll(yaml: string): string {
  return yaml.replace(/\n(?!title:|weight:|$)/g, '\n   ');
}

/** Its texts, one behind the other. */
function textsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(textsOf).join(' ') : '';
}

test('ordinary front matter is read in no time, and hostile one too', () => {
  const ordinary = `---\nlayout: page\ntitle: Ein Titel\ndescription: "Eine Beschreibung"\ntags: [a, b]\n---\n${'Text '.repeat(1000)}`;
  const time = cpuTime(() => {
    for (let run = 0; run < 2000; run += 1) readFrontMatter(ordinary, undefined);
  });
  expect(time).toBeLessThan(2000);
  const many = 100_000;
  for (const text of ['---\n'.repeat(many), `---\n${'a: "\n'.repeat(many)}`, `+++\n${'a = """\n'.repeat(many)}+++`])
    expect(cpuTime(() => readFrontMatter(text, undefined))).toBeLessThan(4000);
});
