import { effect, signal } from '@preact/signals';

/** Languages that the page speaks. */
export const pageLanguages = ['en', 'de', 'ko'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Preferences {
  readonly language: PageLanguage;
  readonly theme: Theme;
  /** Single letters act; people who dictate turn that off. */
  readonly shortcuts: 'on' | 'off';
  /** What changed since the last review is marked in the texts. */
  readonly changes: 'shown' | 'hidden';
}

const key = 'wordferry.preferences';

export const preferences = signal<Preferences>({ ...defaults(), ...stored() });

effect(() => {
  const { language, theme } = preferences.value;
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
  localStorage.setItem(key, JSON.stringify(preferences.value));
});

export function prefer(wanted: Partial<Preferences>): void {
  preferences.value = { ...preferences.value, ...wanted };
}

function defaults(): Preferences {
  const spoken = navigator.languages.map((tag) => tag.split('-', 1)[0]);
  const language = pageLanguages.find(
    (known) => known === spoken.find((tag) => pageLanguages.some((own) => own === tag)),
  );
  return { language: language ?? 'en', theme: 'system', shortcuts: 'on', changes: 'shown' };
}

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}
