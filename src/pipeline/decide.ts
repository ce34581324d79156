import { findingIds } from '../checks/ids.ts';
import { UserError } from '../errors.ts';
import { collapse } from '../fingerprint.ts';
import type { TermFinder } from '../glossary/find.ts';
import { idsOf } from '../ids.ts';
import type { Entry } from '../model.ts';
import type { Settings } from '../settings.ts';
import { isReviewed, noMachine } from '../states.ts';
import { acceptEntry, refusal } from './accept.ts';
import { asShown } from './as-shown.ts';
import { sitesOf } from './checking/sites.ts';
import { withBrokenAnchors } from './finish.ts';
import { isReadBack, unlike } from './read-back.ts';
import { renderDocument, type TranslatedDocument, writeDocument } from './render-document.ts';

/** What a person decides about a sentence. Its id is that of `idsOf`. */
export type SentenceDecision =
  | { readonly id: string; readonly kind: 'accept' | 'reject' | 'reopen' }
  | { readonly id: string; readonly kind: 'edit'; readonly target: string; readonly accept?: boolean | undefined }
  | { readonly id: string; readonly kind: 'note'; readonly note: string }
  | { readonly id: string; readonly kind: 'ignore' | 'heed'; readonly check: string };

interface Deciding {
  readonly finder: TermFinder;
  readonly settings: Settings;
}

/** A document with what a person decided about its sentences: all of it, or a `UserError` says what cannot be. */
export function decideSentences(
  translated: TranslatedDocument,
  decisions: readonly SentenceDecision[],
  deciding: Deciding,
): TranslatedDocument {
  const entries = decidedEntries(translated, decisions, deciding.settings);
  const decided = rendered(translated, entries, deciding);
  const isWritten = decided.changes.some(({ path }) => path === decided.files.path);
  if (!isWritten || isReadBack(decided, deciding.settings)) return decided;
  const { message, hint, place } = unlike(decided);
  throw new UserError(message, { place, ...(hint && { hint }) });
}

/** Accepts what no check says anything of, and nobody has accepted yet. */
export function cleanDecisions({ review, result, findings }: TranslatedDocument): readonly SentenceDecision[] {
  const found = new Set(findings.map(({ entry }) => entry));
  return [...idsOf(review, result)]
    .filter(([entry]) => !entry.joined && entry.state === 'translated')
    .filter(([entry]) => !found.has(entry) && refusal(entry) === undefined)
    .map(([, id]) => ({ id, kind: 'accept' }));
}

function decidedEntries(
  { document, matched, review, result }: TranslatedDocument,
  decisions: readonly SentenceDecision[],
  settings: Settings,
): readonly Entry[] {
  const ids = idsOf(review, result);
  const places = new Map(result.map((entry, at) => [ids.get(entry), at]));
  const entries = [...result];
  for (const decision of decisions) {
    const head = places.get(decision.id);
    if (head === undefined) throw new UserError({ id: 'review.sentence' });
    const isForAll = decision.kind === 'accept' || decision.kind === 'reopen';
    for (const at of isForAll ? groupAt(entries, head) : [head]) {
      const entry = entries[at];
      if (entry !== undefined)
        entries[at] = asShown(decidedEntry(entry, decision, settings), matched[at]?.segment, document);
    }
  }
  return entries;
}

/** The places of the sentences that share a target with this one. */
function groupAt(entries: readonly Entry[], at: number): readonly number[] {
  let [from, to] = [at, at + 1];
  while (from > 0 && entries[from]?.joined) from -= 1;
  while (entries[to]?.joined) to += 1;
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function decidedEntry(entry: Entry, decision: SentenceDecision, settings: Settings): Entry {
  switch (decision.kind) {
    case 'accept':
      return accepted(entry);
    case 'edit':
      return edited(entry, decision, settings);
    case 'reject':
      return rejected(entry);
    case 'reopen':
      return isReviewed(entry) ? { ...entry, state: 'translated' } : entry;
    case 'note':
      return { ...entry, note: decision.note.trim() === '' ? undefined : decision.note };
    default:
      return listening(entry, decision);
  }
}

function accepted(entry: Entry): Entry {
  const reason = refusal(entry);
  if (reason !== undefined) throw new UserError(reason);
  return acceptEntry(entry, 'reviewed');
}

/** Where a second pair of eyes is asked for (`onEdit`), nobody accepts an edit of their own. */
function edited(
  entry: Entry,
  { target, accept }: Extract<SentenceDecision, { kind: 'edit' }>,
  { onEdit }: Settings,
): Entry {
  if (target.trim() === '') throw new UserError({ id: 'review.edit.empty' });
  if (target === entry.target && entry.state !== 'initial') return accept ? accepted(entry) : entry;
  const own = { ...entry, ...noMachine, target, joined: undefined, ignore: undefined };
  const translated: Entry = { ...own, state: 'translated' };
  return accept && onEdit === 'reviewed' ? accepted(translated) : translated;
}

/** The text that was reviewed last; it is reviewed still where its source is what it was. */
function rejected(entry: Entry): Entry {
  const { previous, source = '' } = entry;
  if (previous === undefined || previous.target === '') throw new UserError({ id: 'review.previous' });
  const own = { ...entry, ...noMachine, target: previous.target, ignore: undefined };
  return collapse(previous.source) === collapse(source)
    ? { ...own, state: 'reviewed', previous: undefined }
    : { ...own, state: 'translated' };
}

function listening(entry: Entry, { kind, check }: { readonly kind: 'ignore' | 'heed'; readonly check: string }): Entry {
  const others = (entry.ignore ?? []).filter((each) => each !== check);
  if (kind === 'ignore' && !findingIds.includes(check)) throw new UserError({ id: 'review.check', values: { check } });
  const ignore = kind === 'ignore' ? [...others, check] : others;
  return { ...entry, ignore: ignore.length === 0 ? undefined : ignore };
}

/** To check a long document takes longer than all else: what the checks look at is mostly what it was. */
function rendered(
  translated: TranslatedDocument,
  entries: readonly Entry[],
  { finder, settings }: Deciding,
): TranslatedDocument {
  const read = translated.review;
  if (entries.some((entry, at) => isOther(entry, translated.result[at]))) {
    const checked = renderDocument(translated, entries, { finder, settings, read });
    return withBrokenAnchors(checked, sitesOf([checked], settings), settings);
  }
  const written = writeDocument(translated, entries, { settings, read });
  const places = new Map(translated.result.map((entry, at) => [entry, at]));
  const findings = translated.findings.flatMap((finding) => {
    const entry = written.result[places.get(finding.entry) ?? -1];
    return entry === undefined ? [] : [{ ...finding, entry }];
  });
  return { ...written, findings };
}

/** For the checks. */
function isOther(entry: Entry, before: Entry | undefined): boolean {
  return entry.target !== before?.target || entry.joined !== before.joined || entry.ignore !== before.ignore;
}
