import type { SentenceView } from '../../api.ts';
import { KeyHint } from '../key-hint.tsx';
import { say } from '../words.ts';
import { actions } from './actions.ts';
import { needsReview } from './sentence-filter.ts';

const letters = { accept: 'a', reopen: 'o', edit: 'e', reject: 'r', note: 'n' } as const;

export function SentenceActions({ sentence }: { readonly sentence: SentenceView }) {
  return (
    <fieldset class="buttons" aria-label={say('page.actions')}>
      {offeredFor(sentence).map((act) => (
        <button
          key={act}
          type="button"
          aria-keyshortcuts={letters[act]}
          class={act === 'accept' ? 'primary' : ''}
          onClick={() => actions[act](sentence)}
        >
          {say(`page.${act}`)} <KeyHint of={letters[act]} />
        </button>
      ))}
    </fieldset>
  );
}

function offeredFor(sentence: SentenceView): readonly (keyof typeof letters)[] {
  const { joined, previous } = sentence;
  const offered = [
    needsReview(sentence) ? 'accept' : 'reopen',
    !joined && 'edit',
    previous && 'reject',
    'note',
  ] as const;
  return offered.filter((act) => act !== undefined && act !== false);
}
