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
  beside: { after: ':' },
  pattern: /(?=\d)(?<!\d|\d[:.,])(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2})?(?!\d|[:.,]\d)/gu,
  read: (found) => timesOf(found, [{ hour: found.groups.hour, minute: found.groups.minute }]),
};

/** A pattern for hour and minute, and perhaps seconds; its groups end in `n`. */
export function hourPattern(n: '' | '2'): string {
  return String.raw`(?<hour${n}>\d{1,2})(?:[.:](?<minute${n}>\d{2})(?::\d{2})?)?`;
}

/** `halb 9`, `quarter to 8`: the group `hour`, and `half`, `past` or `to`. */
export function spokenTimes(written: Omit<Rule, 'read'>): Rule {
  return {
    ...written,
    read: (found) => {
      const { hour, half, past } = found.groups;
      if (past !== undefined) return timesOf(found, [{ hour, minute: half === undefined ? '15' : '30' }]);
      const before = Number(hour) === 1 ? 12 : Number(hour) - 1;
      return timesOf(found, [{ hour: String(before), minute: half === undefined ? '45' : '30' }]);
    },
  };
}

/** The clock times of a match, each with its range; those without an hour are left out. `undefined` if one is no time. */
export function timesOf({ start, end }: Found, clocks: readonly Clock[]): readonly ClockTime[] | undefined {
  const times = clocks.filter(({ hour }) => hour !== undefined).map((clock) => ({ start, end, ...timeOf(clock) }));
  return times.every(({ hour, minute }) => hour <= 24 && minute < 60) ? times : undefined;
}

/** The hour on a clock of 24; where nothing says which half of the day it is, the hour as it stands. */
export function hourOf({ hour, half }: ClockTime): number {
  if (half === undefined || hour > 12) return hour % 24;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function timeOf({ hour, minute, am, pm }: Clock): Omit<ClockTime, 'start' | 'end'> {
  const time = { kind: 'time', hour: Number(hour), minute: Number(minute ?? 0) } as const;
  if (time.hour > 12) return time;
  // Only clocks of 24 hours write 06:30.
  if (pm === undefined) return am !== undefined || /^0[1-9]/.test(hour!) ? { ...time, half: 'am' } : time;
  return { ...time, half: am === undefined ? 'pm' : 'am' };
}
