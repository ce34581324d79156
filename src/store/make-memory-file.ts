import { append, buildIndex, type CodesOf, createNumbers, hashTokens } from '../memory/index.ts';
import type { Range } from '../model.ts';
import {
  type Contents,
  fileVersion,
  type MemoryFile,
  type Part,
  type StoredTexts,
  sumOf,
  textSum,
} from './memory-file.ts';

/** A part with its pairs, or with where they stand in the file that was there before. */
export interface Content {
  readonly part: Part;
  readonly pairs: readonly StoredTexts[] | { readonly file: MemoryFile; readonly range: Range };
}

/** The bytes of a file with these parts, in their order: the same whether they were read anew or not. */
export function makeMemoryFile(contents: readonly Content[], codesOf: CodesOf, program: string): readonly Uint8Array[] {
  const sentences = contents.reduce((sum, { part }) => sum + part.count, 0);
  const tables: Tables = {
    starts: new Uint32Array(sentences + 1),
    tokens: createNumbers(16 * sentences + 1),
    places: new Uint32Array(2 * sentences + 1),
    notes: new Uint32Array(2 * sentences),
    texts: [],
    next: 0,
  };
  for (const content of contents) add(tables, content, codesOf);
  const { starts, tokens, places, notes, texts } = tables;
  const { buffer } = buildIndex({ starts, tokens: tokens.list.subarray(0, tokens.length) });
  const list: Contents = { program, parts: contents.map(({ part }) => part) };
  const listBytes = Buffer.from(JSON.stringify(list));
  const table = new Uint32Array(places.length + notes.length);
  table.set(places);
  table.set(notes, places.length);
  const sum = sumOf([new Uint32Array(buffer), table, new Uint32Array(listBytes)]);
  const head = Uint32Array.of(fileVersion, sum, buffer.byteLength, sentences, listBytes.length, 0);
  return [bytesOf(head), new Uint8Array(buffer), bytesOf(table), listBytes, ...texts];
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

interface Tables extends Pick<MemoryFile, 'places' | 'notes'> {
  readonly starts: Uint32Array;
  readonly tokens: ReturnType<typeof createNumbers>;
  readonly texts: Uint8Array[];
  /** The first sentence that is not there yet. */
  next: number;
}

function add(tables: Tables, { part, pairs }: Content, codesOf: CodesOf): void {
  if ('file' in pairs) copy(tables, pairs.file, pairs.range);
  else addAll(tables, pairs, (source) => codesOf({ source, path: part.document }));
}

/** The sentences of a part as another file has them. */
function copy(tables: Tables, { index, places, notes, texts }: MemoryFile, { start, end }: Range): void {
  const { next, tokens } = tables;
  const [firstToken, firstText] = [index.starts[start]!, places[2 * start]!];
  const lastText = tables.places[2 * next]!;
  for (let at = 1; at <= end - start; at += 1)
    tables.starts[next + at] = tokens.length + index.starts[start + at]! - firstToken;
  for (let at = 1; at <= 2 * (end - start); at += 1)
    tables.places[2 * next + at] = lastText + places[2 * start + at]! - firstText;
  append(tokens, index.tokens.subarray(firstToken, index.starts[end]));
  tables.notes.set(notes.subarray(2 * start, 2 * end), 2 * next);
  tables.texts.push(texts({ start: firstText, end: places[2 * end]! }));
  tables.next += end - start;
}

function addAll(tables: Tables, pairs: readonly StoredTexts[], codesOf: (source: string) => readonly Range[]): void {
  const { starts, tokens, places, notes } = tables;
  // A UTF-16 unit is three bytes of UTF-8 at most.
  const bytes = Buffer.allocUnsafe(
    pairs.reduce((sum, { source, target }) => sum + source.length + target.length, 0) * 3,
  );
  const first = places[2 * tables.next]!;
  let end = 0;
  for (const { source, target, around } of pairs) {
    const start = end;
    hashTokens({ text: source, codes: codesOf(source) }, tokens);
    end += bytes.write(source, end);
    places[2 * tables.next + 1] = first + end;
    end += bytes.write(target, end);
    places[2 * tables.next + 2] = first + end;
    notes[2 * tables.next] = around;
    notes[2 * tables.next + 1] = textSum(bytes, { start, end });
    starts[tables.next + 1] = tokens.length;
    tables.next += 1;
  }
  tables.texts.push(Buffer.from(bytes.subarray(0, end)));
}
