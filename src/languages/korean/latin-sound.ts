import type { FinalSound } from './final-sound.ts';

/**
 * How a text in Latin letters or signs ends when Koreans read it: a unit behind a number, an acronym as a word (NATO is
 * 나토) or letter by letter. Of other words only a glossary knows.
 */
export function latinSounds(text: string): readonly FinalSound[] {
  const sign = signs[text.at(-1) ?? ''];
  if (sign !== undefined) return [sign];
  const [, unit = ''] = /[\p{N}십백천만억조]\s?(\p{Script=Latin}{1,4}(?:\/[hs])?)$/u.exec(text) ?? [];
  const sound = units.get(unit.length > 1 ? unit.toLowerCase() : unit);
  if (sound !== undefined) return [sound];
  return acronymSounds(/(?<![\p{L}\p{M}])(?:\p{Script=Latin}\.){2,}$|[\p{L}\p{M}]+$/u.exec(text)?.[0] ?? '');
}

/** 퍼센트, 퍼밀, 도, 달러, 유로, 파운드; 엔, 원. */
const signs: Readonly<Record<string, FinalSound>> = {
  '%': 'vowel',
  '‰': 'rieul',
  '°': 'vowel',
  $: 'vowel',
  '€': 'vowel',
  '£': 'vowel',
  '¥': 'consonant',
  '₩': 'consonant',
};

/** Those of one letter as they are, others in any case: 5KM, but 5G is no gram. */
const units: ReadonlyMap<string, FinalSound> = new Map([
  ...listed('m l L w W v V b B f F c C k K s km cm mm nm ml kw mw gw tw kwh mwh gwh wh kv kb mb gb tb pb', 'vowel'),
  ...listed('hz khz mhz ghz ha kcal cal ft oz lb ms bps kbps mbps gbps pp pt cc kgf km/h m/s', 'vowel'),
  ...listed('g t h n N kg mg kt min kn', 'consonant'),
  ...listed('db pa hpa kpa mpa kj mol px', 'rieul'),
]);

function listed(names: string, sound: FinalSound): readonly (readonly [string, FinalSound])[] {
  return names.split(' ').map((name) => [name, sound]);
}

/** `UN`, `U.S.`, `x`, the end of `PostgreSQL`; Roman numerals may be read either way. */
function acronymSounds(word: string): readonly FinalSound[] {
  const letters = /(?:^|\p{Ll})(\p{Lu}{2,})$|^(\p{Lu})$|^(\p{Ll})$/u.exec(word.replaceAll('.', ''));
  const acronym = letters?.[1] ?? letters?.[2] ?? letters?.[3]?.toUpperCase() ?? '';
  const known = wellKnown.get(acronym);
  if (known !== undefined) return [known];
  return mayBeWord(acronym) || romanNumeral.test(acronym) ? [] : (letterNames[acronym.at(-1) ?? ''] ?? []);
}

/** UNHCR, UNFCCC and HTTPS are spelled for certain; DEFAULT is spoken, and so may be what ends like GET: 겟. */
function mayBeWord(acronym: string): boolean {
  const isLong = acronym.length > 5 && /[AEIOU]/.test(acronym) && !/[^AEIOU]{5}/.test(acronym);
  return isLong || /[^AEIOU][AEIOU][BCGKPT]$/.test(acronym);
}

const romanNumeral = /^(?:[IVX]*III?|[IVX]+I|XX+)$/;

/** 유니세프, 오펙, 에이펙; 엠아이티. Those that end alike as a word and letter by letter need no place here: 나토. */
const wellKnown: ReadonlyMap<string, FinalSound> = new Map([
  ...listed('UNESCO UNICEF UNCTAD LASER RADAR NAVER NAND VIP MIT SAT SEC II IV IX', 'vowel'),
  ...listed('OPEC APEC EURATOM COMECON LINE JPEG ZIP EPUB GET SET PUT NOT', 'consonant'),
  ...listed('INTERPOL', 'rieul'),
]);

const vowel: readonly FinalSound[] = ['vowel'];

/** 엘, 엠, 엔; R is 아르 or 알 (National Institute of Korean Language, 2023-01-19). */
const letterNames: Readonly<Record<string, readonly FinalSound[]>> = {
  ...Object.fromEntries([...'ABCDEFGHIJKOPQSTUVWXYZ'].map((letter) => [letter, vowel])),
  L: ['rieul'],
  M: ['consonant'],
  N: ['consonant'],
  R: ['vowel', 'rieul'],
};
