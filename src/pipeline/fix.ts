import type { Entry, Fix } from '../model.ts';
import type { Settings } from '../settings.ts';
import { splice } from '../splice.ts';
import { isReviewed } from '../states.ts';
import { asShown } from './as-shown.ts';
import { type Rendering, renderDocument, type TranslatedDocument } from './render-document.ts';

/** A document with its safe corrections made. */
export interface FixedDocument extends TranslatedDocument {
  /** How many corrections. */
  readonly fixed: number;
}

/**
 * Makes the corrections that findings bring along. Whoever asks for them stands behind them as behind an edit of their own:
 * a reviewed target gets the state of an edited one. A sentence that would have more errors than before stays as it is.
 */
export function fixDocument(translated: TranslatedDocument, rendering: Rendering): FixedDocument {
  const fixes = fixesIn(translated);
  if (fixes.size === 0) return { ...translated, fixed: 0, changes: [] };
  const first = withFixes(translated, fixes, rendering);
  const [before, after] = [errorsIn(translated), errorsIn(first)];
  const worse = [...fixes.keys()].filter((entry) => {
    const now = first.result[translated.result.indexOf(entry)];
    return now !== undefined && (after.get(now) ?? 0) > (before.get(entry) ?? 0);
  });
  if (worse.length === 0) return first;
  for (const entry of worse) fixes.delete(entry);
  return withFixes(translated, fixes, rendering);
}

function withFixes(
  translated: TranslatedDocument,
  fixes: ReadonlyMap<Entry, readonly Fix[]>,
  rendering: Rendering,
): FixedDocument {
  const entries = translated.result.map((entry, at) => {
    const own = fixes.get(entry);
    if (own === undefined) return entry;
    const target = splice(entry.target, own);
    return asShown(fixedEntry(entry, target, rendering.settings), translated.matched[at]?.segment, translated.document);
  });
  const fixed = [...fixes.values()].reduce((sum, { length }) => sum + length, 0);
  return { ...renderDocument(translated, entries, { ...rendering, read: translated.review }), fixed };
}

/** From left to right, none over another. */
function fixesIn({ findings }: TranslatedDocument): Map<Entry, Fix[]> {
  const fixes = new Map<Entry, Fix[]>();
  for (const { entry, fix } of findings.toSorted((a, b) => (a.fix?.start ?? 0) - (b.fix?.start ?? 0))) {
    if (fix === undefined) continue;
    const own = fixes.get(entry);
    const last = own?.at(-1);
    if (own === undefined) fixes.set(entry, [fix]);
    else if (last !== undefined && fix.start >= Math.max(last.end, last.start + 1)) own.push(fix);
  }
  return fixes;
}

function fixedEntry(entry: Entry, target: string, { onEdit }: Settings): Entry {
  return isReviewed(entry) ? { ...entry, target, state: onEdit } : { ...entry, target };
}

function errorsIn({ findings }: TranslatedDocument): ReadonlyMap<Entry, number> {
  const errors = new Map<Entry, number>();
  for (const { entry, severity } of findings) {
    if (severity === 'error') errors.set(entry, (errors.get(entry) ?? 0) + 1);
  }
  return errors;
}
