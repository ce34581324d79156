import type { Speaker } from '../messages/index.ts';
import type { FolderRun } from '../run/translate-folder.ts';
import { countsOf, type DocumentCount } from './translate-counts.ts';

/** What a run did, line by line. `orphans`: review files whose source is gone. */
export function summaryLines(run: FolderRun, orphans: readonly string[], speaker: Speaker): readonly string[] {
  const { documents, waiting, replaced, errors } = countsOf(run.translated);
  const { billed = 0, requests = 0, fromJournal = 0, perhapsPaidTwice = 0 } = run.outcome ?? {};
  const counts = [
    { id: 'translate.journal', count: fromJournal },
    { id: 'translate.perhaps_twice', count: perhapsPaidTwice },
    { id: 'translate.replaced', count: replaced },
    { id: 'translate.waiting', count: waiting },
    { id: 'translate.findings', count: errors },
    { id: 'translate.orphans', count: orphans.length },
  ] as const;
  return [
    speaker.say(run.engine.reason),
    ...documents.map((document) => countLine(document, speaker)),
    speaker.say({ id: 'translate.billed', values: { billed, requests } }),
    ...counts.filter(({ count }) => count > 0).map(({ id, count }) => speaker.say({ id, values: { count } })),
  ];
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
