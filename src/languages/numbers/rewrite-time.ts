import type { ClockTime } from './quantity.ts';
import { hourOf } from './times.ts';

/** A clock time in the style of an old one: on a clock of 24 hours, or with the half of the day. */
export function rewriteTime(surface: string, next: ClockTime): string | undefined {
  const hour = hourOf(next);
  const isOpen = next.half === undefined && hour >= 1 && hour <= 12;
  const half = /[ap]\.?m\.?|오전|오후|AM|PM/i.exec(surface)?.[0];
  if (half === undefined && /\p{L}/u.test(surface.replace(/Uhr|시|분/g, ''))) return undefined;
  // Nothing says whether it is before or after noon.
  if (half !== undefined && isOpen) return undefined;
  const figures = half === undefined ? hour : hour % 12 || 12;
  const parts = /^(?<lead>\D*)\d{1,2}(?<minute>[.:]\d{2}|시(?: ?\d{1,2}분)?)?(?<rest>\D*)$/u.exec(surface)?.groups;
  if (parts === undefined) return undefined;
  const changed = parts.lead! + figures + minuteOf(parts.minute ?? '', next.minute, surface) + parts.rest!;
  return half === undefined ? changed : changed.replace(half, halfAs(half, hour < 12));
}

/** Full hours may be written without minutes, other ones need them. */
function minuteOf(old: string, next: number, surface: string): string {
  if (old.startsWith('시')) return next === 0 ? '시' : `시 ${next}분`;
  if (old === '' && next === 0) return '';
  const mark = old[0] ?? (surface.includes('Uhr') ? '.' : ':');
  return mark + String(next).padStart(2, '0');
}

const halves = ['a.m.', 'p.m.', 'am', 'pm', 'AM', 'PM', '오전', '오후'];

function halfAs(old: string, morning: boolean): string {
  const index = halves.indexOf(old);
  return index < 0 ? old : halves[index - (index % 2) + (morning ? 0 : 1)]!;
}
