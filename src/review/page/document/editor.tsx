import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SentenceView } from '../../api.ts';
import { KeyHint } from '../key-hint.tsx';
import { warn } from '../notices.tsx';
import { say } from '../words.ts';
import { saveTarget } from './actions.ts';
import { goTo } from './current.ts';
import { useDraft } from './use-draft.ts';
import { writingKeys } from './writing-keys.ts';

interface Props {
  readonly sentence: SentenceView;
  readonly path: string;
  readonly language: string;
}

export function Editor({ sentence, path, language }: Props) {
  const { id, target } = sentence;
  const draft = useDraft({ path, id, field: 'target' }, target);
  const field = useGrowingField(draft.text);
  const save = (accept: 'accept' | 'keep-state'): void => {
    if (draft.isOutdated) warn({ text: say('page.outdated.choose') });
    else void saveTarget(id, accept);
  };
  return (
    <div class="editor">
      <textarea
        ref={field}
        lang={language}
        aria-label={say('page.edit.label')}
        value={draft.text}
        onInput={(event) => draft.type(event.currentTarget.value)}
        onKeyDown={(event) => writingKeys(event, { save: () => save('accept'), leave: () => goTo(id) })}
      />
      {draft.isOutdated && (
        <fieldset class="outdated" aria-label={say('page.outdated.label')}>
          <p>{say('page.outdated.label')}</p>
          <p lang={language} class="disk">
            {target}
          </p>
          <div class="buttons">
            <button type="button" onClick={draft.keepMine}>
              {say('page.outdated.mine')}
            </button>
            <button type="button" onClick={draft.takeDisk}>
              {say('page.outdated.disk')}
            </button>
          </div>
        </fieldset>
      )}
      <div class="buttons">
        <button type="button" class="primary" onClick={() => save('accept')}>
          {say('page.edit.accept')} <KeyHint of="Ctrl ↵" />
        </button>
        <button type="button" onClick={() => save('keep-state')}>
          {say('page.edit.save')}
        </button>
        <button type="button" onClick={() => goTo(id)}>
          {say('page.edit.leave')} <KeyHint of="Esc" />
        </button>
        {draft.text !== target && !draft.isOutdated && (
          <button type="button" onClick={draft.takeDisk}>
            {say('page.edit.discard')}
          </button>
        )}
      </div>
    </div>
  );
}

/** As high as its text. */
export function useGrowingField(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [text]);
  return field;
}
