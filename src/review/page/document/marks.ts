import type { FindingView, Run, TermView, TextRange } from '../../api.ts';

/** What is marked in a text. */
export interface Marks {
  /** The text against the one that was reviewed last. */
  readonly runs?: readonly Run[] | undefined;
  readonly terms?: readonly TermView[];
  /** Findings with their words in this text. */
  readonly findings?: readonly (TextRange & Pick<FindingView, 'severity' | 'message'>)[];
}

/** Words that carry the same marks. */
export interface Piece {
  readonly text: string;
  readonly change: Run['kind'];
  readonly term?: TermView | undefined;
  readonly finding?: NonNullable<Marks['findings']>[number] | undefined;
}

/** The text cut where marks begin and end, with what was removed from it in between. */
export function piecesOf(text: string, marks: Marks): readonly Piece[] {
  let end = 0;
  return runsOf(text, marks).flatMap((run): readonly Piece[] => {
    if (run.kind === 'removed') return [{ text: run.text, change: 'removed' }];
    const start = end;
    end += run.text.length;
    return cut(text, { start, end }, marks).map((piece) => ({ ...piece, change: run.kind }));
  });
}

/** Runs of another text than this one would put every mark at a wrong word. */
function runsOf(text: string, { runs = [] }: Marks): readonly Run[] {
  const own = runs.filter(({ kind }) => kind !== 'removed').map((run) => run.text);
  return own.join('') === text && runs.length > 0 ? runs : [{ kind: 'same', text }];
}

function cut(text: string, within: TextRange, { terms = [], findings = [] }: Marks): readonly Omit<Piece, 'change'>[] {
  const edges = [...terms, ...findings].flatMap(({ start, end }) => [start, end]);
  const inside = edges.filter((edge) => edge > within.start && edge < within.end);
  const starts = [...new Set([within.start, ...inside])].sort((a, b) => a - b);
  return starts.map((start, index) => ({
    text: text.slice(start, starts[index + 1] ?? within.end),
    term: terms.find((term) => covers(term, start)),
    finding: findings.find((finding) => covers(finding, start)),
  }));
}

const covers = ({ start, end }: TextRange, offset: number): boolean => start <= offset && offset < end;
