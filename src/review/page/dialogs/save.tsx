import { useState } from 'preact/hooks';
import type { Save, Saved } from '../../api.ts';
import { reloadDocument } from '../document/opened.ts';
import { tell, warnOf } from '../notices.tsx';
import { loadOverview, overview } from '../overview/overview.ts';
import { place } from '../place.ts';
import { post } from '../server.ts';
import { say } from '../words.ts';
import { Dialog, opens } from './dialog.tsx';

export function SaveDialog() {
  return (
    <Dialog name="save" title={say('page.save')}>
      <SaveForm />
    </Dialog>
  );
}

function SaveForm() {
  const [message, setMessage] = useState('');
  const [push, setPush] = useState(false);
  const reviewer = overview.value?.reviewer;
  const submit = (event: Event): void => {
    event.preventDefault();
    void save({ message: message.trim() || undefined, push });
  };
  return (
    <form onSubmit={submit}>
      {reviewer && <p class="quiet">{say('page.save.as', { name: reviewer.name, email: reviewer.email })}</p>}
      <label>
        {say('page.save.message')}
        <textarea rows={3} value={message} onInput={(event) => setMessage(event.currentTarget.value)} />
      </label>
      <p class="quiet">{say('page.save.message.hint')}</p>
      <label class="check">
        <input type="checkbox" checked={push} onChange={(event) => setPush(event.currentTarget.checked)} />
        {say('page.save.push')}
      </label>
      <div class="buttons">
        <button type="submit" class="primary">
          {say('page.save.do')}
        </button>
      </div>
    </form>
  );
}

async function save(wanted: Save): Promise<void> {
  opens.value = undefined;
  try {
    const answer = await post<Saved>('/api/save', wanted);
    if (answer.kind === 'done') tell(saidOf(answer.value));
    await (place.value === undefined ? loadOverview() : reloadDocument());
  } catch (error) {
    warnOf(error);
  }
}

function saidOf({ commit, files, isPushed }: Saved): string {
  if (commit === undefined) return say('page.saved.nothing');
  return say('page.saved', { commit: commit.slice(0, 10), files, pushed: isPushed ? 'yes' : 'no' });
}
