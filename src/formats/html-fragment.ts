import type { ParseOptions, Piece, Range, Unit } from '../model.ts';

// replaced at integration

export function readHtml(_text: string, _range: Range, _options: ParseOptions): readonly Unit[] {
  return [];
}

export function htmlFolds(_raw: string, _unit: Unit): readonly Piece[] {
  return [];
}

export function htmlSpell(sign: string, _unit: Unit): string {
  return sign;
}

export function htmlClose(raw: string, _unit: Unit): string {
  return raw;
}
