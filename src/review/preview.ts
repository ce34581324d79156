import { anyUnit } from '../formats/unit-text.ts';
import type { Code, Entry } from '../model.ts';
import { shownText } from '../pipeline/adoption/settle.ts';
import type { TranslatedDocument } from '../pipeline/index.ts';
import { entriesByUnit } from '../pipeline/units.ts';

/**
 * The translated document as a page of plain elements with text in them, nothing else: no attribute, address or script of
 * the document is in it.
 */
export function previewOf(translated: TranslatedDocument): string {
  const { languages, result } = translated;
  const texts = new Map(result.map((entry, at) => [entry, readable(entry, translated, at)]));
  const body = entriesByUnit(result).map((entries) =>
    unitHtml(
      entries[0]?.unit,
      entries.map((entry) => texts.get(entry) ?? ''),
    ),
  );
  return `<!doctype html>\n<html lang="${escaped(languages.target)}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(translated.files.path)}</title></head><body>\n${body.join('\n')}\n</body></html>\n`;
}

/** What stands for each kind of unit; all others are paragraphs. */
const elements: Readonly<Record<string, string>> = { heading: 'h2', title: 'h1', item: 'li', cell: 'td' };

/** Without what they belong in, browsers show no cells. */
const around: Readonly<Record<string, readonly [string, string]>> = {
  li: ['<ul>', '</ul>'],
  td: ['<table><tr>', '</tr></table>'],
};

function unitHtml(unit: string | undefined, texts: readonly string[]): string {
  const element = elements[unit?.split(' ', 1)[0] ?? ''] ?? 'p';
  const text = texts.filter((each) => each !== '').join(' ');
  const [before, after] = around[element] ?? ['', ''];
  return `${before}<${element}>${escaped(text)}</${element}>${after}`;
}

/** As people read it: marks of bold and links are left out, a code span or a placeholder is its own text. */
function readable(entry: Entry, { document, matched }: TranslatedDocument, at: number): string {
  const unit = document.units[matched[at]?.segment?.unit ?? -1] ?? anyUnit;
  const text = shownText(entry);
  const codes = document.format.inline?.codes(text, unit) ?? [];
  let [out, from] = ['', 0];
  for (const code of codes) {
    out += text.slice(from, code.start) + readCode(code, text);
    from = code.end;
  }
  return out + text.slice(from);
}

function readCode({ kind, reads = '', start, end }: Code, text: string): string {
  if (kind === 'escape') return reads;
  return kind === 'alone' ? text.slice(start, end) : '';
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
