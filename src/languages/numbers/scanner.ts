import { type Beside, type Figures, figureReader } from './figures.ts';
import { matches } from './matches.ts';
import type { Quantity } from './quantity.ts';

/** How a language writes quantities: the longest forms first, and the words between amounts that share a scale. */
export interface Grammar {
  readonly rules: readonly Rule[];
  readonly joints: RegExp;
}

/** A way to write a quantity. `pattern` is global; it stays linear on any input. Most rules are done at what is cheap to look for. */
export interface Rule {
  /** What its figures have beside them, which is looked for first and for all rules at once. */
  readonly beside?: Beside | undefined;
  /** Some matches have no figure at all, as the names of months. All others have one among their first characters. */
  readonly figureless?: true;
  /** What every match has in it. */
  readonly sign?: RegExp | undefined;
  readonly pattern: RegExp;
  /** The quantities of a match; `[]` takes the text and gives it no value; `undefined` leaves it to the rules that follow. */
  read(match: Found): readonly Quantity[] | undefined;
}

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Stands where a quantity was taken: no letter, no digit, no blank. */
const taken = '\ufffc';

/** Applies the rules in order; what one took, the next ones no longer see. The quantities come in text order. */
export function scannerOf(rules: readonly Rule[]): (text: string) => readonly Quantity[] {
  const wanted = [...new Set(rules.flatMap(({ beside }) => beside ?? []))];
  const bits = rules.map(({ beside }) => (beside === undefined ? always : 1 << wanted.indexOf(beside)));
  const figuresOf = figureReader(wanted);
  return (text) => {
    const quantities: Quantity[] = [];
    const figures = figuresOf(text);
    const seen = figures.beside | always;
    let rest = text;
    for (let index = 0; index < rules.length; index++) {
      const rule = rules[index]!;
      if ((bits[index]! & seen) !== 0 && rule.sign?.test(text) !== false)
        rest = apply(rule, rest, { figures, quantities });
    }
    return quantities.sort((a, b) => a.start - b.start);
  };
}

/** The bit of rules that say nothing of their figures; the others of a language have fewer sets than there are bits below it. */
const always = 1 << 31;

interface Scanned {
  readonly figures: Figures;
  readonly quantities: Quantity[];
}

/** No match has as many characters before its first figure: `Viertel nach 7`. */
const longestOpening = 16;

function apply(rule: Rule, text: string, { figures, quantities }: Scanned): string {
  let rest = '';
  let done = 0;
  const [from, to] = rule.figureless ? [0, text.length] : [figures.first - longestOpening, figures.last];
  for (const match of matches(text, rule.pattern, { from, to })) {
    const end = match.index + match[0].length;
    const read = rule.read({ start: match.index, end, text: match[0], groups: match.groups ?? {} });
    if (read === undefined) continue;
    quantities.push(...read);
    rest += text.slice(done, match.index) + taken.repeat(end - match.index);
    done = end;
  }
  return done === 0 ? text : rest + text.slice(done);
}
