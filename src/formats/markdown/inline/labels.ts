import type { Range, Unit } from '../../../model.ts';
import { normaliseLabel } from '../blocks/label.ts';

export { normaliseLabel };

/** All units of a document share their labels. */
export function labelsOf({ labels }: Unit): ReadonlySet<string> {
  if (labels === undefined || labels.length === 0) return none;
  const known = sets.get(labels) ?? new Set(labels.map(normaliseLabel));
  sets.set(labels, known);
  return known;
}

const none: ReadonlySet<string> = new Set();
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** `[label]` at `at`: where the text in it lies. Empty for `[]`. */
export function labelAt(text: string, at: number): Range | undefined {
  if (text[at] !== '[') return undefined;
  const limit = Math.min(text.length, at + 1001);
  for (let end = at + 1; end < limit; end += text[end] === '\\' ? 2 : 1) {
    if (text[end] === ']') return { start: at + 1, end };
    if (text[end] === '[') return undefined;
  }
  return undefined;
}
