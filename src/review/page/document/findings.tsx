import type { FindingView, SentenceView } from '../../api.ts';
import { say } from '../words.ts';
import { actions } from './actions.ts';
import { stayAt } from './current.ts';
import { decide } from './decide.ts';

interface Props {
  readonly sentence: SentenceView;
  readonly isCurrent: boolean;
}

export function Findings({ sentence, isCurrent }: Props) {
  const ignored = isCurrent ? sentence.ignored : [];
  if (sentence.findings.length + ignored.length === 0) return null;
  return (
    <ul class="findings" aria-label={say('page.findings')}>
      {sentence.findings.map((finding) => (
        <Finding
          key={`${finding.check} ${finding.target?.start} ${finding.message}`}
          finding={finding}
          id={sentence.id}
          isCurrent={isCurrent}
        />
      ))}
      {ignored.map((check) => (
        <li key={check} class="quiet">
          {say('page.ignored', { check })}{' '}
          <button type="button" onClick={() => judge({ id: sentence.id, kind: 'heed', check })}>
            {say('page.heed')}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface FindingProps {
  readonly finding: FindingView;
  readonly id: string;
  readonly isCurrent: boolean;
}

function Finding({ finding, id, isCurrent }: FindingProps) {
  const { check, severity, message, fixed } = finding;
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <li class={severity}>
      <span class="severity">{say(`page.severity.${severity}`)}</span> <span title={check}>{message}</span>{' '}
      {fixed !== undefined && (
        <button type="button" tabIndex={tabIndex} title={fixed} onClick={() => actions.write(id, fixed)}>
          {say('page.fix')}
        </button>
      )}
      <button type="button" tabIndex={tabIndex} onClick={() => judge({ id, kind: 'ignore', check })}>
        {say('page.ignore')}
      </button>
    </li>
  );
}

/** The button goes away with its finding; the focus stays at the sentence. */
function judge(decision: { readonly id: string; readonly kind: 'ignore' | 'heed'; readonly check: string }): void {
  stayAt(decision.id);
  void decide(decision);
}
