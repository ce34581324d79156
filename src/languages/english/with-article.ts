import type { Piece } from '../../model.ts';
import { indefiniteArticle } from './indefinite-article.ts';

/** A word that takes another's place, with the a or an before it put right; `before` is the text in front of it. */
export function withArticle(piece: Piece, before: string): Piece {
  const [whole = '', article = '', gap = ''] = /(?<![\p{L}\p{N}'’])(an?)(\s+["“‘*_]{0,2})$/iu.exec(before) ?? [];
  const right = article === '' ? undefined : indefiniteArticle(piece.text);
  if (right === undefined || right === article.toLowerCase()) return piece;
  const written = /^A/.test(article) ? right.replace('a', 'A') : right;
  return { start: piece.start - whole.length, end: piece.end, text: written + gap + piece.text };
}
