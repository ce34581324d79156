import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { changedOnDisk } from './changed-on-disk.ts';
import { watchDisk } from './live.ts';
import { preferences } from './preferences.ts';
import { speak } from './words.ts';

const root = document.getElementById('page') as HTMLElement;
let drawn: string | undefined;

/** Each language draws the page anew; what is being written outlives that (`drafts.ts`). */
effect(() => {
  const { language } = preferences.value;
  if (language === drawn) return;
  drawn = language;
  void draw(language);
});

async function draw(language: typeof preferences.value.language): Promise<void> {
  const isFirst = root.querySelector('.closed') !== null;
  try {
    await speak(language);
  } catch {
    return;
  }
  if (isFirst) {
    root.replaceChildren();
    void watchDisk(changedOnDisk);
  }
  render(<App key={language} />, root);
  // What was chosen from has been drawn anew, too.
  if (!isFirst) document.getElementById('language')?.focus();
}
