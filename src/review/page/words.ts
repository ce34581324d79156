import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import type { MessageId } from '../../model.ts';
import type { Messages } from '../api.ts';
import type { PageLanguage } from './preferences.ts';
import { get } from './server.ts';

/** Changes only while the page is drawn anew as a whole, so nothing needs to watch it. */
let intl: IntlShape | undefined;

export async function speak(language: PageLanguage): Promise<void> {
  const messages = await get<Messages>('/api/messages', { language });
  intl = createIntl({ locale: language, messages }, createIntlCache());
}

export function say(id: MessageId, values: Readonly<Record<string, string | number>> = {}): string {
  return intl?.formatMessage({ id }, values) ?? id;
}

export function sayNumber(value: number): string {
  return intl?.formatNumber(value) ?? String(value);
}

/** `ko`: Korean. */
export function languageName(tag: string): string {
  return intl?.formatDisplayName(tag, { type: 'language' }) ?? tag;
}
