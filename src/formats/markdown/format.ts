import type { Format, Inline, Parsed, ParseOptions, Unit } from '../../model.ts';
import { catalogInline } from '../catalog-inline.ts';
import { frontMatterClose, frontMatterFolds, frontMatterSpell, readFrontMatter } from '../front-matter.ts';
import { htmlClose, htmlFolds, htmlInline, htmlSpell } from '../html-fragment.ts';
import { closeBlock } from './blocks/close.ts';
import { blockFolds } from './blocks/folds.ts';
import { labelsIn } from './blocks/labels.ts';
import { deepest } from './blocks/open-close.ts';
import { scanBlocks } from './blocks/scan.ts';
import { spellSign, spellsSigns } from './blocks/spell.ts';
import type { Dialect } from './blocks/start.ts';
import { inline, mdxInline } from './inline/index.ts';

/** Markdown and what is built on it: front matter, blocks, HTML; each unit's style says whose it is. */
export function markdownFormat(id: string, extensions: readonly string[], dialect: Dialect): Format {
  return {
    id,
    extensions,
    parse: (text, options) => parse(text, options, dialect),
    folds: (raw, unit) => partOf(unit).folds(raw, unit),
    spell: (sign, unit) => partOf(unit).spell(sign, unit),
    spells: (unit) => partOf(unit) !== blocks || spellsSigns(unit),
    close: (raw, unit) => partOf(unit).close(raw, unit, dialect),
    inline: inlineOf(dialect),
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
  const texts = dialect === 'mdx' ? units.filter((unit) => !isExpression(unit, text)) : units;
  const all = front === undefined ? texts : [...front.units, ...texts];
  return { newlines, units: labels.size === 0 ? all : all.map((unit) => withLabels(unit, text, labels)) };
}

/** Between tags, `{children}` is code. */
function isExpression({ style = '', start, end }: Unit, text: string): boolean {
  return style.startsWith('html-') && /^\{[^{}]*\}$/.test(text.slice(start, end));
}

function withLabels(unit: Unit, text: string, known: ReadonlySet<string>): Unit {
  const labels = labelsIn(text.slice(unit.start, unit.end), unit, known);
  return labels.length === 0 ? unit : { ...unit, labels };
}

/** Each unit has the codes of what it is written in. */
function inlineOf(dialect: Dialect): Inline {
  const own = dialect === 'mdx' ? mdxInline : inline;
  const of = (unit: Unit): Inline => partOf(unit).inline ?? own;
  return {
    signs: [...new Set(own.signs + htmlInline.signs + catalogInline.signs)].join(''),
    codes: (text, unit) => of(unit).codes(text, unit),
    escape: (text, at, unit) =>
      of(unit).signs.includes(text[at] ?? '') ? of(unit).escape(text, at, unit) : (text[at] ?? ''),
    mend: (text, unit) => of(unit).mend?.(text, unit) ?? text,
  };
}

interface Part {
  folds: Format['folds'];
  spell(sign: string, unit: Unit): string;
  close(raw: string, unit: Unit, dialect: Dialect): string;
  /** Markdown's own where it is absent. */
  readonly inline?: Inline;
}

const blocks: Part = { folds: blockFolds, spell: spellSign, close: closeBlock };
const html: Part = { folds: htmlFolds, spell: htmlSpell, close: htmlClose, inline: htmlInline };
const frontMatter: Part = {
  folds: frontMatterFolds,
  spell: frontMatterSpell,
  close: frontMatterClose,
  inline: catalogInline,
};

function partOf({ style = '' }: Unit): Part {
  if (style.startsWith('html-')) return html;
  return style.startsWith('yaml-') || style.startsWith('toml-') ? frontMatter : blocks;
}
