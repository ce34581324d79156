import { signal } from '@preact/signals';
import { isLost, LostError, RefusedError } from './server.ts';
import { say } from './words.ts';

interface Notice {
  readonly text: string;
  readonly hint?: string | undefined;
}

/** Milliseconds that a piece of news stays in sight. */
const newsStay = 8_000;

const news = signal('');
const trouble = signal<Notice | undefined>(undefined);

/** Something went as wished: said without getting in the way. */
export function tell(text: string): void {
  news.value = text;
  trouble.value = undefined;
  setTimeout(() => {
    if (news.value === text) news.value = '';
  }, newsStay);
}

/** Something went wrong: stays until it is read. */
export function warn(notice: Notice): void {
  news.value = '';
  trouble.value = notice;
}

/** A lost server is said as long as it is lost; what was called off was no longer wanted. */
export function warnOf(error: unknown): void {
  const isAborted = error instanceof DOMException && error.name === 'AbortError';
  if (error instanceof LostError || isAborted) return;
  if (error instanceof RefusedError) warn({ text: error.message, hint: error.hint });
  else warn({ text: String(error) });
}

/** Live regions stand in the page from its start: what comes with its text at once is not read out. */
export function Notices() {
  return (
    <div class="notices">
      <div role="status" class="news">
        {news.value}
      </div>
      <div role="alert">
        {isLost.value && <p class="trouble">{say('page.lost')}</p>}
        {trouble.value && <Trouble {...trouble.value} />}
      </div>
    </div>
  );
}

function Trouble({ text, hint }: Notice) {
  return (
    <div class="trouble">
      <p>
        {text}
        {hint !== undefined && <span class="hint"> {hint}</span>}
      </p>
      <button type="button" onClick={() => (trouble.value = undefined)}>
        {say('page.dismiss')}
      </button>
    </div>
  );
}
