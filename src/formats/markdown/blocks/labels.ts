import type { Unit } from '../../../model.ts';
import { splice } from '../../../splice.ts';
import { containersIn } from './containers.ts';
import { breaksIn } from './folds.ts';
import { normaliseLabel } from './label.ts';

/** Labels in brackets that the document defines, normalised, each once: `[label]`, `[text][label]`, `[^1]`. */
export function labelsIn(text: string, unit: Unit, known: ReadonlySet<string>): readonly string[] {
  const raw = splice(text, breaksIn(text, containersIn(unit.style ?? '')));
  const labels = new Set<string>();
  let open = -1;
  for (let at = 0; at < raw.length; at += 1) {
    const sign = raw[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') open = at + 1;
    else if (sign === ']' && open >= 0) {
      const label = at - open > 1000 ? '' : normaliseLabel(raw.slice(open, at));
      if (known.has(label)) labels.add(label);
      open = -1;
    }
  }
  return [...labels];
}
