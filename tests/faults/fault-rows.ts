import { refusal as openaiRefusal } from '../engines/fake-openai.ts';
import type { Refusal } from '../engines/fake-service.ts';
import type { AnyFaultName } from './services.ts';

/**
 * What becomes of a batch that meets a fault.
 *
 * `fine`: the answer is used as it is. `waits`: nothing was billed, and it is asked for again. `again`: all of it, in one
 * request or several. `one`, `last`: its first or last text is asked for again, alone. `spoiled`, `last spoiled`, `again,
 * spoiled`: the same, and that text is quarantined, the others are used. `left`: for the next run, and the others go on.
 * `ends N`: nothing more is sent, exit status N.
 */
export type Fate =
  | 'fine'
  | 'waits'
  | 'again'
  | 'one'
  | 'last'
  | 'spoiled'
  | 'last spoiled'
  | 'again, spoiled'
  | 'left'
  | `ends ${2 | 3 | 4}`;

/** After the fault came once, and after it came twice. */
export type Fates = readonly [once: Fate, twice: Fate];

export interface FaultRow {
  readonly id: string;
  readonly fault: AnyFaultName | Refusal;
  readonly deepl?: Fates;
  readonly llm?: Fates;
}

const both = (id: string, fault: AnyFaultName | Refusal, fates: Fates): FaultRow => ({
  id,
  fault,
  deepl: fates,
  llm: fates,
});
const only = (engine: 'deepl' | 'llm', id: string, fault: AnyFaultName | Refusal, fates: Fates): FaultRow => ({
  id,
  fault,
  [engine]: fates,
});

const lost: Fates = ['again', 'left'];
const damaged: Fates = ['one', 'spoiled'];
const busy: Fates = ['waits', 'waits'];
const fine: Fates = ['fine', 'fine'];
const wrong: Fates = ['ends 2', 'ends 2'];

const pausing = (value: string): Refusal => ({ status: 429, headers: { 'retry-after': value } });
const coded = (status: number, code: string): Refusal => openaiRefusal(status, { message: 'Sorry.', code });

export const faultRows: readonly FaultRow[] = [
  both('F01', pausing('7'), busy),
  both('F01', { status: 503, headers: { 'retry-after': '2' } }, busy),
  both('F01', pausing('121'), ['ends 3', 'ends 3']),
  both('F02', { status: 429 }, busy),
  both('F02', pausing('soon'), busy),
  both('F02', pausing('-5'), busy),
  both('F02', pausing('99999999'), busy),
  both('F02', { status: 529 }, busy),
  only('deepl', 'F03', { status: 456 }, ['ends 4', 'ends 4']),
  both('F03', { status: 402 }, ['ends 4', 'ends 4']),
  only('llm', 'F03', coded(429, 'insufficient_quota'), ['ends 4', 'ends 4']),
  both('F04', { status: 413 }, busy),
  only('llm', 'F04', coded(400, 'context_length_exceeded'), busy),
  both('F05', 'server-error', lost),
  both('F05', 'gateway-page', lost),
  both('F05', { status: 500 }, lost),
  both('F05', { status: 502 }, lost),
  both('F05', { status: 504 }, lost),
  both('F05', { status: 503 }, busy),
  ...[400, 401, 403, 404].map((status) => both('F06', { status }, wrong)),
  both('F08', 'hang', lost),
  both('F08', 'trickle', lost),
  both('F09', 'truncated', lost),
  both('F09', 'reset', lost),
  both('F09', 'html', lost),
  both('F09', 'bad-json', lost),
  both('F09', 'bad-utf8', lost),
  both('F09', 'no-object', lost),
  only('deepl', 'F09', 'no-language', lost),
  only('llm', 'F09', 'no-choices', lost),
  both('F10', 'gzip', wrong),
  both('F10', 'huge', wrong),
  both('F10', 'redirect', wrong),
  only('deepl', 'F11', 'too-few', ['again', 'again, spoiled']),
  only('deepl', 'F11', 'too-many', ['again', 'again, spoiled']),
  only('llm', 'F11', 'too-few', ['last', 'last spoiled']),
  only('llm', 'F11', 'too-many', fine),
  only('llm', 'F11', 'missing-id', damaged),
  only('llm', 'F11', 'duplicate-id', damaged),
  only('llm', 'F11', 'unknown-id', fine),
  only('llm', 'F11', 'other-ids', lost),
  both('F12', 'null-text', damaged),
  both('F12', 'number-text', damaged),
  both('F12', 'blank-text', damaged),
  both('F12', 'no-text', damaged),
  both('F13', 'shifted', ['again', 'again']),
  both('F13', 'repeated', ['again', 'again']),
  both('F14', 'lost-marks', damaged),
  both('F14', 'doubled-marks', damaged),
  both('F14', 'translated-marks', damaged),
  both('F14', 'wide-marks', fine),
  both('F14', 'spaced-marks', fine),
  both('F14', 'open-tag', damaged),
  both('F14', 'swapped-tags', damaged),
  both('F14', 'new-markup', damaged),
  only('deepl', 'F15', 'echo', ['spoiled', 'spoiled']),
  only('llm', 'F15', 'echo', damaged),
  both('F16', 'foreign', damaged),
  both('F17', 'entities', fine),
  both('F17', 'twice-escaped', damaged),
  both('F18', 'cut', damaged),
  both('F18', 'runaway', damaged),
  only('llm', 'F18', 'length', ['again', 'again']),
  only('llm', 'F18', 'whole-length', ['again', 'again']),
  only('llm', 'F19', 'fence', fine),
  only('llm', 'F19', 'no-usage', fine),
  ...(['preamble', 'thoughts', 'fence-and-more', 'two-values', 'prose', 'tool-call', 'null-content'] as const).map(
    (fault) => only('llm', 'F19', fault, lost),
  ),
  only('llm', 'F19', 'refusal', ['again', 'again, spoiled']),
  only('llm', 'F19', 'content-filter', ['again', 'again, spoiled']),
  only('llm', 'F19', coded(400, 'content_filter'), busy),
  only('llm', 'F20', 'injected', ['again', 'again, spoiled']),
  both('F39', 'broken-unicode', damaged),
  both('F42', 'invisible', damaged),
];
