import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { echo } from '../src/engines/echo.ts';
import { pseudo } from '../src/engines/pseudo.ts';
import { formats } from '../src/formats/index.ts';
import { readText, writeText } from '../src/formats/unit-text.ts';
import type { Batch, Document, Format, Newlines, Unit } from '../src/model.ts';
import { requestMap, segmentDocument } from '../src/pipeline/index.ts';
import { type AskAll, verifyDocument } from '../src/pipeline/verify.ts';
import { defaults, type Settings } from '../src/settings.ts';
import { cpuTime } from './cpu-time.ts';
import { randomText } from './formats/random-text.ts';

/**
 * Each format has files in `tests/formats/<id>/`: `<case>.source.<extension>`, and beside it the sentences that are found
 * in it, one a line, as people read them. `npm run update` writes the latter; the diff is the review.
 */
const folder = join(import.meta.dirname, 'formats');
const settings: Settings = { ...defaults, targets: [] };

describe.each(formats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const cases = readdirSync(join(folder, id)).filter((name) => name.includes('.source.'));

  test('has fixtures', () => expect(cases.length).toBeGreaterThan(0));

  test.each(cases)('%s', async (name) => {
    const path = join(folder, id, name);
    const document = segmentDocument({ path: name, text: readFileSync(path, 'utf8') }, format, settings);
    const segments = join(folder, id, `${basename(name).split('.source.')[0]}.segments`);
    await expect(segmentLines(document)).toMatchFileSnapshot(segments);
    expectInverse(document, format);
    expect(await verifyDocument({ path: name, text: document.text }, settings, ask)).toEqual([]);
  });
});

/** A heading a unit, then its sentences; control characters and odd blanks are shown as escapes. */
function segmentLines({ units, segments, newlines }: Document): string {
  const lines = units.flatMap(({ kind, key }, unit) => [
    `[${kind}${key === undefined ? '' : ` ${key}`}]`,
    ...segments.filter((segment) => segment.unit === unit).map(({ text }) => escaped(text)),
  ]);
  return `# newlines: ${newlines}\n${lines.map((line) => `${line}\n`).join('')}`;
}

