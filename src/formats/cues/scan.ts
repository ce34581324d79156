import { type Line, linesOf } from '../lines.ts';
import { type CueSyntax, timingLine } from './boundary.ts';

export interface Cue {
  /** Of its text, without white space around; empty where it has none. */
  readonly start: number;
  readonly end: number;
  /** Number or name, else when it begins. */
  readonly id: string;
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
}

/** All cues of a file, in its order. What is none (header, notes, styles, a number without times) is passed over. */
export function scanCues(text: string, { id }: CueSyntax): readonly Cue[] {
  const lines = linesOf(text);
  const cues: Cue[] = [];
  for (let at = id === 'vtt' ? behindBlock(lines, 0) : 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    if (id === 'vtt' && isBlock(lines, at)) {
      at = behindBlock(lines, at);
    } else if (timingLine.test(line.content)) {
      const next = behindCue(lines, at + 1, id);
      cues.push(cueOf(lines, at, next));
      at = Math.max(next, at + 1);
    } else at += 1;
  }
  return cues;
}

const isBlank = (line: Line | undefined): boolean => line === undefined || line.content.trim() === '';

/** WebVTT 4.1: comments, styles and regions stand between empty lines. */
function isBlock(lines: readonly Line[], at: number): boolean {
  return isBlank(lines[at - 1]) && /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(lines[at]?.content ?? '');
}

function behindBlock(lines: readonly Line[], at: number): number {
  let next = at;
  while (next < lines.length && !isBlank(lines[next])) next += 1;
  return next;
}

/** A text ends before an empty line, or where the next cue begins without one. */
function behindCue(lines: readonly Line[], from: number, id: CueSyntax['id']): number {
  let next = from;
  while (!isBlank(lines[next])) {
    const { content = '' } = lines[next] ?? {};
    const after = lines[next + 1]?.content ?? '';
    if (timingLine.test(content) || (id === 'vtt' && content.includes('-->'))) break;
    if (id === 'srt' && /^\s*\d+\s*$/.test(content) && timingLine.test(after)) break;
    next += 1;
  }
  return next;
}

function cueOf(lines: readonly Line[], at: number, next: number): Cue {
  const timing = lines[at]?.content ?? '';
  const [from = 0, to = 0] = timing.split('-->').map(milliseconds);
  const before = lines[at - 1]?.content.trim() ?? '';
  const id = before === '' || before.includes('-->') ? (timing.trim().split(/\s/)[0] ?? '') : before;
  const texts = lines.slice(at + 1, next);
  const [first, last] = [texts[0], texts.at(-1)];
  if (first === undefined || last === undefined) {
    const place = lines[at + 1]?.start ?? lines[at]?.end ?? 0;
    return { start: place, end: place, id, from, to };
  }
  const start = first.end - first.content.trimStart().length;
  return { start, end: last.start + last.content.trimEnd().length, id, from, to };
}

function milliseconds(written: string): number {
  const [, hours = '0', minutes = '0', seconds = '0', rest = '0'] =
    /(?:(\d+):)?(\d+):(\d+)[.,](\d+)/.exec(written) ?? [];
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, '0'));
}
