import type { Fault, Right } from './fake-service.ts';
import { end } from './wire-faults.ts';

/** Whole answers of status 200 whose texts are not what they should be. */
export const textFaults = {
  'too-few': ({ answers, json }, response) => end(response, 200, json(answers.slice(0, -1))),
  'too-many': ({ answers, json }, response) => end(response, 200, json([...answers, answers[0]])),

  /** Of the first text: */
  'null-text': (right, response) => end(response, 200, withFirst(right, null)),
  'number-text': (right, response) => end(response, 200, withFirst(right, 12)),
  'blank-text': (right, response) => end(response, 200, withFirst(right, ' ')),
  'no-text': (right, response) => end(response, 200, withFirst(right, undefined)),
  echo: (right, response) => end(response, 200, withFirst(right, right.request.texts[0])),
  cut: (right, response) => end(response, 200, withFirst(right, firstOf(right).slice(0, 3))),
  runaway: (right, response) => end(response, 200, withFirst(right, firstOf(right).repeat(20))),
  foreign: (right, response) => end(response, 200, withFirst(right, 'Совсем не тот язык, о котором просили.')),
  invisible: (right, response) => end(response, 200, withFirst(right, firstOf(right).replace(' ', ' \u200b'))),
  'broken-unicode': (right, response) => end(response, 200, withFirst(right, `${firstOf(right)}\ud800`)),
  'new-markup': (right, response) => end(response, 200, withFirst(right, `<b>${firstOf(right)}</b>`)),
  'lost-marks': (right, response) =>
    end(response, 200, withFirst(right, firstOf(right).replace(/[{<][^}>]*[}>]/gu, ''))),

  'doubled-marks': (right, response) =>
    end(response, 200, withFirst(right, firstOf(right).replace(/\{\w+\}/u, '$&$&'))),
  'translated-marks': (right, response) =>
    end(response, 200, withFirst(right, firstOf(right).replace(/\{\w+\}/u, '{x}'))),
  'wide-marks': (right, response) =>
    end(response, 200, withFirst(right, firstOf(right).replace('{', '｛').replace('}', '｝'))),
  'spaced-marks': (right, response) =>
    end(response, 200, withFirst(right, firstOf(right).replace('{', '{ ').replace('}', ' }'))),
  'open-tag': (right, response) => end(response, 200, withFirst(right, firstOf(right).replace('</g>', ''))),
  'swapped-tags': (right, response) => end(response, 200, withFirst(right, swapped(firstOf(right)))),
  'twice-escaped': (right, response) => end(response, 200, withFirst(right, escapeHtml(escapeHtml(firstOf(right))))),

  /** Each answer stands at the next text. */
  shifted: ({ answers, json }, response) => end(response, 200, json([answers.at(-1), ...answers.slice(0, -1)])),

  /** The first answer stands at each text. */
  repeated: ({ answers, json }, response) => end(response, 200, json(answers.map(() => answers[0]))),

  /** Characters as HTML entities. */
  entities: ({ answers, json }, response) => end(response, 200, json(answers.map(escapeHtml))),
} satisfies Record<string, Fault>;

function firstOf({ answers }: Right): string {
  return answers[0] ?? '';
}

function withFirst({ answers, json }: Right, first: unknown): string {
  return json([first, ...answers.slice(1)]);
}

function swapped(text: string): string {
  return text.replace(/(<g id="\d+">)([^<]*)(<\/g>)/u, '$3$2$1');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
}
