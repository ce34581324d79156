import { useState } from 'preact/hooks';
import type { DocumentView } from '../../api.ts';
import { say } from '../words.ts';
import { dropDraft, strayDrafts } from './drafts.ts';
import { positions } from './opened.ts';

/** What was being written at sentences that have left the document meanwhile: to be copied, not lost. */
export function StrayDrafts({ view }: { readonly view: DocumentView }) {
  const [, redraw] = useState(0);
  const drafts = strayDrafts(view, positions.value);
  if (drafts.length === 0) return null;
  return (
    <section class="outdated" aria-label={say('page.stray')}>
      <p>{say('page.stray')}</p>
      {drafts.map(([key, { text }]) => (
        <div key={key.id + key.field}>
          <p class="disk" lang={key.field === 'target' ? view.language : undefined}>
            {text}
          </p>
          <button type="button" onClick={() => redraw((times) => times + Number(dropped(key)))}>
            {say('page.edit.discard')}
          </button>
        </div>
      ))}
    </section>
  );
}

function dropped(key: Parameters<typeof dropDraft>[0]): true {
  dropDraft(key);
  return true;
}
