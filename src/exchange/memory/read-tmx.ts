import { UserError } from '../../errors.ts';
import type { Language, Languages, State } from '../../model.ts';
import { states } from '../../states.ts';
import type { BilingualText } from '../bilingual.ts';
import { inLanguage, languageOf } from '../language.ts';
import { childrenNamed, inherited, readRecords, type XmlElement, type XmlStart } from '../xml.ts';
import { foreignText, ownText } from './inline-codes.ts';
import { type InlineText, isWritable, type MemoryUnit, type RefusedUnit, textOf } from './memory-unit.ts';
import { ownTool, ownTypes } from './write-tmx.ts';

export interface ReadUnit extends MemoryUnit {
  /** Of the file, from 1. */
  readonly line: number;
}

export interface ReadTmx {
  readonly units: readonly ReadUnit[];
  readonly refused: readonly RefusedUnit[];
}

/** More are several memories. */
const mostUnits = 1_000_000;

/**
 * The pairs of two languages in a TMX file (1.1 to 1.4b), in whichever direction they were translated. Of several variants
 * in the source language the first counts, of those in the target language each. Throws `UserError` with the place where
 * the file is none, or too large.
 */
export function readTmx(file: BilingualText, languages: Languages): ReadTmx {
  const units: ReadUnit[] = [];
  const refused: RefusedUnit[] = [];
  const lineAt = linesOf(file.text);
  let header: XmlStart | undefined;
  let count = 0;
  const take = (record: XmlElement) => {
    if (record.name === 'header') {
      header = record;
      return;
    }
    count += 1;
    if (count > mostUnits)
      throw new UserError({ id: 'memory.units', values: { most: mostUnits } }, { place: { file: file.path } });
    const line = lineAt(record.start);
    const isOwn = header?.attributes.creationtool === ownTool;
    for (const pair of pairsOf(record, { languages, isOwn })) {
      if ('id' in pair) refused.push({ line, why: pair });
      else units.push({ ...pair, line, isParagraph: isParagraph(record, header) });
    }
  };
  readRecords({ ...file, text: file.text.replace(/^\uFEFF/, '') }, { root: 'tmx', names: ['header', 'tu'], take });
  return { units, refused };
}

interface Reading {
  readonly languages: Languages;
  readonly isOwn: boolean;
}

interface Variant {
  readonly language: Language;
  readonly element: XmlElement;
  readonly seg: XmlElement;
}

function pairsOf(unit: XmlElement, { languages, isOwn }: Reading): readonly (MemoryUnit | RefusedUnit['why'])[] {
  const variants = childrenNamed(unit, 'tuv').flatMap(variantOf);
  const source = inLanguage(variants, languages.source);
  const others = variants.filter((variant) => variant !== source);
  const best = inLanguage(others, languages.target)?.language;
  if (source === undefined) return [missing(languages.source)];
  if (best === undefined) return [missing(languages.target)];
  const read = isOwn ? ownText : foreignText;
  const text = read(source.seg);
  return others
    .filter(({ language }) => language === best)
    .map((target) => {
      const pair: MemoryUnit = {
        source: text,
        target: read(target.seg),
        language: languages.target,
        ...(isOwn && { document: propOf(unit, ownTypes.document), state: stateOf(target.element) }),
      };
      return problemOf(pair, isOwn ? 'with' : 'without') ?? pair;
    });
}

const missing = (language: Language) => ({ id: 'memory.unit.language', values: { language } }) as const;

/** A pair that says nothing on a side is none. Codes of ours may be all that a sentence has: a code span. */
function problemOf({ source, target }: MemoryUnit, codes: 'with' | 'without'): RefusedUnit['why'] | undefined {
  const isEmpty = (text: InlineText) => textOf(text, codes).trim() === '';
  if (isEmpty(source)) return { id: 'memory.unit.source' };
  if (isEmpty(target)) return { id: 'memory.unit.target' };
  return isWritable(textOf(source) + textOf(target)) ? undefined : { id: 'memory.unit.characters' };
}

/** TMX 1.1 says `lang`. */
function variantOf(element: XmlElement): readonly Variant[] {
  const language = languageOf(element.attributes['xml:lang'] ?? element.attributes.lang);
  const [seg] = childrenNamed(element, 'seg');
  return language === undefined || seg === undefined ? [] : [{ language, element, seg }];
}

function propOf(element: XmlElement, type: string): string | undefined {
  const prop = childrenNamed(element, 'prop').find(({ attributes }) => attributes.type === type);
  const value = prop && textOf(ownText(prop));
  return value === '' ? undefined : value;
}

function stateOf(variant: XmlElement): State | undefined {
  const said = propOf(variant, ownTypes.state);
  return states.find((state) => state === said);
}

function isParagraph(unit: XmlElement, header: XmlStart | undefined): boolean {
  const kind = inherited('segtype', header === undefined ? [unit] : [header, unit]);
  return kind === 'paragraph' || kind === 'block';
}

/** The line of an offset, for offsets that only grow; of a file in one line the end is looked for once. */
function linesOf(text: string): (offset: number) => number {
  let [line, next] = [1, text.indexOf('\n')];
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
