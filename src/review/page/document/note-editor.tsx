import type { SentenceView } from '../../api.ts';
import { KeyHint } from '../key-hint.tsx';
import { say } from '../words.ts';
import { saveNote } from './actions.ts';
import { goTo } from './current.ts';
import { useGrowingField } from './editor.tsx';
import { useDraft } from './use-draft.ts';
import { writingKeys } from './writing-keys.ts';

export function NoteEditor({ sentence, path }: { readonly sentence: SentenceView; readonly path: string }) {
  const { id, note = '' } = sentence;
  const draft = useDraft({ path, id, field: 'note' }, note);
  const field = useGrowingField(draft.text);
  return (
    <div class="editor note-editor">
      <textarea
        ref={field}
        aria-label={say('page.note')}
        value={draft.text}
        onInput={(event) => draft.type(event.currentTarget.value)}
        onKeyDown={(event) => writingKeys(event, { save: () => void saveNote(id), leave: () => goTo(id) })}
      />
      {draft.isOutdated && <p class="outdated">{say('page.note.outdated', { note })}</p>}
      <div class="buttons">
        <button type="button" class="primary" onClick={() => void saveNote(id)}>
          {say('page.note.save')} <KeyHint of="Ctrl ↵" />
        </button>
        <button type="button" onClick={() => goTo(id)}>
          {say('page.edit.leave')} <KeyHint of="Esc" />
        </button>
      </div>
    </div>
  );
}
