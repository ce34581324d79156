import { primaryLanguage } from '../../language-tag.ts';
import { maskProtected } from '../../languages/mask.ts';
import type { GlossaryEntry, Message, Place } from '../../model.ts';
import { stepOf } from '../german/form-tree.ts';
import type { Problem } from '../problem.ts';
import { words } from '../words.ts';

/** Where a value of an entry stands; the empty path is the term. */
export type PlaceAt = (path: readonly PropertyKey[]) => Place;

/** A text of an entry and the path to it. */
type Located = readonly [text: string, path: readonly PropertyKey[]];

/** What is wrong with an entry by itself. */
export function checkEntry(entry: GlossaryEntry, at: PlaceAt): readonly Problem[] {
  const german = germanForms(entry).flatMap(([form, path]) => {
    const text = textFault(form) ?? wordFault(form);
    return text === undefined ? [] : [{ text, place: at(path) }];
  });
  return [...german, ...Object.keys(entry.targets).flatMap((language) => checkTarget(entry, language, at))];
}

/** No two entries list the same form: the longest match could not tell them apart. */
export function checkSurfaces(entries: readonly GlossaryEntry[]): readonly Problem[] {
  const owners = new Map<string, GlossaryEntry>();
  return entries.flatMap((entry) =>
    [entry.term, ...entry.variants, ...entry.forms].flatMap((form) => {
      const key = spelling(form);
      const owner = owners.get(key) ?? entry;
      owners.set(key, owner);
      const values = { form, term: owner.term, line: owner.place.line };
      return owner === entry ? [] : [{ text: { id: 'glossary.twice', values }, place: entry.place }];
    }),
  );
}

function germanForms({ term, variants, forms, except }: GlossaryEntry): readonly Located[] {
  return [
    [term, []],
    ...located(variants, ['variants']),
    ...located(forms, ['forms']),
    ...located(except, ['match', 'except']),
  ];
}

function located(texts: readonly string[], path: readonly PropertyKey[]): readonly Located[] {
  return texts.map((text, index) => [text, [...path, index]]);
}

function checkTarget(entry: GlossaryEntry, language: string, at: PlaceAt): readonly Problem[] {
  const { preferred, admitted, forbidden } = entry.targets[language]!;
  const accepted: readonly Located[] = [
    ...(preferred === '' ? [] : [[preferred, [language, 'preferred']] as const]),
    ...located(admitted, [language, 'admitted']),
  ];
  const banned = located(forbidden, [language, 'forbidden']);
  const faults: readonly (readonly [Message | undefined, readonly PropertyKey[]])[] = [
    [preferredFault(entry, preferred, language), [language]],
    ...[...accepted, ...banned].map(([form, path]) => [textFault(form), path] as const),
    ...accepted.map(([form, path]) => [scriptFault(form, language), path] as const),
    ...banned.map(([form, path]) => [bannedFault(form, [preferred, ...admitted]), path] as const),
  ];
  return faults.flatMap(([text, path]) => (text === undefined ? [] : [{ text, place: at(path) }]));
}

function preferredFault(
  { term, keep, status }: GlossaryEntry,
  preferred: string,
  language: string,
): Message | undefined {
  if (keep && preferred !== term) return { id: 'glossary.kept', values: { term, form: preferred } };
  const isMissing = preferred === '' && status === 'approved';
  return isMissing ? { id: 'glossary.no_preferred', values: { language } } : undefined;
}

const longestForm = 1024;

function textFault(form: string): Message | undefined {
  if (form.trim() !== form || form === '') return { id: 'glossary.blank', values: { form } };
  if (form.length > longestForm) return { id: 'glossary.long', values: { length: form.length, most: longestForm } };
  if (/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u.test(form)) return { id: 'glossary.control' };
  return maskProtected(form).includes('\uFFFC') ? { id: 'glossary.protected', values: { form } } : undefined;
}

function wordFault(form: string): Message | undefined {
  return words(form).length === 0 ? { id: 'glossary.no_word', values: { form } } : undefined;
}

function scriptFault(form: string, language: string): Message | undefined {
  const isKorean = primaryLanguage(language) === 'ko';
  return !isKorean && /\p{Script=Hangul}/u.test(form)
    ? { id: 'glossary.script', values: { form, language } }
    : undefined;
}

function bannedFault(form: string, accepted: readonly string[]): Message | undefined {
  return accepted.includes(form) ? { id: 'glossary.banned', values: { form } } : undefined;
}

/** Equal for what no text tells apart. */
export function spelling(form: string): string {
  const row = words(form);
  return (
    row.map((word, index) => (index === 0 ? word.joint + word.key : stepOf(word))).join('') +
    form.slice(row.at(-1)?.end)
  );
}
