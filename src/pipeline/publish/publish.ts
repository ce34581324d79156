import { collapse } from '../../fingerprint.ts';
import { groupsOf } from '../../memory/index.ts';
import type { Entry, Language, Message, Place } from '../../model.ts';
import { placeOf } from '../../review-file/index.ts';
import type { Settings } from '../../settings.ts';
import { isFake, isMarked, isReviewed } from '../../states.ts';
import { dropFurniture } from '../drop-furniture.ts';
import { renderText, type TranslatedDocument } from '../render-document.ts';

/** What publishing decides about a document in one language. */
export interface Decision {
  readonly document: TranslatedDocument;
  readonly language: Language;
  /** The published text, furniture dropped. */
  readonly text: string;
  /** Why it must not go out; empty where it may. */
  readonly refusals: readonly Refusal[];
  /** It goes out in spite of its refusals, for this reason. */
  readonly override?: string | undefined;
}

export interface Refusal {
  readonly message: Message;
  readonly place: Place;
  readonly sentence: string;
  /** Nobody may override it: the text is no translation. */
  readonly final: boolean;
}

/** The policy: every sentence accepted by a person, no finding of severity error. */
export function decide(document: TranslatedDocument, settings: Settings, override: string | undefined): Decision {
  const { languages, review } = document;
  const refusals = [...stateRefusals(document), ...findingRefusals(document)].sort(
    (a, b) => a.place.line - b.place.line,
  );
  const text = renderText(document, review.entries, settings);
  const isDropped = (line: string) => settings.furniture.get(collapse(line)) === 'omit';
  const { units } = document.document.format.parse(text, { newlines: document.document.newlines });
  const isOverridden = override !== undefined && refusals.length > 0 && refusals.every(({ final }) => !final);
  return {
    document,
    language: languages.target,
    text: dropFurniture(text, units, isDropped),
    refusals,
    ...(isOverridden && { override }),
  };
}

export function isReleased({ refusals, override }: Decision): boolean {
  return refusals.length === 0 || override !== undefined;
}

function stateRefusals({ review }: TranslatedDocument): readonly Refusal[] {
  const added = review.entries.filter(({ source }) => source === undefined);
  const heads = [...groupsOf(review.entries).map(({ head }) => head), ...added];
  return heads
    .filter((entry) => !isReviewed(entry) || isMarked(entry.target))
    .map((entry) => ({ ...refusalOf(entry), place: placeOf(review, entry), sentence: entry.source ?? entry.target }));
}

function refusalOf(entry: Entry): Pick<Refusal, 'message' | 'final'> {
  if (isFake(entry) || isMarked(entry.target))
    return { message: { id: 'publish.fake', values: { machine: entry.machine ?? 'mock' } }, final: true };
  return { message: { id: entry.state === 'initial' ? 'publish.initial' : 'publish.unreviewed' }, final: false };
}

function findingRefusals({ review, findings }: TranslatedDocument): readonly Refusal[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ entry, message }) => ({
      message,
      place: placeOf(review, entry),
      sentence: entry.source ?? entry.target,
      final: false,
    }));
}
