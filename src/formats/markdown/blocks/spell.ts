import type { Unit } from '../../../model.ts';
import { titleSigns } from './escapes.ts';

/** A `|` would end a cell, a quote the title that it begins. */
export function spellSign(sign: string, unit: Unit): string {
  return signsIn(unit).includes(sign) ? `\\${sign}` : sign;
}

export function spellsSigns(unit: Unit): boolean {
  return signsIn(unit) !== '';
}

function signsIn({ style = '' }: Unit): string {
  if (style.startsWith('title')) return titleSigns(style);
  return style === 'cell' || style === 'row' ? '|' : '';
}
