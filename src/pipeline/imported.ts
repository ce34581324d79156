import { UserError } from '../errors.ts';
import { type InlineText, isHtml, type ReadUnit, readTmx, textOf } from '../exchange/memory/index.ts';
import { sentenceSplitter } from '../languages/sentences/index.ts';
import type { MemoryEntry } from '../memory/index.ts';
import type { Code, Language, Languages, Pair } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { ImportedFile, Problem, Project } from './project.ts';
import { importProblem } from './remembered.ts';
import { type Split, splitterOf } from './split-unit.ts';

/** What TMX files of other tools know, of which none is read before somebody asks. */
export interface Imported {
  pairs(language: Language): readonly MemoryEntry[];
  /** Of those that were read, the ones that cannot be: the run goes on without them. */
  problems(): readonly Problem[];
}

export function openImported({ settings, earlier }: Pick<Project, 'settings' | 'earlier'>): Imported {
  const problems: Problem[] = [];
  const known = new Map<Language, readonly MemoryEntry[]>();
  const read = (language: Language) => {
    const languages = { source: settings.source, target: language };
    return (earlier[language]?.imported ?? []).flatMap((file) => {
      const pairs = tryRead(file, languages, settings);
      if (!(pairs instanceof UserError)) return pairs;
      problems.push(importProblem(pairs));
      return [];
    });
  };
  return {
    pairs(language) {
      const pairs = known.get(language) ?? read(language);
      known.set(language, pairs);
      return pairs;
    },
    problems: () => problems,
  };
}

function tryRead(file: ImportedFile, languages: Languages, settings: Settings): readonly MemoryEntry[] | UserError {
  try {
    return importedPairs({ path: file.path, text: file.read() }, languages, settings);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** The pairs of a TMX file as documents have them: sentences, with codes as they are written there. */
export function importedPairs(
  file: { readonly path: string; readonly text: string },
  languages: Languages,
  { sentences }: Pick<Settings, 'sentences'>,
): readonly MemoryEntry[] {
  const splits = {
    source: sentenceSplitter(languages.source, sentences),
    target: sentenceSplitter(languages.target, sentences),
  };
  const inSentences = (unit: ReadUnit): readonly Pair[] => {
    const parts = (side: 'source' | 'target') => partsOf(unit[side], splitterOf(codesIn(unit[side]), splits[side]));
    const [source, target] = [parts('source'), parts('target')];
    const isEven = source.length > 1 && source.length === target.length;
    return isEven ? source.map((text, at) => ({ source: text, target: target[at]! })) : [];
  };
  const { units } = readTmx(file, languages);
  return units
    .flatMap((unit) => {
      const split = unit.isParagraph ? inSentences(unit) : [];
      return split.length > 0 ? split : wholePairs(unit);
    })
    .map((pair) => ({ ...pair, before: '', after: '', path: file.path }));
}

/** With the tags of HTML, and without: plain text says the same. */
function wholePairs({ source, target }: ReadUnit): readonly Pair[] {
  const pair = { source: textOf(source), target: textOf(target) };
  const codes = [...source, ...target].filter((piece) => typeof piece !== 'string');
  if (codes.length === 0 || !codes.every(({ content }) => isHtml(content))) return [pair];
  const bare = { source: textOf(source, 'without').trim(), target: textOf(target, 'without').trim() };
  return bare.source === '' || bare.target === '' ? [pair] : [pair, bare];
}

function partsOf(text: InlineText, split: Split): readonly string[] {
  const whole = textOf(text);
  return split(whole).map(({ start, end }) => whole.slice(start, end));
}

/** No sentence ends in a code, and none between two ends of a pair. */
function codesIn(text: InlineText): Parameters<typeof splitterOf>[0] {
  const codes: Code[] = [];
  const open = new Map<string, number>();
  let at = 0;
  for (const piece of text) {
    const length = typeof piece === 'string' ? piece.length : piece.content.length;
    if (typeof piece !== 'string') {
      const { kind, pair = '' } = piece;
      const partner = kind === 'close' ? open.get(pair) : undefined;
      if (kind === 'open') open.set(pair, codes.length);
      if (partner !== undefined) codes[partner] = { ...codes[partner]!, partner: codes.length };
      codes.push({ kind, partner, start: at, end: at + length });
    }
    at += length;
  }
  return { inline: { codes: () => codes, signs: '', escape: (plain, where) => plain[where] ?? '' } };
}
