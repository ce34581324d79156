import type { Format, Inline, Unit } from '../../model.ts';
import { catalogInline } from '../catalog-inline.ts';
import { frontMatterClose, frontMatterFolds, frontMatterSpell } from '../front-matter.ts';
import { htmlClose, htmlFolds, htmlInline, htmlLinks, htmlSpell } from '../html-fragment.ts';
import { namedAnchors } from '../named-anchors.ts';
import { closeBlock } from './blocks/close.ts';
import { blockFolds } from './blocks/folds.ts';
import { spellSign, spellsSigns } from './blocks/spell.ts';
import type { Dialect } from './blocks/start.ts';
import { headingsIn } from './headings.ts';
import { inline, mdxInline } from './inline/index.ts';
import { linksIn } from './links.ts';
import { localiseMarkdown } from './localise.ts';
import { isHtml, parsedOf, readMarkdown } from './read.ts';

/** Markdown and what is built on it: front matter, blocks, HTML; each unit's style says whose it is. */
export function markdownFormat(id: string, extensions: readonly string[], dialect: Dialect): Format {
  const format: Format = {
    id,
    extensions,
    parse: (text, options) => parsedOf(readMarkdown(text, options, dialect), options),
    folds: (raw, unit) => partOf(unit).folds(raw, unit),
    spell: (sign, unit) => partOf(unit).spell(sign, unit),
    spells: (unit) => partOf(unit) !== blocks || spellsSigns(unit),
    close: (raw, unit) => partOf(unit).close(raw, unit, dialect),
    inline: inlineOf(dialect),
    localise: (text, languages, options) =>
      localiseMarkdown(text, languages, { format, options, read: () => readMarkdown(text, options, dialect) }),
    links: (text, unit) => (isHtml(unit) ? htmlLinks(text) : linksIn(text, unit, format)),
    anchors: (text, units) => [...namedAnchors(text), ...headingsIn(text, units, format).map(({ slug }) => slug)],
  };
  return format;
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

function partOf(unit: Unit): Part {
  const { style = '' } = unit;
  if (isHtml(unit)) return html;
  return style.startsWith('yaml-') || style.startsWith('toml-') ? frontMatter : blocks;
}
