import type { Overview } from '../../api.ts';
import { languageName, say } from '../words.ts';
import { type DocumentFilter, shows } from './filter.ts';

interface Props {
  readonly view: Overview;
  readonly filter: DocumentFilter;
  readonly change: (next: Partial<DocumentFilter>) => void;
}

export function FilterBar({ view, filter, change }: Props) {
  const languages = view.targets.map((tag) => ({ value: tag, name: languageName(tag) }));
  const engines = view.engines.map((id) => ({ value: id, name: id }));
  return (
    <search class="filters">
      <input
        type="search"
        id="search"
        aria-label={say('page.search.documents')}
        placeholder={say('page.search.documents')}
        value={filter.text}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <select
        aria-label={say('page.show')}
        value={filter.show}
        onChange={(event) => change({ show: event.currentTarget.value as DocumentFilter['show'] })}
      >
        {shows.map((show) => (
          <option key={show} value={show}>
            {say(`page.show.${show}`)}
          </option>
        ))}
      </select>
      <Choice
        label={say('page.target')}
        options={languages}
        value={filter.language}
        change={(language) => change({ language })}
      />
      <Choice
        label={say('page.engine')}
        options={engines}
        value={filter.engine}
        change={(engine) => change({ engine })}
      />
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly value: string;
  readonly change: (value: string) => void;
}

/** Nothing to choose from a single one. */
function Choice({ label, options, value, change }: ChoiceProps) {
  if (options.length < 2) return null;
  return (
    <select aria-label={label} value={value} onChange={(event) => change(event.currentTarget.value)}>
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
