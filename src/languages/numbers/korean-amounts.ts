import { listed, MINUS_IN_RANGE, money } from './amounts.ts';
import { negative, plus, times } from './decimal.ts';
import { NOT_INSIDE, NUMERAL, readNumeral } from './numeral.ts';
import type { Amount, Value } from './quantity.ts';
import type { Found, Rule } from './scanner.ts';

const scale = '(?:[십백천]?여?[만억조]|[십백천])';
/** Before a scale that stands apart: `200 억 달러`, but not `3 만족`, `2 천막`. */
const apart = `(?: (?=${scale}(?:[ 여명원개톤]|$|달러|유로)))?`;
/** `천4백만`, `만 6천`: one thousand, ten thousand. */
const bare = String.raw`(?:(?<![가-힣])(?:[백천] ?(?=\d+[십백천]?[만억조])|[백천만] ?(?=\d+[십백천](?![가-힣]))))?`;
const number = String.raw`\d+(?:[.,]\d+)*`;

/** `1만2500`, `3억5000만`, `2조 5,000억`, `1.25만`, `4천만`, `1만 2000`, `2.5%포인트`, `3번째`, `영하 5도`. */
export const koreanAmounts: Rule = {
  pattern: new RegExp(
    String.raw`(?=[\d.$€£¥₩–\-영마백천만A-Z])(?<minus>(?<=^|[ (\[“”"'«»:;])(?<!\d[ %]{0,2})[-–](?=${money}?\d)|${MINUS_IN_RANGE}|영하 ?|마이너스 ?)?(?:(?<money>${money} ?)|${NOT_INSIDE})` +
      String.raw`(?<digits>${bare}${NUMERAL}(?:${apart}${scale}(?: ?${number})?)*)` +
      '(?:(?<percent> ?(?:%포인트|%p|%|퍼센트(?: ?포인트)?|프로(?![가-힣])))|(?<ordinal> ?번째|째))?',
    'gu',
  ),
  read: readAmounts,
};

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** Scale below and from 만 on. */
  readonly small: bigint;
  readonly big: bigint;
}

function readAmounts(found: Found): readonly Amount[] {
  const { groups } = found;
  const offset = found.start + (groups.minus ?? '').length + (groups.money ?? '').length;
  const pieces = piecesOf(groups.digits!);
  const numbers =
    pieces.length === 1 ? amountOf(pieces, offset) : sequences(pieces).flatMap((one) => amountOf(one, offset));
  const kind = groups.percent !== undefined ? 'percent' : groups.ordinal !== undefined ? 'ordinal' : undefined;
  const sign = groups.minus === undefined ? (value: Value) => value : negative;
  return numbers.map((amount, index) => ({
    ...amount,
    ...(index === 0 && { start: found.start, value: sign(amount.value) }),
    ...(index === numbers.length - 1 && { end: found.end, ...(kind && { kind }) }),
  }));
}

const factors: Readonly<Record<string, bigint>> = {
  십: 10n,
  백: 100n,
  천: 1_000n,
  만: 10n ** 4n,
  억: 10n ** 8n,
  조: 10n ** 12n,
};

const piece = new RegExp(
  `(?<bare>[백천만])(?= ?\\d)|(?<raw>${NUMERAL})(?: ?(?:(?<small>[십백천])?여?(?<big>[만억조])|(?<only>[십백천])))?`,
  'gu',
);

function piecesOf(digits: string): readonly Piece[] {
  if (!/[가-힣]/.test(digits)) return [{ start: 0, end: digits.length, raw: digits, small: 1n, big: 1n }];
  return Array.from(digits.matchAll(piece), ({ 0: text, index, groups }) => {
    const { bare, raw = '1', small, only, big } = groups as Partial<Record<string, string>>;
    return {
      start: index,
      end: index + text.length,
      raw,
      small: factors[small ?? only ?? (bare === '만' ? '' : (bare ?? ''))] ?? 1n,
      big: factors[big ?? (bare === '만' ? bare : '')] ?? 1n,
    };
  });
}

/** Pieces that say one number: each smaller than what the ones before leave open. */
function sequences(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const all: Piece[][] = [];
  for (const piece of pieces) {
    const current = all.at(-1);
    if (current && continues(current, piece)) current.push(piece);
    else all.push([piece]);
  }
  return all;
}

function continues(pieces: readonly Piece[], { raw, small, big }: Piece): boolean {
  const last = pieces.at(-1)!;
  if (last.raw.includes('.') || raw.includes('.') || raw.length > 5) return false;
  const size = BigInt(raw.replace(/\D/g, '')) * small;
  const lowest = pieces.findLast((piece) => piece.big > 1n)?.big;
  if (lowest !== undefined && lowest <= size * big) return false;
  return last.big > 1n || (last.small > size && last.small > small);
}

function amountOf(pieces: readonly Piece[], offset: number): readonly Amount[] {
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  const numeral = { start: offset + first.start, end: offset + first.start + first.raw.length };
  const read = readNumeral(first.raw, 'point');
  if (read === undefined) return listed(first.raw, numeral.start);
  const amount = { kind: 'number', start: numeral.start, end: offset + last.end, numeral } as const;
  const factor = first.small * first.big;
  if (pieces.length > 1) return [{ ...amount, value: sum(pieces), scale: factor.toString() }];
  const { foreign } = read;
  return [
    {
      ...amount,
      value: times(read.value, factor),
      ...(factor > 1n && { scale: factor.toString() }),
      ...(foreign && { foreign: { ...foreign, value: times(foreign.value, factor) } }),
      ...(first.big === factors.조 && { readings: [times(read.value, first.small)] }),
    },
  ];
}

function sum(pieces: readonly Piece[]): Value {
  let [total, section] = ['0', '0'];
  for (const { raw, small, big } of pieces) {
    section = plus(section, times(readNumeral(raw, 'point')?.value ?? '0', small));
    if (big === 1n) continue;
    total = plus(total, times(section, big));
    section = '0';
  }
  return plus(total, section);
}
