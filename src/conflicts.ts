/** A text that git left in conflict, as each side has it. */
export interface Conflicted {
  readonly ours: Version;
  readonly theirs: Version;
  /** What both come from, in the styles that show it. */
  readonly base?: Version | undefined;
  readonly labels: Labels;
}

export interface Version {
  readonly text: string;
  /** For each of its lines, which one of the conflicted text it is, from 1. */
  readonly lines: readonly number[];
}

/** What git calls the sides, behind its markers: `HEAD`, a branch, a commit. */
export interface Labels {
  readonly ours: string;
  readonly theirs: string;
  readonly base: string;
}

/**
 * Takes git's conflict markers apart (merge, diff3 and zdiff3 style). Markers of another length than the first one stand
 * in a base that was in conflict itself: they are text, as is whatever has no place where it stands. `undefined`: there
 * is no conflict, or one without an end.
 */
export function readConflicts(text: string): Conflicted | undefined {
  const all = text.split('\n');
  const size = all.find((line) => opening.test(line))?.search(/[^<]|$/);
  if (size === undefined) return undefined;
  const marker = new RegExp(`^([<>|=])\\1{${size - 1}}(?:[ \\t\\r]([^]*))?$`);
  const numbers: Record<Side, number[]> = { ours: [], theirs: [], base: [] };
  const labels: Partial<Record<Side, string>> = {};
  let part: Part = 'both';
  for (const [at, line] of all.entries()) {
    const [, sign = '', label = ''] = marker.exec(line) ?? [];
    const next: Part | undefined = nextPart[part][sign];
    if (next === undefined) for (const side of sides) if (part === 'both' || part === side) numbers[side].push(at + 1);
    const named = next === undefined ? undefined : labelled[sign];
    if (named !== undefined) labels[named] ??= label.trim();
    part = next ?? part;
  }
  if (part !== 'both') return undefined;
  const version = (side: Side): Version => ({
    text: numbers[side].map((line) => all[line - 1]).join('\n'),
    lines: numbers[side],
  });
  const base = labels.base === undefined ? undefined : version('base');
  return {
    ours: version('ours'),
    theirs: version('theirs'),
    base,
    labels: { ours: '', theirs: '', base: '', ...labels },
  };
}

const opening = /^<{7,}(?:\s|$)/;

type Side = keyof Labels;
type Part = Side | 'both';

const sides: readonly Side[] = ['ours', 'theirs', 'base'];

/** What a marker opens, by what it stands in. */
const nextPart: Readonly<Record<Part, Readonly<Record<string, Part>>>> = {
  both: { '<': 'ours' },
  ours: { '|': 'base', '=': 'theirs' },
  base: { '=': 'theirs' },
  theirs: { '>': 'both' },
};

/** Whose name stands behind a marker. */
const labelled: Readonly<Record<string, Side>> = { '<': 'ours', '|': 'base', '>': 'theirs' };
