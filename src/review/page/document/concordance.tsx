import { useState } from 'preact/hooks';
import type { Concordance, SentenceView } from '../../api.ts';
import { warnOf } from '../notices.tsx';
import { sourceLanguage } from '../overview/overview.ts';
import { get } from '../server.ts';
import { say } from '../words.ts';
import { takeOver } from './actions.ts';

interface Props {
  readonly sentence: SentenceView;
  readonly language: string;
}

export function ConcordanceSearch({ sentence, language }: Props) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Concordance>();
  const search = (event: Event): void => {
    event.preventDefault();
    if (text.trim() !== '') get<Concordance>('/api/concordance', { language, text }).then(setFound, warnOf);
  };
  return (
    <section>
      <h3>{say('page.concordance')}</h3>
      <form onSubmit={search} class="concordance">
        <input
          type="search"
          id="concordance"
          aria-label={say('page.concordance.words')}
          value={text}
          onFocus={(event) => event.currentTarget.value === '' && setText(selectedWords())}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">{say('page.concordance.search')}</button>
      </form>
      <p class="quiet" role="status">
        {found && say('page.concordance.found', { count: found.hits.length + found.more })}
      </p>
      <ul class="matches">
        {found?.hits.map((hit) => (
          <li key={hit.document + hit.source + hit.target}>
            <p lang={sourceLanguage.value}>{hit.source}</p>
            <p lang={language}>{hit.target}</p>
            <p class="quiet">
              <bdi>{hit.document}</bdi>
              <button type="button" onClick={() => takeOver(sentence, hit.target)}>
                {say('page.matches.use')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Words that are marked in a sentence are what people want to look up. */
function selectedWords(): string {
  return String(getSelection()).trim().slice(0, 200);
}
