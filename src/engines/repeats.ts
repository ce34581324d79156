/**
 * Whether a message has a piece of one of the texts in it: so many characters in a row, or the whole of a shorter text.
 * Linear in both: pieces are looked up, not compared.
 */
export function repeatsAny(message: string, texts: readonly string[]): boolean {
  const told = new Set(piecesOf(folded(message)));
  return texts.map(folded).some((text) => {
    if (text.length < pieceLength) return text !== '' && folded(message).includes(text);
    return piecesOf(text).some((piece) => told.has(piece));
  });
}

/** UTF-16 code units; shorter pieces stand in two texts of one language by chance. */
const pieceLength = 12;

function piecesOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - pieceLength + 1) }, (_, at) =>
    text.slice(at, at + pieceLength),
  );
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
