import { useEffect } from 'preact/hooks';
import type { DocumentView } from '../../api.ts';
import { loadOverview, overview, sourceLanguage } from '../overview/overview.ts';
import { PageHeader } from '../page-header.tsx';
import { overviewAddress } from '../place.ts';
import { Standing } from '../progress-bar.tsx';
import { SourcePath } from '../source-path.tsx';
import { languageName, say } from '../words.ts';
import { startSomewhere } from './current.ts';
import { DocumentBar } from './document-bar.tsx';
import { closeDocument, openDocument, opened } from './opened.ts';
import { Panel } from './panel.tsx';
import { clearFilter, sentenceFilter } from './sentence-filter.ts';
import { StrayDrafts } from './stray-drafts.tsx';
import { Units } from './units.tsx';

export function DocumentPage({ path }: { readonly path: string }) {
  useEffect(() => {
    clearFilter();
    void openDocument(path).then(startSomewhere);
    if (overview.peek() === undefined) void loadOverview();
    document.title = say('page.title', { name: path });
    return closeDocument;
  }, [path]);
  const view = opened.value;
  return (
    <>
      <PageHeader>
        <a href={overviewAddress}>{say('page.overview')}</a>
      </PageHeader>
      {view?.path === path ? (
        <Opened view={view} />
      ) : (
        <main id="main" tabIndex={-1}>
          <p class="quiet">{say('page.loading')}</p>
        </main>
      )}
    </>
  );
}

function Opened({ view }: { readonly view: DocumentView }) {
  return (
    <div class="document">
      <main id="main" tabIndex={-1}>
        <div class="masthead">
          <h1>
            <SourcePath path={view.source} /> <span class="into">→ {languageName(view.language)}</span>
          </h1>
          <Standing states={view.states} />
        </div>
        {view.problem !== undefined && <p class="trouble">{view.problem}</p>}
        <DocumentBar view={view} />
        <StrayDrafts view={view} />
        <Units key={JSON.stringify(sentenceFilter.value)} view={view} source={sourceLanguage.value} />
      </main>
      <Panel view={view} />
    </div>
  );
}
