import { useMemo } from 'preact/hooks';
import type { DocumentView, UnitView } from '../../api.ts';
import { useGrowing } from '../use-growing.ts';
import { say } from '../words.ts';
import { current } from './current.ts';
import { pending } from './decide.ts';
import { hits } from './sentence-filter.ts';
import { Unit } from './unit.tsx';

interface Props {
  readonly view: DocumentView;
  readonly source: string;
}

interface Numbered {
  readonly unit: UnitView;
  readonly first: number;
}

export function Units({ view, source }: Props) {
  const all = useMemo(() => numbered(view.units), [view.units]);
  const languages = useMemo(() => ({ source, target: view.language }), [source, view.language]);
  const shown =
    hits.value === undefined ? all : all.filter(({ unit }) => unit.sentences.some(({ id }) => hits.value?.has(id)));
  const at = shown.findIndex(({ unit }) => contains(unit, current.value?.id));
  const drawn = useGrowing(shown.length, Math.max(at, 0) + 30);
  if (shown.length === 0) return <p class="quiet">{say('page.nothing.shown')}</p>;
  return (
    <div class="units">
      {shown.slice(0, drawn).map(({ unit, first }, index) => (
        <Unit
          key={first}
          unit={unit}
          first={first}
          path={view.path}
          languages={languages}
          current={index === at ? current.value : undefined}
          pending={pending.value}
          hits={hits.value}
        />
      ))}
    </div>
  );
}

function numbered(units: readonly UnitView[]): readonly Numbered[] {
  let next = 1;
  return units.map((unit) => {
    const first = next;
    next += unit.sentences.length;
    return { unit, first };
  });
}

function contains({ sentences }: UnitView, id: string | undefined): boolean {
  return id !== undefined && sentences.some((sentence) => sentence.id === id);
}
