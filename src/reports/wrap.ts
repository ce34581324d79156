import stringWidth from 'string-width';

/** A part of a line, as it is painted. */
export interface Piece {
  readonly text: string;
  paint(text: string): string;
}

/** Columns of the terminal (absent: lines are as long as they are), and what a line that goes on begins with. */
export interface Lines {
  readonly columns?: number | undefined;
  readonly indent: string;
}

/** Breaks at blanks so that each line fits; Korean and Chinese signs take two columns. A word that is too long stays whole. */
export function wrap(pieces: readonly Piece[], { columns = Number.POSITIVE_INFINITY, indent }: Lines): string {
  let [out, width, blank] = ['', 0, ''];
  for (const word of wordsOf(pieces)) {
    if (word.isBlank) {
      blank += word.painted;
      continue;
    }
    const isFirst = width <= stringWidth(indent);
    if (!isFirst && width + stringWidth(blank) + word.width > columns) {
      out += `\n${indent}`;
      width = stringWidth(indent);
      blank = '';
    }
    out += blank + word.painted;
    width += stringWidth(blank) + word.width;
    blank = '';
  }
  return out + blank;
}

interface Word {
  readonly painted: string;
  readonly width: number;
  readonly isBlank: boolean;
}

/** Runs of blanks and what stands between them, each part in its own paint. */
function wordsOf(pieces: readonly Piece[]): readonly Word[] {
  const words: { painted: string; width: number; isBlank: boolean }[] = [];
  for (const { text, paint } of pieces) {
    for (const part of text.match(/[ \t]+|[^ \t]+/g) ?? []) {
      const isBlank = part.trim() === '';
      const last = words.at(-1);
      const [painted, width] = [paint(part), stringWidth(part)];
      if (last?.isBlank === isBlank) {
        last.painted += painted;
        last.width += width;
      } else words.push({ painted, width, isBlank });
    }
  }
  return words;
}
