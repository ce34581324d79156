import { memo } from 'preact/compat';
import type { UnitView } from '../../api.ts';
import { say } from '../words.ts';
import type { Current } from './current.ts';
import { Sentence, type SentenceProps } from './sentence.tsx';

interface Props extends Pick<SentenceProps, 'path' | 'languages'> {
  readonly unit: UnitView;
  /** Number of its first sentence, from 1. */
  readonly first: number;
  /** Only where the current sentence is in it. */
  readonly current: Current | undefined;
  readonly pending: ReadonlySet<string>;
  readonly hits: ReadonlySet<string> | undefined;
}

/** A paragraph. Of thousands, only those that a decision changed are drawn anew. */
export const Unit = memo(
  ({ unit, first, ...of }: Props) => (
    <section class="unit" data-unit={unit.unit} aria-label={nameOf(unit)}>
      {unit.unit !== 'paragraph' && <p class="unit-name">{nameOf(unit)}</p>}
      {unit.sentences.map((sentence, index) => (
        <Sentence
          key={sentence.id}
          sentence={sentence}
          number={first + index}
          path={of.path}
          languages={of.languages}
          visit={of.current?.id === sentence.id ? of.current : undefined}
          isPending={of.pending.has(sentence.id)}
          isHit={of.hits?.has(sentence.id) ?? true}
        />
      ))}
    </section>
  ),
  looksTheSame,
);

function looksTheSame(before: Props, after: Props): boolean {
  return (
    before.first === after.first &&
    before.current === after.current &&
    before.path === after.path &&
    before.hits === after.hits &&
    (before.unit === after.unit || shapeOf(before.unit) === shapeOf(after.unit)) &&
    after.unit.sentences.every(({ id }) => before.pending.has(id) === after.pending.has(id))
  );
}

const shapes = new WeakMap<UnitView, string>();

/** What it is, in the reader's language, and what the file calls it: `Wert nav.home`. */
function nameOf({ unit }: UnitView): string {
  const [kind = '', ...rest] = unit.split(' ');
  return [say('page.unit', { kind }), ...rest].join(' ');
}

/** All that is seen of it: not the lines, which a change above moves. */
function shapeOf(unit: UnitView): string {
  const known = shapes.get(unit);
  if (known !== undefined) return known;
  const shape = JSON.stringify({ ...unit, sentences: unit.sentences.map((sentence) => ({ ...sentence, line: 0 })) });
  shapes.set(unit, shape);
  return shape;
}
