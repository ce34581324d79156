import { isMap, isScalar } from 'yaml';
import type { Piece, Unit } from '../model.ts';
import { controlCharacter } from './control-characters.ts';
import { isListed } from './listed-keys.ts';
import { isMachineScalar } from './machine-scalar.ts';
import { readToml, type TomlValue } from './toml/values.ts';
import { tomlClose, tomlFolds, tomlSpell } from './toml/writing.ts';
import { isUsualKey } from './usual-keys.ts';
import { documentsOf, type YamlStream } from './yaml/documents.ts';
import { valuesOf, type YamlValue } from './yaml/values.ts';
import { yamlClose, yamlFolds, yamlSpell } from './yaml/writing.ts';

export interface FrontMatter {
  /** Behind the line of the closing fence. */
  readonly end: number;
  /** The values that are translated: `keys`, or those whose names say so. */
  readonly units: readonly Unit[];
}

/**
 * The front matter at the start of a document, as Jekyll, Hugo and Docusaurus read it: YAML between `---`, TOML between
 * `+++`. None where the fence is not closed or something else stands between: then it is part of the document.
 */
export function readFrontMatter(text: string, keys: readonly string[] | undefined): FrontMatter | undefined {
  const fences = fencesOf(text);
  if (fences === undefined) return undefined;
  const { start, stop, end } = fences;
  const lines = text.slice(start, stop);
  const values = controlCharacter.test(lines) ? undefined : valuesIn(lines, text.charAt(stop));
  if (values === undefined) return undefined;
  const isChosen = (path: readonly string[]) => (keys === undefined ? isUsualKey(path) : isListed(path, keys));
  const units = values
    .filter((value) => isChosen(value.path) && isTranslatable(lines.slice(value.start, value.end)))
    .map((value) => toUnit(value, start));
  return { end, units };
}

/** Where a translated document broke the front matter that its source has, as an offset; nowhere where it has none any more. */
export function frontMatterFault(text: string, original: string): number | undefined {
  const isLost = readFrontMatter(original, []) !== undefined && readFrontMatter(text, []) === undefined;
  if (!isLost || !/^\uFEFF?(?:---|\+\+\+)[ \t]*[\r\n]/.test(text)) return undefined;
  const { start, stop } = fencesOf(text) ?? { start: 0, stop: 0 };
  const stream = text.charAt(stop) === '-' ? documentsOf(text.slice(start, stop)) : undefined;
  return start + (stream !== undefined && 'why' in stream ? stream.offset : 0);
}

export function frontMatterFolds(raw: string, unit: Unit): readonly Piece[] {
  return isToml(unit) ? tomlFolds(raw, unit) : yamlFolds(raw, unit);
}

export function frontMatterSpell(sign: string, unit: Unit): string {
  return isToml(unit) ? tomlSpell(sign, unit) : yamlSpell(sign, unit);
}

export function frontMatterClose(raw: string, unit: Unit): string {
  return isToml(unit) ? tomlClose(raw, unit) : yamlClose(raw, unit);
}

const isToml = ({ style }: Unit): boolean => style?.startsWith('toml') ?? false;

interface Fences {
  /** Of the lines between. */
  readonly start: number;
  readonly stop: number;
  readonly end: number;
}

function fencesOf(text: string): Fences | undefined {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fence = text.slice(first, first + 3);
  if (fence !== '---' && fence !== '+++') return undefined;
  opening.lastIndex = first + 3;
  const open = opening.exec(text);
  if (open === null) return undefined;
  const start = opening.lastIndex;
  const closing = fence === '---' ? yamlClosing : tomlClosing;
  // One that follows at once closes too: the line end before it belongs to the opening fence.
  closing.lastIndex = start - 1;
  const close = closing.exec(text);
  if (close === null || close.index - start > longest) return undefined;
  return { start, stop: close.index + (close[1]?.length ?? 0), end: closing.lastIndex };
}

const opening = /[ \t]*(?:\r\n|[\r\n])/y;
const yamlClosing = /([\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|$)/g;
const tomlClosing = /([\r\n])\+\+\+[ \t]*(?:\r\n|[\r\n]|$)/g;

/** Lines farther apart are rulers of a long document. */
const longest = 200_000;

function valuesIn(lines: string, fence: string): readonly (YamlValue | TomlValue)[] | undefined {
  if (fence === '+') return readToml(lines);
  const stream = documentsOf(lines);
  return 'why' in stream || !isMapping(stream) ? undefined : valuesOf(lines, stream);
}

/** Or nothing. */
function isMapping({ documents }: YamlStream): boolean {
  const [{ contents } = { contents: null }] = documents;
  return (
    documents.length < 2 && (isMap(contents) || contents === null || (isScalar(contents) && contents.source === ''))
  );
}

const hasWords = /\p{L}/u;

function isTranslatable(raw: string): boolean {
  return hasWords.test(raw) && !isMachineScalar(raw.replace(/^["']+|["']+$/g, ''));
}

function toUnit({ path, style, start, end }: YamlValue | TomlValue, at: number): Unit {
  return { kind: 'value', key: path.join('.'), style, start: at + start, end: at + end };
}
