import { maskProtected } from '../languages/mask.ts';

/** What no translation may touch, as it stands in the text: addresses, placeholders, tags, handles. */
export function findProtected(text: string): readonly string[] {
  const masked = maskProtected(text);
  if (!masked.includes('\uFFFC')) return [];
  const spans = masked.matchAll(/\uFFFC+/gu);
  return Array.from(spans, ({ 0: span, index }) => text.slice(index, index + span.length)).filter(isCritical);
}

/** A file name or a code span may be translated; reviewers see it. */
function isCritical(span: string): boolean {
  return /[{}<>%@]|:\/\/|^(?:www\.|mailto:|tel:)/u.test(span);
}
