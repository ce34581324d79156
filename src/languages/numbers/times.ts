import type { ClockTime } from './quantity.ts';
import type { Found, Rule } from './scanner.ts';

export interface Clock {
  readonly hour: string | undefined;
  readonly minute?: string | undefined;
  readonly am?: string | undefined;
  readonly pm?: string | undefined;
}

/** `18:30`, `6:30:15`. Seconds are not compared. */
export const colonTimes: Rule = {
  pattern: /(?<!\d|\d[:.,])(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2})?(?!\d|[:.,]\d)/gu,
  read: (found) => timesOf(found, [{ hour: found.groups.hour, minute: found.groups.minute }]),
};

/** A pattern for hour and minute; its groups end in `n`. */
export function hourPattern(n: '' | '2'): string {
  return String.raw`(?<hour${n}>\d{1,2})(?:[.:](?<minute${n}>\d{2}))?`;
}

/** The clock times of a match, each with its range; those without an hour are left out. `undefined` if one is no time. */
export function timesOf({ start, end }: Found, clocks: readonly Clock[]): readonly ClockTime[] | undefined {
  const times = clocks.filter(({ hour }) => hour !== undefined).map((clock) => ({ start, end, ...timeOf(clock) }));
  return times.every(({ hour, minute }) => hour <= 24 && minute < 60) ? times : undefined;
}

function timeOf({ hour, minute, am, pm }: Clock): Omit<ClockTime, 'start' | 'end'> {
  const time = { kind: 'time', hour: Number(hour), minute: Number(minute ?? 0) } as const;
  if (time.hour > 12 || (am === undefined && pm === undefined)) return time;
  return { ...time, half: am === undefined ? 'pm' : 'am' };
}
