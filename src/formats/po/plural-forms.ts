import type { Language } from '../../model.ts';

/** How a language counts, as a PO file says it. */
export interface PluralForms {
  readonly count: number;
  /** `nplurals=2; plural=(n != 1);` */
  readonly field: string;
  /** The form for 1; of a single form that of all numbers. */
  readonly one: number | undefined;
}

/** By CLDR's rules for whole numbers, forms in the order that gettext's tools use; `undefined` where nobody knows. */
export function pluralFormsOf(language: Language): PluralForms | undefined {
  const [name = ''] = language.split('-');
  const rule =
    language === 'pt-PT' ? 'n != 1' : rules.find(([, languages]) => languages.split(' ').includes(name))?.[0];
  if (rule === undefined) return undefined;
  const count = rule === '0' ? 1 : Math.max(2, rule.split('?').length);
  const formula = count === 1 ? '0' : `(${rule})`;
  return { count, field: `nplurals=${count}; plural=${formula};`, one: oneOf(count, name) };
}

function oneOf(count: number, name: string): number | undefined {
  if (count === 1) return undefined;
  return name === 'ar' ? 1 : 0;
}

const slavic = 'n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2';

/** A formula, and the languages that it is for. */
const rules: readonly (readonly [string, string])[] = [
  ['0', 'id ja km ko lo ms my th vi yue zh'],
  [
    'n != 1',
    'af az bg ca da de el en eo es et eu fi fy gl hu it ka kk ku ky lb mn ml nb ne nl nn no sq sv sw ta te tr ur uz',
  ],
  ['n > 1', 'fr hy bn fa gu hi kn am pt zu'],
  ['n==1 ? 0 : n==0 || (n!=1 && n%100>=1 && n%100<=19) ? 1 : 2', 'ro'],
  ['n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && (n%100<11 || n%100>19) ? 1 : 2', 'lt'],
  [slavic, 'be bs hr ru sr uk'],
  ['n==1 ? 0 : n>=2 && n<=4 ? 1 : 2', 'cs sk'],
  ['n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2', 'pl'],
  ['n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3', 'sl'],
  ['n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5', 'ar'],
];
