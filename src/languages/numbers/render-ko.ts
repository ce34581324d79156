import type { Value } from './quantity.ts';
import { hourOf } from './times.ts';
import type { Writer } from './writer.ts';
import { dividedBy, writeDecimal } from './written.ts';

/** How 만, 억 and 조 stand between figures: `1만2500`, `1만 2,500`. */
export interface MyriadStyle {
  readonly blank: '' | ' ';
  readonly group: '' | ',';
}

export const koreanScales: readonly (readonly [scale: bigint, word: string])[] = [
  [10n ** 12n, '조'],
  [10n ** 8n, '억'],
  [10n ** 4n, '만'],
];

/** `1만2500`, `2.5%`, `2024년 6월 3일`, `오후 6시 30분`, `1990년대`, `20세기`, `3번째`. */
export const koreanWriter: Writer = {
  rangeMark: '∼',
  moneyFirst: false,
  number: (value) => writeMyriads(value, { blank: '', group: '' }),
  percent: (figures, share) => figures + { sign: '%', word: '퍼센트', points: '%포인트' }[share],
  ordinal: (value) => `${value}번째`,
  century: (value) => `${value}세기`,
  fraction: (above, below) => `${below}분의 ${above}`,
  date: ({ days, months, year }) => {
    if (year !== undefined && year < 1000) return undefined;
    const day = days.length === 0 ? '' : ` ${days.join('∼')}일`;
    return `${year === undefined ? '' : `${year}년 `}${months.join('∼')}월${day}`;
  },
  decade: ({ decade }) => `${decade}년대`,
  time: (time) => {
    const minute = time.minute === 0 ? '' : ` ${time.minute}분`;
    const hour = hourOf(time);
    if (time.half === undefined && hour > 0 && hour <= 12) return `${hour}시${minute}`;
    return `${hour < 12 ? '오전' : '오후'} ${hour > 12 ? hour - 12 : hour}시${minute}`;
  },
};

/** `350000000` → `3억5000만`. A value with decimals is written in figures, unless they go up in a scale: `1.25만` is `1만2500`. */
export function writeMyriads(value: Value, { blank, group }: MyriadStyle): string {
  const marks = { decimal: '.', group };
  if (value.includes('.')) return writeDecimal(value, { ...marks, group: ',' });
  let rest = BigInt(value);
  const parts: string[] = [];
  for (const [scale, word] of koreanScales) {
    if (rest >= scale) parts.push(writeDecimal(String(rest / scale), marks) + word);
    rest %= scale;
  }
  if (rest > 0n || parts.length === 0) parts.push(writeDecimal(String(rest), marks));
  return parts.join(blank);
}

/** `1.25만`: the scale word of the old figures, with decimals. */
export function writeOneScale(value: Value, [scale, word]: readonly [bigint, string]): string | undefined {
  const quotient = dividedBy(value, scale);
  return quotient && writeDecimal(quotient, { decimal: '.', group: '' }) + word;
}