function escaped(text: string): string {
  const odd = /[^\P{C}]|[^\P{Z} ]/gu;
  return text.replace(odd, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

/** Each segment, as read and written again, is the bytes that it stands on; units and segments lie in order, none empty. */
function expectInverse({ text, units, segments }: Document, format: Format): void {
  for (const { start, end, unit: index, text: decoded } of segments) {
    const unit = units[index]!;
    const raw = text.slice(start, end);
    expect(decoded).toBe(readText(raw, unit, format));
    expect(writeText(decoded, raw, { unit, format })).toBe(raw);
    expect(decoded.trim()).toBe(decoded);
    expect(decoded).not.toBe('');
  }
  for (const ranges of [units, segments]) {
    const bounds = ranges.flatMap(({ start, end }) => [start, end]);
    expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
  }
  for (const { start, end, unit } of segments) {
    expect(start).toBeGreaterThanOrEqual(units[unit]?.start ?? Number.NaN);
    expect(end).toBeLessThanOrEqual(units[unit]?.end ?? Number.NaN);
  }
}

const ask: AskAll = async (id, requests) => {
  const batch: Batch = { languages: { source: 'de', target: 'de' }, requests: requests.map(({ request }) => request) };
  const { answers } = await { echo, pseudo }[id].translate(batch, new AbortController().signal);
  return requestMap(requests.map((each, at) => [each, { text: String(answers[at]?.text), engine: id }] as const));
};

const anyUnit: Unit = { kind: 'paragraph', start: 0, end: 0 };

describe('text', () => {
  const [format] = formats.filter(({ id }) => id === 'text');
  if (format === undefined) throw new Error('no text format');
  const documentOf = (text: string, newlines: Newlines | 'auto') =>
    segmentDocument({ path: 'a.txt', text }, format, { ...settings, newlines });

  test.each(['line', 'paragraph', 'auto'] as const)('any text comes back as it was (%s)', (newlines) => {
    fc.assert(
      fc.property(randomText, (text) => expectInverse(documentOf(text, newlines), format)),
      { seed: 1, numRuns: 500 },
    );
  });

  test.each(['line', 'paragraph', 'auto'] as const)('any text keeps the laws (%s)', async (newlines) => {
    const property = fc.asyncProperty(randomText, async (text) => {
      expect(await verifyDocument({ path: 'a.txt', text }, { ...settings, newlines }, ask)).toEqual([]);
    });
    await fc.assert(property, { seed: 1, numRuns: 150 });
  });

  /** A target of any length fills the lines of its source; in each paragraph there are as many as fit. */
  test.each([
    ['eins zwei drei', 'a\nb\nc', 'eins\nzwei\ndrei'],
    ['eins zwei drei vier fünf sechs', 'a b\nc', 'eins zwei drei vier\nfünf sechs'],
    ['eins', 'a\nb\nc', 'eins'],
    ['eins zwei', 'a\nb\nc\nd', 'eins\nzwei'],
    ['eins zwei drei', 'a b c d e f g h\ni\nj', 'eins\nzwei\ndrei'],
    ['', 'a\nb', ''],
    ['eins\nzwei', 'a b', 'eins zwei'],
    ['eins\n\nzwei', 'a', 'eins zwei'],
    ['eins  zwei', 'a\r\n  b', 'eins\r\n  zwei'],
    ['강아지가 잔다', 'Der Hund schläft\nim Garten', '강아지가\n잔다'],
  ])('“%s” where “%s” stood', (target, raw, expected) => {
    expect(writeText(target, raw, { unit: anyUnit, format })).toBe(expected);
  });

  test.each([
    [
      'one full line, the next goes on in lower case',
      'Ein Satz, der so lang ist, dass er umbrochen wurde und\nweitergeht.\n',
      'paragraph',
    ],
    ['two lines, neither full', 'Ein Titel\nEin Satz, der länger ist als der Titel.\n', 'line'],
    ['a line that nobody wraps', `${'Wort '.repeat(40)}\nund noch eine Zeile.\n`, 'line'],
    ['list of short lines', 'Milch\nBrot\nButter\nKäse\n', 'line'],
    ['sentences of one length', 'Der Hund eins schläft heute im Garten hinter dem Haus.\n'.repeat(7), 'line'],
    ['quotations of one length', '„Der Hund eins schläft heute im Garten am Haus.“\n'.repeat(7), 'line'],
    [
      'wrapped, but for a long address',
      `${'Die Stadtverwaltung hat am Montag mitgeteilt, dass die Brücke über den\nFluss bis Ende Oktober gesperrt bleibt und niemand sie mehr betreten\n'.repeat(3)}darf.\n\nMehr dazu: https://example.org/${'a'.repeat(130)}\n`,
      'paragraph',
    ],
    ['nothing', '', 'line'],
  ] as const)('how lines were meant: %s', (_, text, newlines) => {
    expect(format.parse(text, { newlines: 'auto' }).newlines).toBe(newlines);
  });

  test('reads in linear time', () => {
    const long = 400_000;
    for (const text of [
      ' '.repeat(long),
      `a${' '.repeat(long)}b`,
      'a \t'.repeat(long / 2),
      '\r'.repeat(long),
      'a\n'.repeat(long / 4),
      `a${' \n'.repeat(long)}b`,
    ]) {
      const time = cpuTime(() => {
        const { units } = format.parse(text, { newlines: 'auto' });
        for (const { start, end } of units.slice(0, 3)) {
          const raw = text.slice(start, end);
          expect(writeText(readText(raw, anyUnit, format), raw, { unit: anyUnit, format })).toBe(raw);
        }
      });
      expect(time).toBeLessThan(4000);
    }
  });
});
