import type { ComponentChildren } from 'preact';
import { say } from '../words.ts';
import { type Marks, type Piece, piecesOf } from './marks.ts';

interface Props {
  readonly text: string;
  readonly marks: Marks;
}

/** Texts are children, never HTML. */
export function MarkedText({ text, marks }: Props) {
  return <>{piecesOf(text, marks).map(marked)}</>;
}

function marked(piece: Piece): ComponentChildren {
  const { text, change, term, finding } = piece;
  const termed = term ? (
    <span class="term" title={say('page.term', { term: term.term, admitted: term.admitted.join(' · ') })}>
      {text}
    </span>
  ) : (
    text
  );
  const found = finding ? (
    <span class={`found ${finding.severity}`} title={finding.message}>
      {termed}
    </span>
  ) : (
    termed
  );
  if (change === 'added') return <ins>{found}</ins>;
  return change === 'removed' ? <del>{text}</del> : found;
}
