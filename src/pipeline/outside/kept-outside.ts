import { exitStatus } from '../../errors.ts';
import { collapse } from '../../fingerprint.ts';
import type { Document, Message } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { columnAt, lineAt } from '../place-in.ts';
import type { Problem, TranslationFiles } from '../project.ts';
import { localiseDocument, segmentDocument } from '../segment.ts';
import { type Outline, outlineOf, saidBy } from './outline.ts';
import { type Clash, type Known, type Outside, outsideEdits } from './outside.ts';
import type { Layout } from './regions.ts';

/**
 * What a person changed outside of the sentences, or why the document is left alone. `layouts` are those of both sides where
 * a merge left the file; `undefined`: they changed the same gap, differently.
 */
export function keptOutside(
  document: Document,
  layouts: readonly (Layout | undefined)[],
  { files, settings }: { readonly files: TranslationFiles; readonly settings: Settings },
): Outside | Problem | undefined {
  const known = knownOf(document, files, settings);
  const kept = new Map<number, readonly string[]>();
  for (const layout of layouts) {
    if (layout === undefined) continue;
    const { outside, clash } = outsideEdits(document, layout, { known, language: files.language, settings });
    if (clash !== undefined) return problemOf(clash, { ...files, text: layout.text });
    for (const [gap, texts] of outside) {
      // Blanks around added paragraphs differ with those that each side has.
      if (layouts.length > 1 && texts.every((text) => text.trim() === '')) continue;
      const other = kept.get(gap) ?? texts;
      if (saidBy(other.join('')) !== saidBy(texts.join(''))) return undefined;
      kept.set(gap, texts);
    }
  }
  return kept;
}

function knownOf({ path, format }: Document, { before, language }: TranslationFiles, settings: Settings): Known {
  const outlineAt = (text: string): Outline =>
    outlineOf(
      localiseDocument(segmentDocument({ path, text }, format, settings), language, settings),
      language,
      settings,
    );
  return {
    last: () => before?.last(),
    history: () => {
      const committed = before?.committed();
      if (committed === undefined) return undefined;
      const { texts, translated } = committed;
      return {
        versions: texts.map(outlineAt),
        translated: translated === undefined ? undefined : outlineAt(translated),
      };
    },
  };
}

function problemOf(clash: Clash, files: TranslationFiles): Problem {
  const { path, text = '' } = files;
  const [start, values] = difference(clash.source, clash.inFile);
  const offset = clash.at + (clash.isInside ? 0 : start);
  return {
    message: { ...messageOf(clash), values },
    hint: hintOf(clash),
    place: { file: path, line: lineAt(text, offset), column: columnAt(text, offset) },
    status: exitStatus.findings,
    files,
  };
}

function messageOf({ isInside, isKnown }: Clash): Message {
  if (isInside) return { id: 'translate.inside' };
  return { id: isKnown ? 'translate.outside' : 'translate.outside.unknown' };
}

function hintOf({ isInside, isKnown }: Clash): Message {
  if (isInside) return { id: 'translate.inside.hint' };
  return { id: isKnown ? 'translate.outside.hint' : 'translate.outside.unknown.hint' };
}

/** Whole lines that are not the same in both, and where they begin in the second. */
function difference(
  source: string,
  inFile: string,
): readonly [number, { readonly source: string; readonly file: string }] {
  const [left, right] = [source.split('\n'), inFile.split('\n')];
  let [start, end] = [0, 0];
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start += 1;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const own = (lines: readonly string[]) => collapse(lines.slice(start, lines.length - end).join('\n'));
  const before = right.slice(0, start).join('\n').length;
  return [before + (start > 0 ? 1 : 0), { source: own(left), file: own(right) }];
}
