import type { DocumentView } from '../../api.ts';
import { KeyHint } from '../key-hint.tsx';
import { prefer, preferences } from '../preferences.ts';
import { say } from '../words.ts';
import { acceptAllClean } from './actions.ts';
import { undo } from './decide.ts';
import { sentences } from './opened.ts';
import {
  filterSentences,
  hits,
  needsReview,
  type SentenceFilter,
  sentenceFilter,
  sentenceShows,
} from './sentence-filter.ts';

export function DocumentBar({ view }: { readonly view: DocumentView }) {
  const clean = sentences.value.filter((sentence) => needsReview(sentence) && sentence.findings.length === 0);
  return (
    <div class="document-bar">
      <SentenceSearch />
      <fieldset class="buttons" aria-label={say('page.document.actions')}>
        <button type="button" disabled={clean.length === 0} onClick={() => void acceptAllClean()}>
          {say('page.accept.clean', { count: clean.length })}
        </button>
        <button type="button" aria-keyshortcuts="u" disabled={!view.canUndo} onClick={() => void undo()}>
          {say('page.undo')} <KeyHint of="u" />
        </button>
        <button
          type="button"
          aria-keyshortcuts="d"
          aria-pressed={preferences.value.changes === 'shown'}
          onClick={toggleChanges}
        >
          {say('page.changes')} <KeyHint of="d" />
        </button>
        {view.unsaved > 0 && <span class="quiet">{say('page.unsaved', { count: view.unsaved })}</span>}
      </fieldset>
    </div>
  );
}

export function toggleChanges(): void {
  prefer({ changes: preferences.peek().changes === 'shown' ? 'hidden' : 'shown' });
}

function SentenceSearch() {
  const filter = sentenceFilter.value;
  const change = (next: Partial<SentenceFilter>): void => filterSentences({ ...filter, ...next }, sentences.peek());
  return (
    <search class="filters">
      <input
        type="search"
        id="search"
        aria-label={say('page.search.sentences')}
        placeholder={say('page.search.sentences')}
        value={filter.text}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <select
        aria-label={say('page.show')}
        value={filter.show}
        onChange={(event) => change({ show: event.currentTarget.value as SentenceFilter['show'] })}
      >
        {sentenceShows.map((show) => (
          <option key={show} value={show}>
            {say(`page.show.${show}`)}
          </option>
        ))}
      </select>
      {hits.value && <span role="status">{say('page.hits', { count: hits.value.size })}</span>}
    </search>
  );
}
