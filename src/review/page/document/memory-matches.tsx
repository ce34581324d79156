import { useEffect, useState } from 'preact/hooks';
import type { Matches, SentenceView } from '../../api.ts';
import { warnOf } from '../notices.tsx';
import { sourceLanguage } from '../overview/overview.ts';
import { get } from '../server.ts';
import { say, sayNumber } from '../words.ts';
import { takeOver } from './actions.ts';

/** Whoever runs through the sentences asks for none of them, in milliseconds. */
const rest = 150;

interface Props {
  readonly path: string;
  readonly sentence: SentenceView;
  readonly language: string;
}

export function MemoryMatches({ path, sentence, language }: Props) {
  const found = useMatches(path, sentence);
  return (
    <section>
      <h3>{say('page.matches')}</h3>
      {found?.matches.length === 0 && <p class="quiet">{say('page.matches.none')}</p>}
      <ul class="matches">
        {found?.matches.map((match) => (
          <li key={match.document + match.source + match.target}>
            <p lang={sourceLanguage.value}>{match.source}</p>
            <p lang={language}>{match.target}</p>
            <p class="quiet">
              <b>{sayNumber(match.similarity)} %</b> · <bdi>{match.document}</bdi>
              <button type="button" onClick={() => takeOver(sentence, match.target)}>
                {say('page.matches.use')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useMatches(path: string, { id, source }: SentenceView): Matches | undefined {
  const [found, setFound] = useState<Matches>();
  useEffect(() => {
    setFound(undefined);
    if (source === undefined) return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      get<Matches>('/api/matches', { path, id }, leaving.signal).then(setFound, warnOf);
    }, rest);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [path, id, source]);
  return found;
}
