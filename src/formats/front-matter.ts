import type { Piece, Unit } from '../model.ts';

// replaced at integration

export function readFrontMatter(
  text: string,
  _keys: readonly string[] | undefined,
): { readonly end: number; readonly units: readonly Unit[] } | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const fence = text.slice(start, start + 3);
  if (fence !== '---' && fence !== '+++') return undefined;
  if (!/^(?:---|\+\+\+)[ \t]*[\r\n]/.test(text.slice(start, start + 80))) return undefined;
  const closing = fence === '---' ? /(?:\r\n|\r|\n)---[ \t]*(?=[\r\n]|$)/g : /(?:\r\n|\r|\n)\+\+\+[ \t]*(?=[\r\n]|$)/g;
  closing.lastIndex = start + 3;
  return closing.test(text) ? { end: closing.lastIndex, units: [] } : undefined;
}

export function frontMatterFolds(_raw: string, _unit: Unit): readonly Piece[] {
  return [];
}

export function frontMatterSpell(sign: string, _unit: Unit): string {
  return sign;
}

export function frontMatterClose(raw: string, _unit: Unit): string {
  return raw;
}
