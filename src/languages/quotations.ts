import type { Range } from '../model.ts';

/**
 * What stands in quotation marks or in the brackets of titles, with its marks. A mark whose partner is in another sentence
 * reaches to the end, or from the start. Straight single marks are apostrophes as often, and count for none. Linear.
 */
export function quotations(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let open: { readonly start: number; readonly closers: string } | undefined;
  for (const { 0: mark, index } of text.matchAll(/["„“”‚‘’«»「」『』《》]/gu)) {
    if (open?.closers.includes(mark)) {
      ranges.push({ start: open.start, end: index + 1 });
      open = undefined;
    } else if (open === undefined && closersOf[mark] !== undefined) {
      open = { start: index, closers: closersOf[mark] };
    } else if (open === undefined && ranges.length === 0 && mark === '”') {
      ranges.push({ start: 0, end: index + 1 });
    }
  }
  return open === undefined || open.closers.includes('’')
    ? ranges
    : [...ranges, { start: open.start, end: text.length }];
}

const closersOf: Readonly<Record<string, string>> = {
  '"': '"',
  '„': '“”"',
  '“': '”',
  '‚': '‘’',
  '‘': '’',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '《': '》',
};
