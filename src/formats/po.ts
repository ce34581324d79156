import { fingerprint } from '../fingerprint.ts';
import type { Format, Languages, Piece, Unit } from '../model.ts';
import { catalogInline, hasText } from './catalog-inline.ts';
import { isMachineText } from './machine-text.ts';
import type { Filling } from './placeholders.ts';
import { isSameLanguage } from './plural-categories.ts';
import { isHeader, type PoEntry, type PoText, scanPo } from './po/entries.ts';
import { closePo, hasLineJoint, poFolds, spellPo } from './po/escapes.ts';
import { poPieces } from './po/localise.ts';

/**
 * gettext's catalogs. The text is `msgstr`, and `msgid` where that says nothing, as in templates; the target is written
 * to `msgstr`, which `localise` fills.
 */
export const po: Format = {
  id: 'po',
  extensions: ['.po', '.pot'],
  parse(text: string) {
    const { entries, refusal } = scanPo(text);
    if (refusal !== undefined) return { units: [], newlines: 'paragraph', refusal };
    return { units: entries.flatMap((entry) => unitsOf(text, entry)), newlines: 'paragraph' };
  },
  folds: poFolds,
  spell: spellPo,
  close: (raw, { style }) => (style?.endsWith(lineJoints) ? raw : closePo(raw)),
  inline: catalogInline,
  localise(text: string, languages: Languages): readonly Piece[] {
    return isSameLanguage(languages) ? [] : poPieces(text, scanPo(text), languages);
  },
};

/** In the style of a text with strings in one line: a quotation mark in it may be a joint. */
const lineJoints = ' line-joints';

function unitsOf(text: string, entry: PoEntry): readonly Unit[] {
  if (isHeader(entry)) return [];
  const style = fillingOf(entry.flags.map(({ start, end }) => text.slice(start, end)).join(','));
  const { id, plural, targets } = entry;
  const isFilled = targets.some(({ says }) => says !== '');
  const texts = isFilled ? targets : plural === undefined ? [id] : [id, plural];
  return texts.flatMap((said, at) => {
    if (!hasText(said.says, style) || isMachineText(said.says)) return [];
    const key = isFilled ? keyOf(entry) + (plural === undefined ? '' : `[${at}]`) : keyOfTemplate(entry);
    const { start, end } = said.content;
    const joints = hasLineJoint(text.slice(start, end)) ? lineJoints : '';
    return [{ kind: 'message', key, style: style + joints, start, end }];
  });
}

/** Context and text, which no two entries share; long ones by their beginning and a hash. */
export function keyOf({ context, id }: PoEntry): string {
  return [context, id].flatMap((text) => (text === undefined ? [] : [shortened(text)])).join('|');
}

/** The text itself is what is translated. */
function keyOfTemplate({ context }: PoEntry): string | undefined {
  return context === undefined ? undefined : shortened(context);
}

function shortened({ says }: PoText): string {
  const line = says.replace(/\s+/gu, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest).toWellFormed()}… ${fingerprint(says)}`;
}

const longest = 60;

/** How a text is filled in, by the flag that gettext's tools have set. */
function fillingOf(flags: string): Filling {
  const [, language = ''] = /(?<!no-)\b(\w[\w-]*)-format\b/.exec(flags.replace(/no-[\w-]+-format/g, '')) ?? [];
  return fillings[language] ?? 'plain';
}

const fillings: Readonly<Record<string, Filling>> = {
  c: 'printf',
  objc: 'printf',
  python: 'printf',
  php: 'printf',
  perl: 'printf',
  tcl: 'printf',
  lua: 'printf',
  awk: 'printf',
  javascript: 'printf',
  'object-pascal': 'printf',
  'gcc-internal': 'printf',
  'gfc-internal': 'printf',
  ruby: 'printf',
  qt: 'numbered',
  kde: 'numbered',
  'kde-kuit': 'numbered',
  ycp: 'numbered',
  boost: 'numbered',
  sh: 'shell',
};
