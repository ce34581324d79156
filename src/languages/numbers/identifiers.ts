import { dotted } from './dates.ts';
import { readNumeral } from './numeral.ts';
import type { Rule } from './scanner.ts';

/** `1.2.3`, `192.168.0.1`; not `1.000.000`, which is a number in one convention or the other. */
const versions: Rule = {
  beside: dotted,
  sign: /\d\.\d+\./,
  pattern: /(?=[vV\d])(?<![\p{L}\d_]|[\d\p{L}][.,])[vV]?\d+(?:\.\d+){2,}(?![\d_]|,\d)/gu,
  read: ({ text, start, end }) => {
    const code = text.replace(/^[vV]/, '');
    return isAddress(code) || !readNumeral(code, 'comma') ? [{ kind: 'version', start, end, code }] : undefined;
  },
};

/** `192.168.100.200` has the shape of a grouped number; no part of an address begins with an idle zero. */
function isAddress(dotted: string): boolean {
  const parts = dotted.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** `+49 30 1234-567`: the digits, however they are grouped. */
const telephones: Rule = {
  beside: { before: '+' },
  pattern: /(?=\+)(?<![\p{L}\d])\+\d{1,3}(?:[ /-]?\(0\))?[ /-]?\d[\d /()-]{4,18}\d(?![\d.,%])/gu,
  read: ({ text, start, end }) => {
    const code = text.replace('(0)', '').replace(/\D/g, '');
    return code.length < 9 ? undefined : [{ kind: 'code', start, end, code }];
  },
};

/** Nearly always translated (`CO2`, carbon dioxide, 이산화탄소): no code that must stay. */
const formulas: Rule = {
  beside: { before: 'HNO' },
  sign: /[A-Z][2-4₂-₄]/,
  pattern: /(?=[CSNOH])(?<![\p{L}\d_])(?:CO|SO|NO|CH|NH|N|O|H)[2-4₂-₄](?:O|S)?(?![\p{Script=Latin}\d])/gu,
  read: () => [],
};

/** `F-16`, `G7`, `COVID-19`, `T-90M`, `B-29s`, `H5N1`: capitals and digits. Sums such as `EUR20` are none. */
const codes: Rule = {
  beside: { before: 'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ' },
  sign: /[A-ZÄÖÜ]-?\d/,
  pattern:
    /(?=[A-ZÄÖÜ])(?<![\p{L}\d_])(?!(?:USD|EUR|GBP|CHF|KRW|JPY|RUB)\d)[A-ZÄÖÜ]{1,6}-?\d{1,6}(?:[.,]\d{1,2}(?!\d))?(?:[A-Z]{1,3}\d{0,4})?s?(?![\p{Script=Latin}\d_]|[.,]\d)/gu,
  read: ({ text, start, end }) => [{ kind: 'code', start, end, code: text.replace(/s$|-/g, '').replace(',', '.') }],
};

/** Names of things that consist of figures; the same in every language. */
export const identifiers: readonly Rule[] = [versions, telephones, formulas, codes];
