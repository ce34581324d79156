/** As long as what it hides. Object replacement character: no letter, digit, blank or punctuation. */
export function blank(span: string): string {
  return '\uFFFC'.repeat(span.length);
}
