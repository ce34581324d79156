import { exitStatus, UserError } from '../errors.ts';
import type { InlineCode, InlineText, MemoryUnit } from '../exchange/memory/index.ts';
import { readTmx } from '../exchange/memory/index.ts';
import { formatOf } from '../formats/index.ts';
import { anyUnit } from '../formats/unit-text.ts';
import { groupsOf } from '../memory/index.ts';
import type { Language, Pair, Place, ReviewFile, State } from '../model.ts';
import { isMarked, isReviewed } from '../states.ts';
import type { Problem, Project } from './project.ts';

/** A pair that people accepted, as the review files have it. */
export interface RememberedPair extends Pair {
  readonly language: Language;
  /** Path of the source document. */
  readonly document: string;
  readonly state: State;
  /** Of the target. */
  readonly place: Partial<Place>;
}

/** Reviewed and final pairs of a language, in the order of the documents' paths. Edits that no run has seen yet count as they stand. */
export function rememberedIn(project: Project, language: Language): readonly RememberedPair[] {
  const own = project.translations.filter((files) => files.language === language);
  const inOrder = own.toSorted((a, b) => (a.source < b.source ? -1 : 1));
  const gone = (project.orphans ?? []).filter((orphan) => orphan.language === language);
  return [...inOrder, ...gone].flatMap(({ source, review }) =>
    review === undefined || !('entries' in review) ? [] : pairsIn(source, review),
  );
}

function pairsIn(document: string, { path, languages, entries }: ReviewFile): readonly RememberedPair[] {
  return groupsOf(entries).flatMap(({ head, source }): readonly RememberedPair[] => {
    const { target, state, place } = head;
    if (target === '' || !isReviewed(head) || isMarked(target)) return [];
    return [{ source, target, language: languages.target, document, state, place: { file: path, ...place } }];
  });
}

/** A pair as other tools get it: with the codes that its document's format has. */
export function unitOf({ source, target, language, document, state }: RememberedPair): MemoryUnit {
  return { source: inlineOf(source, document), target: inlineOf(target, document), language, document, state };
}

/** An escape is a text: what it stands for, only its format knows. */
function inlineOf(text: string, path: string): InlineText {
  const codes = formatOf(path)?.inline?.codes(text, anyUnit) ?? [];
  const pieces: (string | InlineCode)[] = [];
  let from = 0;
  for (const [at, { kind, start, end, partner }] of codes.entries()) {
    if (kind === 'escape') continue;
    if (start > from) pieces.push(text.slice(from, start));
    const pair = partner === undefined || kind === 'alone' ? undefined : String(Math.min(at, partner));
    pieces.push({ kind, content: text.slice(start, end), pair });
    from = end;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** A unit of an imported file, with its place. */
export interface ImportedUnit extends MemoryUnit {
  readonly place: Partial<Place>;
}

export interface ImportedUnits {
  readonly units: readonly ImportedUnit[];
  /** Files that cannot be read. */
  readonly problems: readonly Problem[];
}

/** What the imported files of a language have, one after the other. */
export function importedIn({ settings, earlier }: Project, language: Language): ImportedUnits {
  const units: ImportedUnit[] = [];
  const problems: Problem[] = [];
  for (const file of earlier[language]?.imported ?? []) {
    try {
      const read = readTmx({ path: file.path, text: file.read() }, { source: settings.source, target: language });
      for (const { line, ...unit } of read.units) units.push({ ...unit, place: { file: file.path, line } });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(importProblem(error));
    }
  }
  return { units, problems };
}

export function importProblem({ text: message, hint, place }: UserError): Problem {
  return { message, hint, place, status: exitStatus.findings };
}
