import type { ComponentChildren } from 'preact';
import { opens } from './dialogs/dialog.tsx';
import { overviewAddress } from './place.ts';
import { type PageLanguage, pageLanguages, prefer, preferences, type Theme, themes } from './preferences.ts';
import { say } from './words.ts';

/** Each in its own language: whoever looks for theirs cannot read the others. */
const names: Readonly<Record<PageLanguage, string>> = { en: 'English', de: 'Deutsch', ko: '한국어' };

export function PageHeader({ children }: { readonly children?: ComponentChildren }) {
  return (
    <header class="page-header">
      <button type="button" class="skip" onClick={skip}>
        {say('page.skip')}
      </button>
      <nav aria-label={say('page.nav')}>
        <a class="brand" href={overviewAddress} title={say('page.overview')}>
          wordferry
        </a>
        {children}
      </nav>
      <div class="settings">
        <button type="button" onClick={() => (opens.value = 'save')}>
          {say('page.save')}
        </button>
        <select
          id="language"
          aria-label={say('page.language')}
          value={preferences.value.language}
          onChange={(event) => prefer({ language: event.currentTarget.value as PageLanguage })}
        >
          {pageLanguages.map((language) => (
            <option key={language} value={language} lang={language}>
              {names[language]}
            </option>
          ))}
        </select>
        <select
          aria-label={say('page.theme')}
          value={preferences.value.theme}
          onChange={(event) => prefer({ theme: event.currentTarget.value as Theme })}
        >
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {say(`page.theme.${theme}`)}
            </option>
          ))}
        </select>
        <button type="button" class="round" aria-label={say('page.help')} onClick={() => (opens.value = 'help')}>
          ?
        </button>
      </div>
    </header>
  );
}

/** The address is the document's: a fragment of the page would leave it. */
function skip(): void {
  document.getElementById('main')?.focus();
}
