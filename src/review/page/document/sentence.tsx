import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SentenceView } from '../../api.ts';
import { preferences } from '../preferences.ts';
import { signs } from '../progress-bar.tsx';
import { say } from '../words.ts';
import { actions } from './actions.ts';
import { type Current, pointAt } from './current.ts';
import { draftOf } from './drafts.ts';
import { Editor } from './editor.tsx';
import { Findings } from './findings.tsx';
import { MarkedText } from './marked-text.tsx';
import type { Marks } from './marks.ts';
import { NoteEditor } from './note-editor.tsx';
import { SentenceActions } from './sentence-actions.tsx';
import { needsReview } from './sentence-filter.ts';

export interface SentenceProps {
  readonly sentence: SentenceView;
  /** From 1. */
  readonly number: number;
  readonly path: string;
  readonly languages: { readonly source: string; readonly target: string };
  /** Absent: another sentence is the current one. */
  readonly visit: Current | undefined;
  readonly isPending: boolean;
  /** The filter lets it through; others of its paragraph are there for context. */
  readonly isHit: boolean;
}

export function Sentence(props: SentenceProps) {
  const { sentence, languages, visit, isPending, isHit } = props;
  const mode = visit?.mode;
  const row = useRow(visit);
  const { id, source, previous, findings, terms } = sentence;
  const marksShown = preferences.value.changes === 'shown';
  return (
    <article
      ref={row}
      class={`sentence ${sentence.state}${isHit ? '' : ' context'}`}
      aria-label={labelOf(props)}
      aria-current={mode !== undefined}
      aria-busy={isPending}
      tabIndex={mode === undefined ? -1 : 0}
      onFocusIn={() => pointAt(id)}
    >
      <StateButton sentence={sentence} />
      <p class="text source" lang={languages.source}>
        {source === undefined ? (
          <span class="quiet">{say('page.added')}</span>
        ) : (
          <MarkedText
            text={source}
            marks={{
              runs: marksShown ? previous?.sourceRuns : undefined,
              terms,
              findings: wordsOf(findings, 'source'),
            }}
          />
        )}
      </p>
      <div class="target">
        {mode === 'edit' ? (
          <Editor sentence={sentence} path={props.path} language={languages.target} />
        ) : (
          <Target {...props} />
        )}
        <Findings sentence={sentence} isCurrent={mode !== undefined} />
        {mode === 'note' ? (
          <NoteEditor sentence={sentence} path={props.path} />
        ) : (
          sentence.note && <p class="note">{sentence.note}</p>
        )}
        {mode === 'read' && <SentenceActions sentence={sentence} />}
      </div>
    </article>
  );
}

function Target({ sentence, languages, path }: SentenceProps) {
  const { id, target, previous, joined, findings } = sentence;
  if (joined) return <p class="text quiet">{say('page.joined')}</p>;
  const runs = preferences.value.changes === 'shown' ? previous?.targetRuns : undefined;
  return (
    <>
      <p class="text" lang={languages.target}>
        {target === '' && (
          <span class="quiet" lang={preferences.value.language}>
            {say('page.state.initial')}
          </span>
        )}
        <MarkedText text={target} marks={{ runs, findings: wordsOf(findings, 'target') }} />
      </p>
      {draftOf({ path, id, field: 'target' }) && <p class="draft">{say('page.draft')}</p>}
    </>
  );
}

/** One click accepts, another takes that back. Keyboards have letters for it, so it is no stop on their way. */
function StateButton({ sentence }: { readonly sentence: SentenceView }) {
  const act = needsReview(sentence) ? 'accept' : 'reopen';
  return (
    <button
      type="button"
      tabIndex={-1}
      class={`sign ${sentence.state}`}
      aria-label={`${say(`page.state.${sentence.state}`)}: ${say(`page.${act}`)}`}
      title={`${say(`page.state.${sentence.state}`)} · ${say(`page.${act}`)}`}
      onClick={() => actions[act](sentence)}
    >
      {signs[sentence.state]}
    </button>
  );
}

/** The visit that has brought the focus along: it does so once, however often its row is drawn anew. */
let arrived: Current | undefined;

function useRow(visit: Current | undefined) {
  const row = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (visit?.by !== 'keys' || visit === arrived || row.current === null) return;
    arrived = visit;
    const field = visit.mode === 'read' ? null : row.current.querySelector('textarea');
    (field ?? row.current).focus({ preventScroll: true });
    row.current.scrollIntoView({ block: 'nearest' });
  }, [visit]);
  return row;
}

function wordsOf(findings: SentenceView['findings'], side: 'source' | 'target'): NonNullable<Marks['findings']> {
  return findings.flatMap((finding) =>
    finding[side] ? [{ ...finding[side], severity: finding.severity, message: finding.message }] : [],
  );
}

function labelOf({ sentence, number }: SentenceProps): string {
  return say('page.sentence', {
    number,
    state: say(`page.state.${sentence.state}`),
    findings: sentence.findings.length,
    stale: sentence.previous === undefined ? 'no' : 'yes',
  });
}
