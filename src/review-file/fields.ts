import { Scalar, stringify } from 'yaml';
import type { Entry, Languages } from '../model.ts';
import { once } from '../once.ts';
import { states } from '../states.ts';

/** What a field of an entry says. */
export type FieldValue = string | boolean | readonly string[] | Readonly<Record<string, string>> | undefined;

/** Canonical order. */
export const fieldNames = once(({ source, target }: Languages): readonly string[] => {
  return ['unit', source, target, 'state', 'written', 'machine', 'replaced', 'joined', 'ignore', 'note', 'previous'];
});

export function fieldValue(entry: Entry, name: string, { languages }: { languages: Languages }): FieldValue {
  if (name === languages.source) return entry.source;
  if (name === languages.target) return entry.joined && entry.target === '' ? undefined : entry.target;
  const { previous } = entry;
  if (name === 'previous')
    return previous && { [languages.source]: previous.source, [languages.target]: previous.target };
  return entry[name as 'unit' | 'state' | 'written' | 'machine' | 'replaced' | 'joined' | 'ignore' | 'note'];
}

export const isSame = (a: FieldValue, b: FieldValue): boolean => JSON.stringify(a) === JSON.stringify(b);

export const indented = (line: string, indent: string): string => (line === '' ? '' : indent + line);

export const wordFields: ReadonlySet<string> = new Set(['unit', 'state', 'written', 'machine']);

/** A field from its key on, without the entry's indentation; no line where it has no value. */
export function fieldLines(name: string, value: FieldValue): readonly string[] {
  if (value === undefined || value === false) return [];
  if (value === true) return [`${name}: true`];
  if (Array.isArray(value)) {
    return name === 'replaced'
      ? [`${name}:`, ...value.map((text) => `  - ${word(text)}`)]
      : [`${name}: [${value.join(', ')}]`];
  }
  if (typeof value === 'string') return wordFields.has(name) ? [`${name}: ${word(value)}`] : textLines(name, value);
  const lines = Object.entries(value).flatMap(([key, text]) => textLines(key, text));
  return [`${name}:`, ...lines.map((line) => indented(line, '  '))];
}

/** `nav.home`, `5c0e77d1`, `deepl`: plain where every YAML reader takes it for the same text; always one line. */
export function word(value: string): string {
  return plainWords.has(value) || isPlainWord(value)
    ? value
    : stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
}

/** What most entries say. */
const plainWords: ReadonlySet<string> = new Set([...states, 'paragraph', 'heading', 'cell']);

/** No YAML reader takes it for anything but this text: no number, boolean or null. The others are the library's business. */
function isPlainWord(value: string): boolean {
  return (
    /^[a-zA-Z0-9]*[a-df-zA-DF-Z][a-zA-Z0-9]*$/.test(value) &&
    !/^(?:0[box]|true|false|null|yes|no|on|off|y|n)/i.test(value)
  );
}

/** One line without blanks at its ends and without control characters. */
const isPlainLine = /^[^\s\p{C}](?:[^\p{Cc}\p{Cs}\u2028\u2029\ufeff]*[^\s\p{C}])?$/u;

/** A literal block; a quoted scalar for what no block can hold (control characters, odd line breaks). */
function textLines(key: string, text: string): readonly string[] {
  if (text === '') return [`${key}: |-`];
  if (isPlainLine.test(text) && isPlainWord(key)) return [`${key}: |-`, `  ${text}`];
  const scalar = new Scalar(text);
  scalar.type = /[^\P{Cc}\n\t]|[\p{Cs}\u2028\u2029\ufeff]/u.test(text) ? 'QUOTE_DOUBLE' : 'BLOCK_LITERAL';
  return stringify({ [key]: scalar }, { lineWidth: 0 })
    .replace(/\n$/, '')
    .split('\n');
}
