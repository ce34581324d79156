import { diffArrays } from 'diff';
import { expect, test } from 'vitest';
import { readConflicts } from '../../src/conflicts.ts';
import type { Entry } from '../../src/model.ts';
import { readConflictedReview } from '../../src/pipeline/resolve/conflicted-review.ts';
import { resolveReview } from '../../src/pipeline/resolve/resolve.ts';
import { firstText, paths, seeded, type Worker, worker, workOn } from './branches.ts';
import { acceptAll, createDisk, type Disk, deepl, entriesOf, review, run, textOf, withFile } from './disk.ts';
import { type Fork, type GitMerge, mergeAll } from './git-merges.ts';

/**
 * Law 7 at random: two people work on a document and its translation, each on a branch, and git puts them together.
 * Whatever they did, no text of theirs is lost, nothing is paid for twice, and the run after the next changes nothing.
 */
const pairs = Number(process.env.WORDFERRY_BRANCHES ?? 60);
const firstSeed = Number(process.env.WORDFERRY_SEED ?? 1);

interface Worked extends Fork {
  /** Characters that the runs on both branches asked for. */
  readonly billed: number;
}

test(`${pairs} pairs of branches`, { timeout: 30_000 + pairs * 2_000 }, () => examineAll(firstSeed, pairs));

test.each([['both sides part added paragraphs with other blanks', 837]])('%s', (_, seed) => examineAll(seed, 1));

async function examineAll(first: number, count: number): Promise<void> {
  const forks: Worked[] = [];
  for (let seed = first; seed < first + count; seed += 1) forks.push(await work(seeded(seed)));
  const merges = mergeAll(forks);
  const counts = new Map<string, number>();
  const elsewhere: number[] = [];
  for (const [at, fork] of forks.entries()) {
    const merge = merges[at] ?? { files: new Map(), conflicted: new Set() };
    const kinds = await examine(fork, merge, `seed ${first + at}`);
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (kinds.includes('review file in conflict: elsewhere')) elsewhere.push(first + at);
  }
  if (count > 60) console.log(counts);
  expect(elsewhere, 'seeds').toEqual([]);
}

async function work(random: ReturnType<typeof seeded>): Promise<Worked> {
  const first = await run(createDisk({ 'a.md': firstText(worker('S', random)) }), deepl);
  const accepted =
    random(2) === 0
      ? acceptAll(first.disk, 'a.md')
      : review(first.disk, paths.review, () => (random(3) === 0 ? { state: 'reviewed' } : {}));
  const base = { ...(await run(accepted, deepl)).disk, left: [] };
  const [ours, theirs] = [await branch(base, worker('A', random)), await branch(base, worker('B', random))];
  return { base, ours: ours.disk, theirs: theirs.disk, billed: ours.billed + theirs.billed };
}

/** Up to four changes, each with its run. What the run refuses, nobody commits. */
async function branch(base: Disk, who: Worker): Promise<{ readonly disk: Disk; readonly billed: number }> {
  let [disk, billed] = [base, 0];
  for (let left = 1 + who.random(4); left > 0; left -= 1) {
    const done = await run(workOn(disk, who), deepl);
    if (done.problems.length > 0) continue;
    disk = done.disk;
    billed += done.asked.join('').length;
  }
  return { disk, billed };
}

/** What was to settle; throws where a law does not hold. */
async function examine(fork: Worked, { files, conflicted }: GitMerge, seed: string): Promise<readonly string[]> {
  const kinds: string[] = [];
  const isClean = !conflicted.has(paths.source);
  kinds.push(isClean ? 'sources merged' : 'sources in conflict');
  let disk: Disk = { ...fork.base, files, left: [], merge: { base: fork.base, sides: [fork.ours, fork.theirs] } };
  if (!isClean) disk = withFile(disk, paths.source, readConflicts(textOf(disk, paths.source))?.theirs.text);
  if (conflicted.has(paths.review)) {
    if (isClean)
      kinds.push(haveMet(fork) ? 'review file in conflict: the same place' : 'review file in conflict: elsewhere');
    const { resolved, isForPeople } = settle(disk, fork);
    if (isForPeople) kinds.push('for people to settle');
    disk = resolved;
  }
  if (conflicted.has(paths.target)) kinds.push('translated file in conflict');
  const merged = await run(disk, deepl);
  expect(merged.problems, seed).toEqual([]);
  if (isClean) expect(merged.asked.join('').length, seed).toBeLessThanOrEqual(fork.billed);
  const { merge, ...committed } = merged.disk;
  for (const next of [merged.disk, committed]) expect((await run(next, deepl)).changed, seed).toEqual([]);
  for (const side of [fork.ours, fork.theirs])
    expect(lostTexts(side, { ...fork, merged: merged.disk }), seed).toEqual([]);
  return kinds;
}

