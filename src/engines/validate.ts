import { primaryLanguage } from '../language-tag.ts';
import { maskProtected } from '../languages/mask.ts';
import type { Engine, Language, Languages, Message } from '../model.ts';
import { countCodePoints } from './code-points.ts';
import { decodeEntities, findEntities } from './entities.ts';
import { areNested, hasMarkers, mendMarkers } from './markers.ts';
import { type Mended, mendPlaceholder } from './placeholders.ts';
import { findProtected } from './protected.ts';
import { isInScript } from './script.ts';

export type Verdict = Mended | { readonly wrong: Message };

/**
 * The text of an answer as it may be used, or why it may not. The same rules hold for all engines; those about
 * languages do not hold for engines whose answers are no translations, and nothing of theirs is normalised.
 */
export function validate(raw: unknown, source: string, languages: Languages, { fake }: Pick<Engine, 'fake'>): Verdict {
  if (typeof raw !== 'string') return { wrong: { id: 'engine.answer.not_text' } };
  if (!raw.isWellFormed()) return { wrong: { id: 'engine.answer.not_unicode' } };
  const { text, mended } = fake ? { text: raw } : mendPlaceholder(normalise(raw, source), source);
  const rules = fake ? textRules : [...textRules, ...translationRules];
  for (const rule of rules) {
    const wrong = rule({ source, target: text, languages });
    if (wrong) return { wrong };
  }
  return { text, ...(mended && { mended }) };
}

/** Plain text was asked for: entities that the source does not have were made on the way, one level of them. */
function normalise(raw: string, source: string): string {
  const text = findEntities(source).length === 0 ? decodeEntities(raw) : raw;
  const mended = hasMarkers(source) ? mendMarkers(text) : text;
  return mended.trim().normalize('NFC');
}

interface Pair {
  readonly source: string;
  readonly target: string;
  readonly languages: Languages;
}
type Rule = (pair: Pair) => Message | undefined;

const textRules: readonly Rule[] = [
  ({ target }) => (target.trim() === '' ? { id: 'engine.answer.empty' } : undefined),

  ({ source, target }) => {
    const found = target.match(invisible);
    if (found === null) return undefined;
    const old = new Set(source.match(invisible));
    const added = new Set(found.filter((character) => !old.has(character)));
    const characters = [...added].map((character) => `U+${hex(character)}`).join(' ');
    return added.size > 0 ? { id: 'engine.answer.invisible', values: { characters } } : undefined;
  },

  ({ source, target }) => {
    const [wanted, found] = [source, target].map((text) => [...findProtected(text)].sort().join(' '));
    if (wanted === found) return undefined;
    return { id: 'engine.answer.protected', values: { wanted: wanted || '–', found: found || '–' } };
  },

  ({ source, target }) => (areNested(target) || !areNested(source) ? undefined : { id: 'engine.answer.codes' }),

  ({ source, target }) => {
    if (!/[{}<]|\]\(/.test(target)) return undefined;
    const marks = ['{', '}', '<', '](', '<!--'].filter((mark) => count(target, mark) > count(source, mark));
    return marks.length > 0 ? { id: 'engine.answer.markup', values: { marks: marks.join(' ') } } : undefined;
  },
];

const translationRules: readonly Rule[] = [
  ({ source, target }) =>
    sameList(findEntities(source), findEntities(target)) ? undefined : { id: 'engine.answer.entity' },

  ({ source, target, languages }) => {
    const [from, to] = [weight(source, languages.source), weight(target, languages.target)];
    const tooShort = from >= 20 && to < 0.2 * from;
    const tooLong = to > 5 * from + 20;
    const values = { source: countCodePoints(source), target: countCodePoints(target) };
    return tooShort || tooLong ? { id: 'engine.answer.length', values } : undefined;
  },

  ({ source, target }) =>
    target === source.trim().normalize('NFC') && !mayStay(source) ? { id: 'engine.answer.unchanged' } : undefined,

  ({ source, target, languages }) =>
    isInScript(target, source, languages.target)
      ? undefined
      : { id: 'engine.answer.script', values: { language: languages.target } },
];

/** Controls, bidi controls, zero width, line separators, variation selectors, fillers, and what stands for a lost character. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]/gu;

function hex(character: string): string {
  return character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** Code points; one of a dense script says as much as 2.5 others (German to Korean: 0.39 of the characters, PUD median). */
function weight(text: string, language: Language): number {
  return countCodePoints(text) * (['ko', 'ja', 'zh'].includes(primaryLanguage(language)) ? 2.5 : 1);
}

/** Beside addresses and code: no words, one or two, or a name, whose words all begin with a capital or a figure. */
function mayStay(source: string): boolean {
  const words = maskProtected(source).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length <= 2 || words.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}
