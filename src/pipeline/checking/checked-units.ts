import { limitsOf } from '../../checks/settings.ts';
import { anyUnit } from '../../formats/unit-text.ts';
import type { TermFinder } from '../../glossary/find.ts';
import { groupsOf } from '../../memory/index.ts';
import type { CheckedPair, CheckedUnit, Entry, Format, Languages, Unit } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { termsIn } from '../terms.ts';
import { entriesByUnit } from '../units.ts';
import { markupOf } from './markup.ts';
import { traitsOf } from './traits.ts';

/** What a document's entries are checked with. */
export interface Checking {
  readonly languages: Languages;
  readonly finder: TermFinder;
  readonly settings: Pick<Settings, 'checks' | 'links'>;
  readonly format: Format;
  /** The unit of the document that an entry stands in. */
  unitOf(entry: Entry): Unit | undefined;
  /** Checks whose findings the review file silences for the whole document. */
  readonly ignored?: readonly string[] | undefined;
}

export interface CheckedEntries {
  readonly units: readonly CheckedUnit[];
  /** The entry of each pair, in order. */
  readonly entryOf: ReadonlyMap<CheckedPair, Entry>;
}

/** What has a target, unit by unit. */
export function checkedUnits(entries: readonly Entry[], checking: Checking): CheckedEntries {
  const pairOf = pairMaker(entries, checking);
  const heads = new Map(groupsOf(entries).map((group) => [group.head, group]));
  const entryOf = new Map<CheckedPair, Entry>();
  const units: { readonly pairs: CheckedPair[]; added: number }[] = [];
  for (const unit of entriesByUnit(entries)) {
    const kind = unit[0]?.unit?.split(' ', 1)[0] ?? 'paragraph';
    const groups = unit.flatMap((entry) => heads.get(entry) ?? []).filter(({ head }) => head.state !== 'initial');
    const pairs = groups.map(({ head, source }) => {
      const pair = pairOf(head, source, kind);
      entryOf.set(pair, head);
      return pair;
    });
    const last = units.at(-1);
    if (pairs.length > 0) units.push({ pairs, added: 0 });
    else if (last !== undefined && unit.every(({ source }) => source === undefined)) last.added += 1;
  }
  return { units, entryOf };
}

type PairMaker = (head: Entry, source: string, unit: string) => CheckedPair;

function pairMaker(entries: readonly Entry[], { languages, finder, settings, format, unitOf }: Checking): PairMaker {
  const traits = traitsOf(
    entries.map(({ target }) => target),
    languages.target,
  );
  const limits = limitsOf(settings.checks);
  const links = linksIn(languages.target, settings.links);
  return (head, source, unit) => {
    const pair = { source, target: head.target };
    const own = unitOf(head) ?? anyUnit;
    const markup = markupOf(pair, own, format);
    const terms = termsIn(source, { unit: own, format }, finder);
    return { ...pair, languages, terms, unit, ...traits, markup, links, limits };
  };
}

function linksIn(language: string, links: Settings['links']): CheckedPair['links'] {
  if (links === undefined) return undefined;
  return Object.fromEntries(Object.entries(links).map(([from, to]) => [from, to.replaceAll('{lang}', language)]));
}
