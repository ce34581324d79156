import type { SentenceView } from '../../api.ts';
import { say } from '../words.ts';
import { actions } from './actions.ts';
import { needsReview } from './sentence-filter.ts';

const letters = { accept: 'a', reopen: 'o', edit: 'e', reject: 'r', note: 'n' } as const;

export function SentenceActions({ sentence }: { readonly sentence: SentenceView }) {
  return (
    <div class="buttons" role="group" aria-label={say('page.actions')}>
      {offeredFor(sentence).map((act) => (
        <button
          key={act}
          type="button"
          class={act === 'accept' ? 'primary' : ''}
          onClick={() => actions[act](sentence)}
        >
          {say(`page.${act}`)} <kbd aria-hidden="true">{letters[act]}</kbd>
        </button>
      ))}
    </div>
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
