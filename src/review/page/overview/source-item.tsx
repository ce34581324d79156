import { memo } from 'preact/compat';
import type { DocumentSummary } from '../../api.ts';
import { addressOf } from '../place.ts';
import { countOf, ProgressBar } from '../progress-bar.tsx';
import { SourcePath } from '../source-path.tsx';
import { languageName, say } from '../words.ts';
import type { SourceRow } from './filter.ts';

interface Props {
  readonly row: SourceRow;
  /** One column each. */
  readonly targets: readonly string[];
  readonly language: string;
}

export const SourceItem = memo(({ row, targets, language }: Props) => (
  <li class="source-item">
    <h2 lang={language}>
      <SourcePath path={row.source} />
    </h2>
    <ul class="translations" style={{ '--columns': targets.length }}>
      {row.translations.map((document) => (
        <li key={document.path} style={{ '--column': targets.indexOf(document.language) + 1 }}>
          <Translation document={document} />
        </li>
      ))}
    </ul>
  </li>
));

function Translation({ document }: { readonly document: DocumentSummary }) {
  const { states, problem } = document;
  return (
    <a class="translation" href={addressOf(document.path)} title={document.path} data-stop>
      <span class="language">{languageName(document.language)}</span>
      <span class="figure">
        {say('page.reviewed.of', { done: states.reviewed + states.final, all: countOf(states) })}
      </span>
      <ProgressBar states={states} />
      {problem === undefined ? <Tallies {...document} /> : <span class="tally error">{problem}</span>}
    </a>
  );
}

function Tallies({ errors, warnings, stale, engines }: DocumentSummary) {
  return (
    <span class="tallies">
      {errors > 0 && <span class="tally error">{say('page.errors', { count: errors })}</span>}
      {warnings > 0 && <span class="tally warning">{say('page.warnings', { count: warnings })}</span>}
      {stale > 0 && <span class="tally stale">{say('page.stale', { count: stale })}</span>}
      {engines.length > 0 && <span class="engines">{engines.join(', ')}</span>}
    </span>
  );
}
