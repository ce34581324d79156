import type { Languages, Piece, Range } from '../../model.ts';
import { isHeader, type PoEntry, type PoText, type ScannedPo } from './entries.ts';
import { type PluralForms, pluralFormsOf } from './plural-forms.ts';

/**
 * What a PO file is made of in the target language: each `msgstr` says the German text, which is `msgid` where it said
 * nothing; plurals have as many as the language counts, and the header names it. What is translated anew is not fuzzy.
 */
export function poPieces(text: string, { entries }: ScannedPo, { target }: Languages): readonly Piece[] {
  const header = entries.find(isHeader);
  const field = header && fieldOf(text, header, 'Plural-Forms');
  const forms = field && pluralFormsOf(target);
  return entries.flatMap((entry) => {
    const pieces =
      entry === header
        ? [...replaced(fieldOf(text, entry, 'Language'), target.replaceAll('-', '_')), ...replaced(field, forms?.field)]
        : entry.plural === undefined
          ? filled(text, entry)
          : pluralPieces(text, entry, forms);
    const isNew = entry === header ? pieces.length > 0 : true;
    return [...(isNew ? entry.flags.flatMap((line) => withoutFuzzy(text, line)) : []), ...pieces];
  });
}

function replaced(range: Range | undefined, text: string | undefined): readonly Piece[] {
  return range === undefined || text === undefined ? [] : [{ ...range, text }];
}

/** What a field of the header says, however its strings are broken. */
function fieldOf(text: string, { targets: [target] }: PoEntry, name: string): Range | undefined {
  if (target === undefined) return undefined;
  const { start, end } = target.content;
  const raw = text.slice(start, end);
  const found = new RegExp(`(?:^|\\\\n(?:"\\s*")*)${name}: *`).exec(raw);
  if (found === null) return undefined;
  const from = found.index + found[0].length;
  const to = raw.indexOf('\\n', from);
  return { start: start + from, end: to < 0 ? end : start + to };
}

function filled(text: string, { targets: [target], id }: PoEntry): readonly Piece[] {
  if (target === undefined || target.says !== '') return [];
  return [{ start: target.start, end: target.end, text: text.slice(id.start, id.end) }];
}

function pluralPieces(text: string, entry: PoEntry, forms: PluralForms | undefined): readonly Piece[] {
  const { targets, id, plural = id } = entry;
  const [first, last] = [targets[0], targets.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isSingle = targets.length === 1;
  const one = first.says === '' || isSingle ? id : first;
  const other = last.says === '' ? plural : last;
  const count = forms?.count ?? targets.length;
  const said = Array.from({ length: count }, (_, at): PoText => {
    if (forms === undefined)
      return targets[at]?.says === '' ? (at === 0 && !isSingle ? id : plural) : (targets[at] ?? other);
    return at === forms.one ? one : other;
  });
  const gap = isSingle ? lineEndAt(text, first.end) : text.slice(first.end, targets[1]?.from);
  const written = said.map(({ start, end }, at) => `msgstr[${at}] ${text.slice(start, end)}`).join(gap);
  const range = { start: first.from, end: last.end };
  return written === text.slice(range.start, range.end) ? [] : [{ ...range, text: written }];
}

function lineEndAt(text: string, from: number): string {
  return /[\r\n]+/.exec(text.slice(from, from + 2))?.[0] ?? '\n';
}

/** The flag with its comma; the line where it is the only one. */
function withoutFuzzy(text: string, { start, end }: Range): readonly Piece[] {
  const flags = text.slice(start, end);
  const found = /,\s*fuzzy(?=\s*(?:,|$))/.exec(flags);
  if (found === null) return [];
  if (flags.replace(found[0], '').trim() !== '#') {
    return [{ start: start + found.index, end: start + found.index + found[0].length, text: '' }];
  }
  const lineBreak = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0] ?? '';
  return [{ start, end: end + lineBreak.length, text: '' }];
}
