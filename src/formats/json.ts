import type { Format, Languages, ParseOptions, Piece, Refusal, Unit } from '../model.ts';
import { catalogInline } from './catalog-inline.ts';
import { isDistinctive, localiseMessage, type Rope } from './icu/localise.ts';
import { isDeep, parseMessage } from './icu/message.ts';
import { textsOf } from './icu/texts.ts';
import { type CatalogValue, textsOfCatalog } from './json/catalog.ts';
import { closeJson, jsonFolds, spellAscii, spellJson } from './json/escapes.ts';
import { joinKey } from './json/join-key.ts';
import { pluralKeyPieces } from './json/plural-keys.ts';
import { deepest, type ScannedJson, scanJson } from './json/scan.ts';
import { isSameLanguage } from './plural-categories.ts';
import { offsetIn } from './unit-text.ts';

/** Catalogs of texts: JSON, with comments and trailing commas too, and ARB; ICU messages are read in those that have any. */
export const json: Format = {
  id: 'json',
  extensions: ['.json', '.jsonc', '.arb'],
  parse(text: string, options: ParseOptions) {
    const scanned = scanJson(text);
    const values = textsOfCatalog(text, scanned, options);
    const isIcu = isIcuCatalog(scanned, values);
    const refusal = scanned.refusal ?? (isIcu ? deepMessage(values) : undefined);
    if (refusal !== undefined) return { units: [], newlines: 'paragraph', refusal };
    const style = isAscii(text) ? ' ascii' : '';
    return { units: values.flatMap((value) => unitsOf(value, { isIcu, style })), newlines: 'paragraph' };
  },
  folds: jsonFolds,
  spell: (sign, { style = '' }) => (style.endsWith('ascii') ? spellAscii(sign) : spellJson(sign)),
  close: closeJson,
  inline: catalogInline,
  localise(text: string, languages: Languages, options: ParseOptions) {
    if (isSameLanguage(languages)) return [];
    const scanned = scanJson(text);
    const values = textsOfCatalog(text, scanned, options);
    const messages = isIcuCatalog(scanned, values) ? messagePieces(text, values, languages) : [];
    const keys = pluralKeyPieces(text, scanned, languages);
    const outside = messages.filter(({ start, end }) => !keys.some((key) => key.start <= start && end <= key.end));
    return [...outside, ...keys, ...localePieces(text, scanned, languages)].sort((a, b) => a.start - b.start);
  },
};

/** ARB says so; in others a message with a choice or a format, or a quoted brace, does. `{name}` may be anybody's. */
function isIcuCatalog({ values }: ScannedJson, texts: readonly CatalogValue[]): boolean {
  return (
    values.some(({ name, key }) => key !== undefined && name === '@@locale') || texts.some((t) => isDistinctive(t.text))
  );
}

function deepMessage(values: readonly CatalogValue[]): Refusal | undefined {
  const deep = values.find(({ text }) => isDeep(text));
  return deep && { message: { id: 'format.json.deep', values: { deepest } }, offset: deep.value.start };
}

/** Only where each sign beyond ASCII is an escape, and there are such. */
function isAscii(text: string): boolean {
  return /\\u[0-9a-f]{4}/i.test(text) && !/[^\0-\x7F]/.test(text.slice(1));
}

function unitsOf({ value, path, text, folds }: CatalogValue, { isIcu, style }: Reading): readonly Unit[] {
  const key = path.length === 0 ? undefined : joinKey(path);
  const message = isIcu && text.includes('{') ? parseMessage(text) : undefined;
  if (message === undefined) {
    const isPlain = !isIcu || text.includes('{');
    return [
      { kind: 'value', key, style: (isPlain ? 'plain' : 'icu') + style, start: value.start + 1, end: value.end - 1 },
    ];
  }
  const offset = offsetIn(folds);
  return textsOf(message, text).map(({ start, end, place, branch }) => ({
    kind: 'value',
    key: branch === '' ? key : (key ?? '') + branch,
    style: place + style,
    start: value.start + 1 + offset(start),
    end: value.start + 1 + offset(end),
  }));
}

interface Reading {
  readonly isIcu: boolean;
  /** What is added to the style of each unit. */
  readonly style: string;
}

function messagePieces(text: string, values: readonly CatalogValue[], languages: Languages): readonly Piece[] {
  return values.flatMap(({ value, text: message, folds }) => {
    const rope = localiseMessage(message, languages);
    if (rope === undefined) return [];
    const [start, end] = [value.start + 1, value.end - 1];
    return [{ start, end, text: writeRope(rope, text.slice(start, end), folds) }];
  });
}

/** What stays has its bytes. */
function writeRope(rope: Rope, raw: string, folds: readonly Piece[]): string {
  const at = (offset: number) => offsetIn(folds)(offset);
  return rope.map((piece) => (typeof piece === 'string' ? piece : raw.slice(at(piece.start), at(piece.end)))).join('');
}

/** The language that an ARB file says it is in. */
function localePieces(text: string, { values }: ScannedJson, { source, target }: Languages): readonly Piece[] {
  return values.flatMap(({ name, key, kind, start, end }) => {
    const isOwn = name === '@@locale' && key !== undefined && kind === 'string';
    const said = text.slice(start + 1, end - 1);
    if (!isOwn || said.split(/[-_]/)[0] !== source.split('-')[0]) return [];
    return [{ start: start + 1, end: end - 1, text: target.replaceAll('-', '_') }];
  });
}
