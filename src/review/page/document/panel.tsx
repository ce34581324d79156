import { signal } from '@preact/signals';
import type { DocumentView, SentenceView } from '../../api.ts';
import { KeyHint } from '../key-hint.tsx';
import { sourceLanguage } from '../overview/overview.ts';
import { say } from '../words.ts';
import { ConcordanceSearch } from './concordance.tsx';
import { current } from './current.ts';
import { MemoryMatches } from './memory-matches.tsx';
import { positions, sentenceOf } from './opened.ts';
import { Preview } from './preview.tsx';

/** What stands beside the sentences. On a narrow screen it covers them, so there it is closed at first. */
export const side = signal<'memory' | 'preview' | undefined>(
  matchMedia('(min-width: 70rem)').matches ? 'memory' : undefined,
);

const letters = { memory: 'm', preview: 'p' } as const;

export function turnTo(wanted: 'memory' | 'preview'): void {
  side.value = side.peek() === wanted ? undefined : wanted;
}

export function Panel({ view }: { readonly view: DocumentView }) {
  const sentence = sentenceOf(current.value?.id);
  return (
    <aside class={side.value === undefined ? 'panel' : 'panel open'} aria-label={say('page.panel')}>
      <div class="buttons tabs">
        {(['memory', 'preview'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-keyshortcuts={letters[name]}
            aria-pressed={side.value === name}
            onClick={() => turnTo(name)}
          >
            {say(`page.${name}`)} <KeyHint of={letters[name]} />
          </button>
        ))}
      </div>
      {side.value === 'memory' && sentence && <About view={view} sentence={sentence} />}
      {side.value === 'preview' && <Preview path={view.path} revision={view.revision} />}
    </aside>
  );
}

interface Props {
  readonly view: DocumentView;
  readonly sentence: SentenceView;
}

function About({ view, sentence }: Props) {
  return (
    <>
      <h2>{say('page.sentence.number', { number: (positions.value.get(sentence.id) ?? 0) + 1 })}</h2>
      <p class="quiet">
        {sentence.machine === undefined
          ? say(`page.state.${sentence.state}`)
          : say('page.by', { state: say(`page.state.${sentence.state}`), machine: sentence.machine })}
        {' · '}
        {say('page.line', { line: sentence.line })}
      </p>
      {sentence.terms.length > 0 && <Terms terms={sentence.terms} language={view.language} />}
      {sentence.previous && <Before {...sentence.previous} language={view.language} />}
      <MemoryMatches path={view.path} sentence={sentence} language={view.language} />
      <ConcordanceSearch sentence={sentence} language={view.language} />
    </>
  );
}

function Terms({ terms, language }: { readonly terms: SentenceView['terms']; readonly language: string }) {
  const known = new Map(terms.map((term) => [term.term, term.admitted]));
  return (
    <section>
      <h3>{say('page.terms')}</h3>
      <dl class="terms">
        {[...known].map(([term, admitted]) => (
          <div key={term}>
            <dt lang={sourceLanguage.value}>{term}</dt>
            <dd lang={language}>{admitted.join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Before({
  source,
  target,
  language,
}: {
  readonly source: string;
  readonly target: string;
  readonly language: string;
}) {
  return (
    <section>
      <h3>{say('page.before')}</h3>
      <p class="panel-text" lang={sourceLanguage.value}>
        {source}
      </p>
      <p class="panel-text" lang={language}>
        {target}
      </p>
    </section>
  );
}
