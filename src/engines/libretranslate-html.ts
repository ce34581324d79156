import { mendMarkers, toXml } from './markers.ts';

/**
 * The text as HTML. LibreTranslate reads it with BeautifulSoup and keeps elements that it does not know, with their
 * attributes; only HTML's own elements may close themselves there.
 */
export function toHtml(text: string): string {
  return toXml(text).replace(/<x id="(\d+)"\/>/gu, '<x id="$1"></x>');
}

/** The server decodes entities before it answers: what still is one is the text's own. */
export function fromHtml(html: string): string {
  return mendMarkers(html);
}
