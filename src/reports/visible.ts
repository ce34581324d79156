/**
 * Text of documents as it may be shown: control characters, which could drive a terminal, and direction marks, which could
 * turn a line round, as their names. Line breaks and tabs stay.
 */
export function visible(text: string): string {
  return text.replace(
    /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
