import { keys } from '../keys.ts';
import { prefer, preferences } from '../preferences.ts';
import { signs } from '../progress-bar.tsx';
import { say } from '../words.ts';
import { Dialog } from './dialog.tsx';

export function HelpDialog() {
  return (
    <Dialog name="help" title={say('page.help')}>
      <label class="check">
        <input
          type="checkbox"
          checked={preferences.value.shortcuts === 'on'}
          onChange={(event) => prefer({ shortcuts: event.currentTarget.checked ? 'on' : 'off' })}
        />
        {say('page.shortcuts')}
      </label>
      <dl class="keys">
        {keys.map(({ shown, words }) => (
          <div key={words}>
            <dt>
              {shown.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
      <h3>{say('page.signs')}</h3>
      <ul class="signs">
        {(['initial', 'translated', 'reviewed', 'final'] as const).map((state) => (
          <li key={state}>
            <span class={`sign ${state}`} aria-hidden="true">
              {signs[state]}
            </span>{' '}
            {say(`page.state.${state}`)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
