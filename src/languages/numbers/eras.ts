import { decimal } from './decimal.ts';
import type { Amount } from './quantity.ts';
import type { Rule } from './scanner.ts';

type Written = Omit<Rule, 'read'>;

/** `1990er-Jahre`, `90s`, `1990년대`: the group `number`. */
export function decadeRule(written: Written): Rule {
  return {
    ...written,
    read: ({ start, end, groups }) => [{ kind: 'decade', start, end, decade: Number(groups.number) }],
  };
}

/** A whole number, the group `number`, and a word that belongs to it: `20. Jahrhundert`, `제3조`. */
export function countedRule(kind: Amount['kind'], written: Written): Rule {
  return {
    ...written,
    read: ({ start, end, text, groups }) => {
      const digits = start + text.search(/\d/);
      const numeral = { start: digits, end: digits + groups.number!.length };
      return [{ kind, start, end, value: decimal(groups.number!), numeral }];
    },
  };
}
