import { primaryLanguage } from '../../language-tag.ts';
import type { GlossaryEntry, Message } from '../../model.ts';
import { formsOf } from '../german/forms.ts';
import type { Problem } from '../problem.ts';
import { words } from '../words.ts';
import { type PlaceAt, spelling } from './rules.ts';

/** What may not be meant in an entry by itself. */
export function warnOf(entry: GlossaryEntry, at: PlaceAt): readonly Problem[] {
  const hasNoWord = entry.closed && [entry.term, ...entry.variants].every((form) => words(form).length > 1);
  const closed: Message = { id: 'glossary.closed', values: { term: entry.term } };
  const warnings = Object.keys(entry.targets).flatMap((language) => warnOfTarget(entry, language, at));
  return hasNoWord ? [...warnings, { text: closed, place: at(['match', 'closed']) }] : warnings;
}

function warnOfTarget({ targets }: GlossaryEntry, language: string, at: PlaceAt): readonly Problem[] {
  const { preferred, admitted, forbidden, reading } = targets[language]!;
  const isKorean = primaryLanguage(language) === 'ko';
  const inside = forbidden.flatMap((form, index) => {
    const whole = [preferred, ...admitted].find((accepted) => accepted !== form && isInside(form, accepted, isKorean));
    if (whole === undefined) return [];
    return [
      { text: { id: 'glossary.inside', values: { form, whole } } as const, place: at([language, 'forbidden', index]) },
    ];
  });
  const text: Message = { id: 'glossary.reading', values: { form: preferred } };
  const isUnread = isKorean && reading === undefined && isReadUnknown(preferred);
  return isUnread ? [...inside, { text, place: at([language, 'preferred']) }] : inside;
}

/** As it is searched for: Korean writes particles and compounds without a blank, and no text tells Jong-Un from Jong Un. */
function isInside(form: string, whole: string, isKorean: boolean): boolean {
  if (isKorean) return whole.includes(form);
  const [inner, outer] = [form, whole].map(
    (text) =>
      ` ${words(text)
        .map(({ key }) => key)
        .join(' ')} `,
  ) as [string, string];
  return outer !== inner && outer.includes(inner);
}

/** The names of letters and digits are known (KCNA, F-16); how a word is read is not. */
function isReadUnknown(form: string): boolean {
  const last = form.match(/[\p{L}\p{M}\p{N}]+/gu)?.at(-1) ?? '';
  return /\p{Script=Latin}/u.test(last) && /\p{Ll}\P{N}*$/u.test(last);
}

/** Forms that rules give to two entries and none of these lists: the first entry in the glossary gets them. */
export function warnOfForms(entries: readonly GlossaryEntry[]): readonly Problem[] {
  const owners = new Map<string, Owned>();
  for (const entry of entries) for (const form of formsOf(entry)) own(owners, entry, form);
  const told = new Set<string>();
  return [...owners.values()].flatMap(({ form, entries: [first, second], isListed }) => {
    const pair = `${first?.place.line} ${second?.place.line}`;
    if (first === undefined || second === undefined || isListed || told.has(pair)) return [];
    told.add(pair);
    const values = { form, term: second.term, other: first.term, line: first.place.line };
    return [{ text: { id: 'glossary.shared', values }, place: second.place }];
  });
}

interface Owned {
  readonly form: string;
  readonly entries: readonly GlossaryEntry[];
  readonly isListed: boolean;
}

function own(
  owners: Map<string, Owned>,
  entry: GlossaryEntry,
  { text, kind }: ReturnType<typeof formsOf>[number],
): void {
  if (kind === 'except') return;
  const key = spelling(text);
  const known = owners.get(key) ?? { form: text, entries: [], isListed: false };
  const entries = known.entries.includes(entry) ? known.entries : [...known.entries, entry];
  owners.set(key, { ...known, entries, isListed: known.isListed || kind === 'listed' });
}
