import type { Language, Languages } from '../model.ts';
import type { PlannedRequest } from './plan.ts';

/** Whose text it is: a sentence that two kinds of engines may see is two questions. */
export interface Asker {
  readonly languages: Languages;
  readonly route: Route;
}

/** Ids of the engines that may be asked, in this order: the next one where one fails. None: the memory alone. */
export type Route = readonly string[];

/** What belongs to a text in a target language, wherever it stands: it is asked for once. Texts that are the same in NFC are one. */
export interface RequestMap<Value> {
  get(asker: Asker, text: string): Value | undefined;
  set(asker: Asker, text: string, value: Value): void;
}

/** A map a language and route: keys put together of all would cost more than all else that is looked up. */
export function requestMap<Value>(known: Iterable<readonly [PlannedRequest, Value]> = []): RequestMap<Value> {
  const byTarget = new Map<Language, Map<string, Map<string, Value>>>();
  const textsOf = ({ languages: { target }, route }: Asker): Map<string, Value> => {
    const byRoute = byTarget.get(target) ?? new Map<string, Map<string, Value>>();
    byTarget.set(target, byRoute);
    const name = route.length === 1 ? route[0]! : route.join(' ');
    const byText = byRoute.get(name) ?? new Map<string, Value>();
    byRoute.set(name, byText);
    return byText;
  };
  const set = (asker: Asker, text: string, value: Value): void => {
    textsOf(asker).set(text.normalize('NFC'), value);
  };
  for (const [planned, value] of known) set(planned, planned.request.text, value);
  return { set, get: (asker, text) => textsOf(asker).get(text.normalize('NFC')) };
}
