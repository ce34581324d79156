import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collapse } from '../../src/fingerprint.ts';
import { srt } from '../../src/formats/srt.ts';
import { readText } from '../../src/formats/unit-text.ts';
import { vtt } from '../../src/formats/vtt.ts';
import type { Document, Format } from '../../src/model.ts';
import { segmentDocument } from '../../src/pipeline/index.ts';
import { defaults, type Settings } from '../../src/settings.ts';
import { hostileTargets } from './hostile-targets.ts';
import { expectLinearTime } from './linear-time.ts';
import { pseudoAnswers } from './pseudo-answers.ts';
import { translated } from './translated.ts';

const settings: Settings = { ...defaults, targets: [] };

const documentOf = (text: string, format: Format): Document =>
  segmentDocument({ path: `film.${format.id}`, text }, format, { ...settings, newlines: 'paragraph' });

/** Cues as any player finds them: what stands before and in each line with two times, and its text. */
function cuesIn(text: string): readonly { readonly times: string; readonly text: string }[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  return lines.flatMap((line, at) => {
    if (!/^\s*\d+:\d.*-->.*:\d/.test(line)) return [];
    const end = lines.findIndex((other, index) => index > at && other === '');
    const content = lines.slice(at + 1, end < 0 ? lines.length : end).join('\n');
    return [{ times: `${lines[at - 1] ?? ''}|${line}`, text: content }];
  });
}

const timesOf = (text: string): readonly string[] => cuesIn(text).map(({ times }) => times);

/** Cue after cue of a second each, with a pause where `null` stands. */
function srtOf(...texts: readonly (string | null)[]): string {
  let second = 0;
  const at = () => `00:00:${String(second).padStart(2, '0')},000`;
  return texts
    .flatMap((text) => {
      if (text === null) second += 3;
      if (text === null) return [];
      const begin = at();
      second += 1;
      return [`${second}\n${begin} --> ${at()}\n${text}\n`];
    })
    .join('\n');
}

const textsOf = (text: string): readonly string[] => cuesIn(text).map((cue) => cue.text);

describe('a target over the cues of its sentence', () => {
  test.each([
    [['eins zwei', 'drei vier'], 'a b c d', ['a b', 'c d']],
    [['eins zwei drei vier', 'fünf'], 'a b', ['a', 'b']],
    [['eins', 'zwei drei vier fünf sechs'], 'a b', ['a', 'b']],
    [['eins', 'zwei', 'drei'], 'a', ['a', '', '']],
    [['eins', 'zwei', 'drei'], '', ['', '', '']],
    [['eins\nzwei', 'drei\nvier'], 'a b', ['a', 'b']],
    [['eins\nzwei', 'drei\nvier'], 'a b c d e f', ['a b\nc', 'd e\nf']],
    [['<i>eins</i>', '<i>zwei</i>'], 'a b c', ['<i>a b</i>', '<i>c</i>']],
    [['eins', 'zwei'], 'a - b', ['a -', 'b']],
    [['eins', 'zwei drei'], 'a >> - b', ['a >> -', 'b']],
    [['eins', 'zwei'], 'a\n\nb', ['a', 'b']],
    [['eins'], '00:00:05,000 --> 00:00:06,000', ['00:00:05,000 -> 00:00:06,000']],
  ])('%j ← “%s”', (cues, target, expected) => {
    const text = srtOf(...cues);
    const out = translated(documentOf(text, srt), () => target);
    expect(textsOf(out)).toEqual(expected);
    expect(timesOf(out)).toEqual(timesOf(text));
  });

  test('a sentence that is left out takes no times away', () => {
    const text = srtOf('Eins ist', 'hier. Zwei ist', 'auch da. Drei', 'fehlt.');
    const out = translated(documentOf(text, srt), ({ text: one }) => (one.startsWith('Zwei') ? '' : one));
    expect(timesOf(out)).toEqual(timesOf(text));
    expect(collapse(textsOf(out).join(' '))).toBe('Eins ist hier. Drei fehlt.');
  });

  test('a paragraph that a person added stays in its cue', () => {
    const text = srtOf('Eins ist', 'hier.');
    const [unit] = documentOf(text, srt).units;
    if (unit === undefined) throw new Error('no unit');
    const raw = text.slice(unit.start, unit.end);
    expect(srt.close?.(`${raw}\r\n\r\nMehr.`, unit)).toBe(`${raw}\r\nMehr.`);
  });
});