/** As `resolve` and then somebody who takes their own side. Settled twice it is what it was; on the other branch it is the same. */
function settle(disk: Disk, { base }: Fork): { readonly resolved: Disk; readonly isForPeople: boolean } {
  const read = (text: string) =>
    readConflictedReview({
      path: paths.review,
      languages: { source: 'de', target: 'en' },
      text,
      base: textOf(base, paths.review),
    });
  const conflict = read(textOf(disk, paths.review));
  if (conflict === undefined) throw new Error('there is a conflict');
  const { ours, theirs } = conflict;
  const resolved = resolveReview(conflict, conflict);
  const again = read(resolved.text);
  if (again !== undefined) expect(resolveReview(again, again).text).toBe(resolved.text);
  const mirrored = resolveReview({ ...conflict, ours: theirs, theirs: ours }, { ...conflict, keep: 'theirs' });
  const { text, left } = resolveReview(conflict, { ...conflict, keep: 'ours' });
  expect(mirrored.text).toBe(text);
  return {
    resolved: { ...withFile(disk, paths.review, text), left: left.map((pair) => ({ ...pair, language: 'en' })) },
    isForPeople: resolved.conflicts.length > 0,
  };
}

/** What somebody wrote on a branch that is in no review file and not in the memory. */
function lostTexts(side: Disk, { base, merged }: Fork & { readonly merged: Disk }): readonly string[] {
  const before = new Set(textsOfPeople(base));
  const sources = new Set(entriesOf(merged, 'a.md').map(({ source }) => source));
  const notes = entriesOf(side, 'a.md').flatMap(({ source, note }) => (sources.has(source) && note ? [note] : []));
  const kept = `${textOf(merged, paths.review)}\n${merged.left.map(({ target }) => target).join('\n')}`;
  return [...textsOfPeople(side), ...notes].filter((text) => !before.has(text) && !kept.includes(text));
}

const textsOfPeople = (disk: Disk): readonly string[] =>
  entriesOf(disk, 'a.md').flatMap(({ state, machine, target, previous }) => [
    ...(state !== 'initial' && machine === undefined ? [target] : []),
    ...(previous === undefined ? [] : [previous.target]),
  ]);

/** Whether both branches changed the same entry, or put something where the other changed what stands around it. */
function haveMet({ base, ours, theirs }: Fork): boolean {
  const [one, other] = [touched(base, ours), touched(base, theirs)];
  return [...one].some((place) => other.has(place));
}

/** Odd numbers are entries of the base, even ones what is between them: touched where entries come or go. */
function touched(base: Disk, side: Disk): ReadonlySet<number> {
  const plain = ({ lines, place, ...entry }: Entry) => JSON.stringify(entry);
  const runs = diffArrays(entriesOf(base, 'a.md').map(plain), entriesOf(side, 'a.md').map(plain));
  const places = new Set<number>();
  let at = 0;
  for (const [index, { removed, added, count, value }] of runs.entries()) {
    const isInPlace = [runs[index - 1], runs[index + 1]].some(
      (other) => (removed ? other?.added : added && other?.removed) && areSame(value, other?.value ?? []),
    );
    const to = removed ? 2 * (at + count) : 2 * at;
    for (let place = 2 * at; place <= to; place += 1)
      if ((removed || added) && (place % 2 === 1 || !isInPlace)) places.add(place);
    if (!added) at += count;
  }
  return places;
}

/** One sentence in the place of another, or the same ones. */
function areSame(before: readonly string[], after: readonly string[]): boolean {
  const sourceOf = (entry: string | undefined): unknown => JSON.parse(entry ?? '{}').source;
  return (
    before.length === after.length &&
    (before.length === 1 || before.every((entry, at) => sourceOf(entry) === sourceOf(after[at])))
  );
}
