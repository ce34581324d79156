import type { Colors } from 'picocolors/types.js';
import type { Language, Pair } from '../model.ts';
import type { Say } from './change-report.ts';
import { markedPieces } from './marked.ts';
import { visibleText } from './visible.ts';

/** A sentence, and what the memory knows for it. */
export interface LookedUp {
  readonly source: string;
  readonly matches: readonly ShownMatch[];
}

interface ShownMatch extends Pair {
  readonly kind: 'context' | 'exact' | 'fuzzy';
  /** 0–100. */
  readonly similarity: number;
  /** Of the file that it stands in. */
  readonly path: string;
}

/** Each sentence with its matches below: how similar, from where, what differs in its source, and the target. */
export function lookUpLines(
  { source, matches }: LookedUp,
  language: Language,
  { say, colors }: { readonly say: Say; readonly colors: Colors },
): readonly string[] {
  const linesOf = ({ similarity, kind, path, ...match }: ShownMatch): readonly string[] => {
    const how = colors.dim(`${say({ id: `match.${kind}` })} · ${visibleText(path)}`);
    const marked = () =>
      markedPieces(visibleText(match.source), visibleText(source), language, colors)
        .map(({ text, paint }) => paint(text))
        .join('');
    const difference = kind === 'fuzzy' ? [marked()] : [];
    const texts = [...difference, visibleText(match.target)].map((text) => `         ${text}`);
    return [`  ${colors.cyan(percent(similarity))}  ${how}`, ...texts];
  };
  const none = `  ${colors.dim(say({ id: 'memory.lookup.none' }))}`;
  return [colors.bold(visibleText(source)), ...(matches.length === 0 ? [none] : matches.flatMap(linesOf)), ''];
}

/** Rounded down: only what is the same is 100 %. */
const percent = (similarity: number): string => `${Math.floor(similarity)} %`.padStart(5);
