import type { Format, Parsed, ParseOptions, Unit } from '../../model.ts';
import { frontMatterClose, frontMatterFolds, frontMatterSpell, readFrontMatter } from '../front-matter.ts';
import { htmlClose, htmlFolds, htmlSpell } from '../html-fragment.ts';
import { closeBlock } from './blocks/close.ts';
import { blockFolds } from './blocks/folds.ts';
import { labelsIn } from './blocks/labels.ts';
import { deepest } from './blocks/open-close.ts';
import { scanBlocks } from './blocks/scan.ts';
import { spellSign } from './blocks/spell.ts';
import type { Dialect } from './blocks/start.ts';

/** Markdown and what is built on it: front matter, blocks, HTML; each unit's style says whose it is. */
export function markdownFormat(id: string, extensions: readonly string[], dialect: Dialect): Format {
  return {
    id,
    extensions,
    parse: (text, options) => parse(text, options, dialect),
    folds: (raw, unit) => partOf(unit).folds(raw, unit),
    spell: (sign, unit) => partOf(unit).spell(sign, unit),
    close: (raw, unit) => partOf(unit).close(raw, unit, dialect),
  };
}

function parse(text: string, options: ParseOptions, dialect: Dialect): Parsed {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const front = readFrontMatter(text, options.keys);
  const { units, labels, tooDeep } = scanBlocks(text, front?.end ?? start, { dialect, parse: options });
  const newlines = 'paragraph';
  if (tooDeep !== undefined)
    return {
      newlines,
      units: [],
      refusal: { message: { id: 'format.markdown.deep', values: { depth: deepest } }, offset: tooDeep },
    };
  const all = front === undefined ? units : [...front.units, ...units];
  return { newlines, units: labels.size === 0 ? all : all.map((unit) => withLabels(unit, text, labels)) };
}

function withLabels(unit: Unit, text: string, known: ReadonlySet<string>): Unit {
  const labels = labelsIn(text.slice(unit.start, unit.end), unit, known);
  return labels.length === 0 ? unit : { ...unit, labels };
}

interface Part {
  folds: Format['folds'];
  spell(sign: string, unit: Unit): string;
  close(raw: string, unit: Unit, dialect: Dialect): string;
}

const blocks: Part = { folds: blockFolds, spell: spellSign, close: closeBlock };
const html: Part = { folds: htmlFolds, spell: htmlSpell, close: htmlClose };
const frontMatter: Part = { folds: frontMatterFolds, spell: frontMatterSpell, close: frontMatterClose };

function partOf({ style = '' }: Unit): Part {
  if (style.startsWith('html-')) return html;
  return style.startsWith('yaml-') || style.startsWith('toml-') ? frontMatter : blocks;
}
