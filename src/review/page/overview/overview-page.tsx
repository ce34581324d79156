import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Overview } from '../../api.ts';
import { PageHeader } from '../page-header.tsx';
import { Standing, sumOf } from '../progress-bar.tsx';
import { useGrowing } from '../use-growing.ts';
import { say } from '../words.ts';
import { type DocumentFilter, everything, rowsOf, type SourceRow } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { loadOverview, overview } from './overview.ts';
import { SourceItem } from './source-item.tsx';

export function OverviewPage() {
  useEffect(() => void loadOverview(), []);
  return (
    <>
      <PageHeader />
      <main id="main" tabIndex={-1}>
        {overview.value === undefined ? <p class="quiet">{say('page.loading')}</p> : <Documents {...overview.value} />}
      </main>
    </>
  );
}

function Documents(view: Overview) {
  const filter = useSignal<DocumentFilter>(everything);
  const rows = useMemo(() => rowsOf(view.documents, filter.value), [view.documents, filter.value]);
  const translations = rows.flatMap((row) => row.translations);
  useEffect(() => {
    document.title = say('page.title', { name: view.project });
  }, [view.project]);
  return (
    <>
      <div class="masthead">
        <h1>
          <bdi>{view.project}</bdi>
        </h1>
        <Standing states={sumOf(translations.map(({ states }) => states))} />
      </div>
      <FilterBar view={view} filter={filter.value} change={(next) => (filter.value = { ...filter.value, ...next })} />
      <p class="quiet" role="status">
        {say('page.overview.count', { documents: rows.length, translations: translations.length })}
        {view.reading !== undefined && ` · ${say('page.reading', { count: view.reading })}`}
      </p>
      <Sources key={JSON.stringify(filter.value)} rows={rows} view={view} />
    </>
  );
}

function Sources({ rows, view }: { readonly rows: readonly SourceRow[]; readonly view: Overview }) {
  const drawn = useGrowing(rows.length, 40);
  return (
    <ul class="sources">
      {rows.slice(0, drawn).map((row) => (
        <SourceItem key={row.source} row={row} targets={view.targets} language={view.source} />
      ))}
    </ul>
  );
}
