/** Labels match where their blanks collapsed and their cases folded are equal (CommonMark 4.7). */
export function normaliseLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}
