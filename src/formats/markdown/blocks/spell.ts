import type { Unit } from '../../../model.ts';
import { titleSigns } from './escapes.ts';

/** A `|` would end a cell, a quote the title that it begins. */
export function spellSign(sign: string, { style = '' }: Unit): string {
  const signs = style.startsWith('title') ? titleSigns(style) : style === 'cell' || style === 'row' ? '|' : '';
  return signs.includes(sign) ? `\\${sign}` : sign;
}
