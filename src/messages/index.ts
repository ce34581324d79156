import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import type { Message, MessageId } from '../model.ts';
import { packageData } from '../package-files.ts';

/** Languages that wordferry itself speaks. */
export const interfaceLanguages = ['en', 'de', 'ko'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Says messages, numbers and lists in one language. */
export interface Speaker {
  readonly language: InterfaceLanguage;
  say(message: Message): string;
  number(value: number): string;
  percent(value: number): string;
  /** `currency` is ISO 4217's code; small amounts get more digits. */
  money(amount: number, currency: string): string;
  list(items: readonly string[]): string;
}

/** `wanted` (`--lang`), else the language of the environment, else English. */
export function createSpeaker(wanted: string | undefined, env: Readonly<Record<string, string | undefined>>): Speaker {
  const language = interfaceLanguage(wanted) ?? environmentLanguage(env) ?? 'en';
  const messages = { ...catalog('en'), ...catalog(language) };
  let made: IntlShape<string> | undefined;
  const intl = () => {
    made ??= createIntl({ locale: language, messages, onError: fail }, createIntlCache());
    return made;
  };
  return {
    language,
    say: ({ id, values }) =>
      isPlain(messages[id]) ? messages[id] : intl().formatMessage({ id }, spoken(values ?? {}, intl())),
    number: (value) => intl().formatNumber(value),
    percent: (value) => intl().formatNumber(value, { style: 'percent' }),
    money: (amount, currency) =>
      intl().formatNumber(amount, { style: 'currency', currency, maximumFractionDigits: amount < 1 ? 4 : 2 }),
    list: (items) => intl().formatList(items),
  };
}

/** The words of the review page. */
export function pageMessages(language: InterfaceLanguage): Readonly<Record<string, string>> {
  const messages = Object.entries({ ...catalog('en'), ...catalog(language) });
  return Object.fromEntries(messages.filter(([id]) => id.startsWith('page.')));
}

export function interfaceLanguage(tag: string | undefined): InterfaceLanguage | undefined {
  const language = tag?.toLowerCase().split(/[-_.@]/, 1)[0];
  return interfaceLanguages.find((known) => known === language);
}

/** POSIX: the first of these that is set decides. */
function environmentLanguage(env: Readonly<Record<string, string | undefined>>): InterfaceLanguage | undefined {
  return interfaceLanguage(env.LC_ALL || env.LC_MESSAGES || env.LANG);
}

function catalog(language: InterfaceLanguage): Record<MessageId, string> {
  return packageData(`messages/${language}.json`) as Record<MessageId, string>;
}

/** Says what it says without ICU, whose start takes longer than that of most commands: descriptions of options are such. */
const isPlain = (message: string): boolean => !/[{}<>'#]/.test(message);

/** Lists of what was expected: “a, b, or c”. */
function spoken(values: NonNullable<Message['values']>, intl: IntlShape<string>): Record<string, string | number> {
  const entries = Object.entries(values).map(([name, value]) => {
    const isList = typeof value === 'object';
    return [name, isList ? intl.formatList(value, { type: 'disjunction' }) : value] as const;
  });
  return Object.fromEntries(entries);
}

function fail(error: Error): never {
  throw error;
}
