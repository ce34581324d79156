import type { Language, Languages } from '../model.ts';
import type { PlannedRequest } from './plan.ts';

/** What belongs to a text in a target language, wherever it stands: it is asked for once. Texts that are the same in NFC are one. */
export interface RequestMap<Value> {
  get(languages: Languages, text: string): Value | undefined;
  set(languages: Languages, text: string, value: Value): void;
}

/** A map a language: keys put together of both would cost more than all else that is looked up. */
export function requestMap<Value>(known: Iterable<readonly [PlannedRequest, Value]> = []): RequestMap<Value> {
  const byTarget = new Map<Language, Map<string, Value>>();
  const set = ({ target }: Languages, text: string, value: Value): void => {
    const byText = byTarget.get(target) ?? new Map<string, Value>();
    byTarget.set(target, byText.set(text.normalize('NFC'), value));
  };
  for (const [{ languages, request }, value] of known) set(languages, request.text, value);
  return { set, get: ({ target }, text) => byTarget.get(target)?.get(text.normalize('NFC')) };
}
