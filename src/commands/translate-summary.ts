import type { Speaker } from '../messages/index.ts';
import type { TranslatedDocument } from '../pipeline/index.ts';
import { needsTarget } from '../pipeline/needs-target.ts';
import type { EngineOutcome } from '../run/ask-engines.ts';
import type { FolderRun } from '../run/translate-folder.ts';
import { countsOf, type DocumentCount } from './translate-counts.ts';

export interface More {
  /** Review files whose source is gone. */
  readonly orphans: readonly string[];
  /** Documents in which nothing is new are not listed. */
  readonly isBrief?: true | undefined;
}

/** What a run did, line by line. */
export function summaryLines(run: FolderRun, { orphans, isBrief }: More, speaker: Speaker): readonly string[] {
  const { documents, waiting, replaced, errors } = countsOf(run.translated);
  const { fromJournal, perhapsPaidTwice, mended } = sumsOf(run.outcomes);
  const counts = [
    { id: 'translate.journal', count: fromJournal },
    { id: 'translate.perhaps_twice', count: perhapsPaidTwice },
    { id: 'translate.mended', count: mended },
    { id: 'translate.replaced', count: replaced },
    { id: 'translate.waiting', count: waiting },
    { id: 'translate.withheld', count: withheldIn(run).length },
    { id: 'translate.findings', count: errors },
    { id: 'translate.orphans', count: orphans.length },
    { id: 'translate.later', count: run.later.length },
  ] as const;
  return [
    speaker.say(run.routes.reason),
    ...documentLines(documents, isBrief ? 0 : mostUnchanged, speaker),
    billedLine(run.outcomes, speaker),
    ...counts.filter(({ count }) => count > 0).map(({ id, count }) => speaker.say({ id, values: { count } })),
  ];
}

/** More documents in which nothing is new are not listed one by one. */
const mostUnchanged = 10;

function documentLines(documents: readonly DocumentCount[], most: number, speaker: Speaker): readonly string[] {
  const unchanged = documents.filter((each) => !isNews(each));
  const isListed = unchanged.length <= most;
  const lines = documents.filter((each) => isListed || isNews(each)).map((each) => countLine(each, speaker));
  if (isListed || most === 0) return lines;
  const sentences = unchanged.reduce((sum, each) => sum + each.sentences, 0);
  return [...lines, speaker.say({ id: 'translate.unchanged', values: { count: unchanged.length, sentences } })];
}

function isNews({ kinds, edited }: DocumentCount): boolean {
  return edited > 0 || Object.keys(kinds).some((kind) => kind !== 'unchanged');
}

/** Documents whose sentences wait because `documents:` lets nobody see them who was to be asked. */
function withheldIn({ translated, routes }: FolderRun): readonly TranslatedDocument[] {
  if (routes.usual.length === 0) return [];
  return translated.documents.filter(
    ({ route, result }) => route.length === 0 && result.some((entry) => needsTarget(entry, undefined)),
  );
}

/** `1,234 characters billed in 3 requests, about €0.02.` */
export function billedLine(outcomes: readonly EngineOutcome[], speaker: Speaker): string {
  const { billed, requests, costs } = sumsOf(outcomes);
  return speaker.say({ id: 'translate.billed', values: { billed, requests, cost: moneyOf(costs, speaker) } });
}

interface Sums extends Pick<EngineOutcome, 'billed' | 'requests' | 'fromJournal' | 'perhapsPaidTwice' | 'mended'> {
  /** By currency. */
  readonly costs: ReadonlyMap<string, number>;
}

/** What all engines of a run did together. */
export function sumsOf(outcomes: readonly EngineOutcome[]): Sums {
  const sum = (count: (outcome: EngineOutcome) => number) => outcomes.reduce((all, each) => all + count(each), 0);
  const costs = new Map<string, number>();
  for (const { engine, cost = 0 } of outcomes)
    if (engine.price !== undefined && cost > 0)
      costs.set(engine.price.currency, (costs.get(engine.price.currency) ?? 0) + cost);
  return {
    billed: sum(({ billed }) => billed),
    requests: sum(({ requests }) => requests),
    fromJournal: sum(({ fromJournal }) => fromJournal),
    perhapsPaidTwice: sum((outcome) => outcome.perhapsPaidTwice),
    mended: sum(({ mended }) => mended),
    costs,
  };
}

/** `€0.02`, or `none`. */
export function moneyOf(costs: ReadonlyMap<string, number>, speaker: Speaker): string {
  const amounts = [...costs].map(([currency, cost]) => speaker.money(cost, currency));
  return amounts.length === 0 ? 'none' : amounts.join(' + ');
}

/** `translations/en/a.txt  17 sentences: 16 unchanged, 1 by mock` */
export function countLine({ path, sentences, kinds, edited }: DocumentCount, speaker: Speaker): string {
  const parts = Object.entries(kinds).map(([kind, count]) =>
    speaker.say({ id: `count.${kind as keyof typeof kinds}`, values: { count: count ?? 0 } }),
  );
  const edits = edited > 0 ? [speaker.say({ id: 'count.edited', values: { count: edited } })] : [];
  return speaker.say({
    id: 'translate.document',
    values: { path, sentences, parts: speaker.list([...parts, ...edits]) },
  });
}
