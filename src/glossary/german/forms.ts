import type { GlossaryEntry, Inflection } from '../../model.ts';
import { inflectMultiword } from './multiword.ts';
import { endsInSibilant } from './sibilant.ts';

/** One way to write a German term. */
export interface Form {
  readonly text: string;
  /** As in the glossary; by a rule; the adjective of a place (`Moskauer`); a word that never matches. */
  readonly kind: 'listed' | 'inflected' | 'place' | 'except';
  /** Takes `’s`, `’sche` and, after a sibilant, a bare apostrophe (G2–G4). */
  readonly apostrophe: boolean;
}

/** All forms of an entry, but for those with an apostrophe. A text may come twice; its first form counts. */
export function formsOf(entry: GlossaryEntry): readonly Form[] {
  const forms = [
    ...inflect(entry.term, entry.inflection),
    ...entry.variants.flatMap((variant) => inflect(variant, variantInflection(variant, entry))),
    ...entry.forms.map((text) => plain(text, 'listed')),
  ];
  const excepted = entry.except.flatMap((word) => anyEnding.map((ending) => plain(word + ending, 'except')));
  return [...forms, ...forms.flatMap((form) => inOtherCase(form, entry)), ...excepted];
}

function inOtherCase(form: Form, entry: GlossaryEntry): readonly Form[] {
  if (entry.case === 'exact') return [];
  return entry.case === 'any' ? inAnyCase(form) : [...atSentenceStart(form), ...inCapitals(form, entry)];
}

/** Where the glossary names no class. */
export function inferInflection(term: string): Inflection {
  if (/\s/u.test(term)) return 'multiword';
  if (/\p{Lu}/u.test(term) && !/\p{Ll}/u.test(term)) return 'acronym';
  return /^\p{Ll}.*isch$/u.test(term) ? 'adjective' : 'name';
}

/** The acronym of a name of several words inflects like an acronym, and so on; other classes are the entry's. */
function variantInflection(variant: string, { inflection }: GlossaryEntry): Inflection {
  return isNameLike(inflection) ? inferInflection(variant) : inflection;
}

type NameLike = 'name' | 'acronym' | 'multiword';

function isNameLike(inflection: Inflection): inflection is NameLike {
  return inflection === 'name' || inflection === 'acronym' || inflection === 'multiword';
}

function inflect(surface: string, inflection: Inflection): readonly Form[] {
  if (isNameLike(inflection)) return inflectName(surface, inflection);
  return endings[inflection](surface).map((ending) => plain(surface + ending, ending === '' ? 'listed' : 'inflected'));
}

function inflectName(surface: string, inflection: NameLike): readonly Form[] {
  const listed: Form = { text: surface, kind: 'listed', apostrophe: true };
  if (inflection === 'multiword') return [listed, ...inflectMultiword(surface).map((text) => plain(text, 'inflected'))];
  const genitive = endsInSibilant(surface) ? [] : [plain(`${surface}s`, 'inflected')];
  const isOneWord = /^\p{Lu}[\p{L}\p{M}]*[^e\P{L}]$/u.test(surface);
  const place = inflection === 'name' && isOneWord ? [plain(`${surface}er`, 'place')] : [];
  return [listed, ...genitive, ...place];
}

const endings: Readonly<Record<Exclude<Inflection, NameLike>, (surface: string) => readonly string[]>> = {
  adjective: () => ['', 'e', 'en', 'er', 'es', 'em'],
  'noun-en': weak,
  'noun-weak-en': weak,
  'noun-es-e-en': () => ['', 's', 'es', 'e', 'en'],
  'noun-s-n': () => ['', 's', 'n'],
  explicit: () => [''],
  none: () => [''],
};

function weak(noun: string): readonly string[] {
  return noun.endsWith('e') ? ['', 'n'] : ['', 'en'];
}

const anyEnding = ['', 's', 'es', 'e', 'en', 'n', 'er', 'em', 'in', 'innen'];

function atSentenceStart(form: Form): readonly Form[] {
  const text = form.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return text === form.text ? [] : [{ ...form, text }];
}

/** Proper names of four letters or more (G15). */
function inCapitals(form: Form, { inflection }: GlossaryEntry): readonly Form[] {
  if (inflection !== 'name' && inflection !== 'multiword') return [];
  const isProper = /^\P{L}*\p{Lu}/u.test(form.text) && /\p{L}\P{L}*\p{L}\P{L}*\p{L}\P{L}*\p{L}/u.test(form.text);
  return isProper ? [{ ...form, text: form.text.toUpperCase() }] : [];
}

/** As people write, of `GitHub`: github, Github, GITHUB. */
function inAnyCase(form: Form): readonly Form[] {
  const lower = form.text.toLowerCase();
  const capitalised = lower.replace(/(?<![\p{L}\p{M}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
  const first = lower.replace(/\p{L}/u, (letter) => letter.toUpperCase());
  return [lower, first, capitalised, form.text.toUpperCase()].map((text) => ({ ...form, text }));
}

function plain(text: string, kind: Form['kind']): Form {
  return { text, kind, apostrophe: false };
}
