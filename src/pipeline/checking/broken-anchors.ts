import { groupsOf } from '../../memory/index.ts';
import type { Entry, Link, Unit } from '../../model.ts';
import type { TranslatedDocument } from '../render-document.ts';
import type { EntryFinding } from './check.ts';
import type { Site } from './sites.ts';

const check = 'broken_anchor';

/** Links of a translated document to a place that its own or another translated document does not have. */
export function brokenAnchors(
  { document, matched, result, review }: TranslatedDocument,
  site: Site,
): readonly EntryFinding[] {
  const { format, units, path } = document;
  const { links } = format;
  if (links === undefined || review.ignore?.includes(check)) return [];
  const segments = new Map(result.map((entry, at) => [entry, matched[at]?.segment]));
  return groupsOf(result).flatMap(({ head, source }) => {
    const unit = units[segments.get(head)?.unit ?? -1];
    if (unit === undefined || !mayName(head, unit)) return [];
    const before = links(source, unit);
    return links(head.target, unit).flatMap((link) => findingsAt(link, { before, entry: head, from: path, site }));
  });
}

/** Most texts have no such link, and nothing is looked at. */
function mayName({ target, state, ignore }: Entry, { destinations }: Unit): boolean {
  if (state === 'initial' || ignore?.includes(check)) return false;
  return target.includes('#') || Object.values(destinations ?? {}).some((destination) => destination.includes('#'));
}

interface Place {
  /** The links of the source sentence. */
  readonly before: readonly Link[];
  readonly entry: Entry;
  readonly from: string;
  readonly site: Site;
}

/** What leads nowhere in the source either is no fault of the translation. */
function findingsAt(link: Link, { before, entry, from, site }: Place): readonly EntryFinding[] {
  const goal = site.goalOf(link.destination, from);
  if (goal === undefined || goal.isInTarget) return [];
  const own = before.find(({ destination }) => destination === link.destination);
  if (own !== undefined && !goal.isInSource) return [];
  const { anchor, path } = goal;
  return [
    {
      check,
      severity: 'warning',
      message: { id: 'check.broken_anchor', values: { anchor, path } },
      source: own && { start: own.start, end: own.end },
      target: { start: link.start, end: link.end },
      entry,
    },
  ];
}