describe('where a unit ends', () => {
  test.each([
    ['nowhere between cues', ['eins', 'zwei'], ['eins zwei']],
    ['at a pause', ['eins', null, 'zwei'], ['eins', 'zwei']],
    ['at a dash', ['- eins', '-zwei'], ['eins', 'zwei']],
    ['not at a minus', ['eins', '-5 Grad'], ['eins -5 Grad']],
    ['at an arrow', ['eins', '>> zwei', '&gt;&gt;&gt; drei'], ['eins', 'zwei', 'drei']],
    ['at notes', ['♪ eins ♪', '♪ zwei ♪'], ['eins', 'zwei']],
    ['at a voice', ['<v Anna>eins</v>', '<v Bert>zwei', 'drei'], ['eins', 'zwei drei']],
    ['at another place of the screen', ['eins', '{\\an8}zwei'], ['eins', 'zwei']],
    ['without tags around', ['<i><b>eins</b></i>', '<i>zwei</i>'], ['<b>eins</b> zwei']],
    ['with tags inside', ['<i>eins</i> zwei'], ['<i>eins</i> zwei']],
  ])('%s', (_, cues, expected) => {
    const { text, units } = documentOf(srtOf(...cues), srt);
    expect(units.map((unit) => readText(text.slice(unit.start, unit.end), unit, srt))).toEqual(expected);
  });
});

/** Texts of cues with all that is special in them. */
const line = fc
  .array(
    fc.constantFrom(
      'Der Hund',
      'bellt.',
      'Ja,',
      '3',
      '<i>',
      '</i>',
      '<b>so</b>',
      '{\\an8}',
      '-',
      '♪',
      '&amp;',
      '>>',
      '<',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((pieces) => pieces.join(' '));

const cue = fc.record({
  lines: fc.array(line, { maxLength: 3 }),
  pause: fc.constantFrom(0, 0, 0, 400, 3500, -200, -900, -5000),
  blank: fc.constantFrom('\n', '\n\n', '\n \t\n'),
  named: fc.boolean(),
  note: fc.constantFrom(false, false, false, true),
});

function fileOf(all: readonly (typeof cue extends fc.Arbitrary<infer T> ? T : never)[], id: string): string {
  let time = 10_000;
  const stamp = (ms: number) =>
    new Date(ms)
      .toISOString()
      .slice(11, 23)
      .replace('.', id === 'srt' ? ',' : '.');
  const cues = all.map(({ lines, pause, blank, named, note }, at) => {
    time += pause;
    const times = `${stamp(time)} --> ${stamp(time + 1000)}\n`;
    time += 1000;
    const name = id === 'srt' ? `${at + 1}\n` : named ? `name ${at}\n` : '';
    const notes = note ? (id === 'srt' ? 'Verloren\n\n' : 'NOTE Ein Satz\n\n') : '';
    return `${notes}${name}${times}${lines.map((each) => `${each}\n`).join('')}${blank}`;
  });
  return (id === 'vtt' ? 'WEBVTT\n\n' : '') + cues.join('');
}

const ends = fc.constantFrom('\n', '\r\n', '\r');

describe.each([
  ['srt', srt],
  ['vtt', vtt],
] as const)('%s', (id, format) => {
  const files = fc
    .tuple(fc.array(cue, { maxLength: 8 }), ends, fc.constantFrom('', '\uFEFF'))
    .map(([all, end, bom]) => bom + fileOf(all, id).replaceAll('\n', end));

  test('any file comes back as it was, and with other texts has the same cues', async () => {
    const property = fc.asyncProperty(files, async (text) => {
      const document = documentOf(text, format);
      expect(translated(document, ({ text: same }) => same)).toBe(text);
      const answers = await pseudoAnswers(document.segments.map((segment) => segment.text));
      const out = translated(document, (_, at) => answers[at] ?? '');
      expect(timesOf(out), out).toEqual(timesOf(text));
      const again = documentOf(out, format);
      expect(
        again.units.map(({ key }) => key),
        out,
      ).toEqual(document.units.map(({ key }) => key));
      const words = again.segments.map((segment) => segment.text).join(' ');
      expect(collapse(words), out).toBe(collapse(answers.join(' ')));
    });
    await fc.assert(property, { seed: 1, numRuns: 200 });
  });

  test('no text changes the cues', () => {
    const target = fc.oneof(fc.constantFrom(...hostileTargets), fc.string({ unit: 'grapheme' }));
    const property = fc.property(files, target, (text, one) => {
      const out = translated(documentOf(text, format), () => one);
      expect(timesOf(out), out).toEqual(timesOf(text));
    });
    fc.assert(property, { seed: 1, numRuns: 200 });
  });

  test('reads in linear time', () => {
    const many = 20_000;
    const head = id === 'vtt' ? 'WEBVTT\n\n' : '';
    const times = id === 'vtt' ? '00:01.000 --> 00:02.000\n' : '00:00:01,000 --> 00:00:02,000\n';
    for (const body of [
      '\n'.repeat(many),
      `${times}\n`.repeat(many),
      `${times}Wort\n\n`.repeat(many),
      times + '<i>'.repeat(many),
      times + '<i>\n</i>'.repeat(many),
      times + '</i>\n<i>'.repeat(many),
      `${times}a${' '.repeat(many)}b`,
      `${times}${'- '.repeat(many)}b`,
      `${times}${'{\\'.repeat(many)}b`,
      `${times}${'> '.repeat(many)}b`,
      `${times}a\n${' \n'.repeat(many)}`,
      '1\n'.repeat(many),
    ]) {
      expectLinearTime(head + body, format);
    }
  });
});
