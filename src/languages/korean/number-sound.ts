import type { FinalSound } from './final-sound.ts';

/**
 * How a text that ends in digits ends when it is read: by its last digit, or by the unit that its trailing zeros are read
 * as. Fractions, clock times and scores have more readings than one. An amount of money ends in the currency: $100.
 */
export function numberSounds(text: string): readonly FinalSound[] {
  let start = text.length;
  while (/[\d.,:/⁄]/.test(text[start - 1] ?? '')) start -= 1;
  const numeral = text.slice(start).replace(/^[.,]+/, '');
  if (!/^\d[\d.,]*$/.test(numeral)) return [];
  const currency = currencies[text[start - 1] ?? ''];
  if (currency !== undefined) return [currency];
  return numeral.includes('.') ? [digits[Number(numeral.at(-1))]!] : soundOfInteger(numeral.replaceAll(',', ''));
}

/** 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const digits: readonly FinalSound[] = [
  ...(['consonant', 'rieul', 'vowel', 'consonant', 'vowel'] as const),
  ...(['vowel', 'consonant', 'rieul', 'rieul', 'vowel'] as const),
];

function soundOfInteger(numeral: string): readonly FinalSound[] {
  const zeros = numeral.length - numeral.replace(/0+$/, '').length;
  if (zeros === 0 || zeros === numeral.length) return [digits[Number(numeral.at(-1))]!];
  const unit = myriads[Math.floor(zeros / 4)];
  return unit === undefined ? [] : [unit];
}

/** 십, 백, 천; 만; 억; 조; 경; 해. */
const myriads: readonly FinalSound[] = ['consonant', 'consonant', 'consonant', 'vowel', 'consonant', 'vowel'];

/** 달러, 유로, 파운드, 엔, 원. */
const currencies: Readonly<Record<string, FinalSound>> = {
  $: 'vowel',
  '€': 'vowel',
  '£': 'vowel',
  '¥': 'consonant',
  '₩': 'consonant',
};
