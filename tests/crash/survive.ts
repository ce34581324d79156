import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { readReviewFile } from '../../src/review-file/index.ts';
import { translateFolder } from '../../src/run/translate-folder.ts';
import type { FakeDeepL } from '../engines/fake-deepl.ts';
import { run } from './program.ts';
import { type Template, translate } from './template.ts';
import { readTimes, readTree } from './tree.ts';

/** A text in a language, as DeepL bills it. */
type Segment = string;

/** One translation of a template, with the ledger of what it costs. */
export interface World {
  readonly template: Template;
  readonly folder: string;
  readonly deepl: FakeDeepL;
  readonly jobs: 1 | 4;
}

/** What a run left that did not come to its end. */
export interface Wreck {
  /** Billed, and not in the journal. */
  readonly atRisk: ReadonlySet<Segment>;
  /** How many requests they were billed in. */
  readonly batches: number;
}

/** Every file is old or new. */
export function expectWhole({ template: { before, after }, folder }: World): void {
  const tree = [...readTree(folder)].filter(([path]) => !path.endsWith('.wordferry-tmp'));
  const strange = tree.filter(([path, text]) => ![before.get(path), after.get(path)].includes(text));
  expect(strange.map(([path]) => path)).toEqual([]);
}

/** Nothing that people wrote is gone, and what they may read can be read. */
export async function expectKept(world: World): Promise<Wreck> {
  const { template, folder } = world;
  // What the program had sent before it ended is billed, though it may still be under way.
  await pause(20);
  const tree = readTree(folder);
  expect([...template.before.keys()].filter((path) => !tree.has(path))).toEqual([]);
  const kept: string[] = [read(join(folder, '.wordferry/memory.jsonl'))];
  for (const [path, text] of tree) {
    if (!path.startsWith('translations/') || path.endsWith('.wordferry-tmp')) continue;
    kept.push(text);
    const target = path.split('/')[1] ?? '';
    if (path.endsWith('.review.yaml')) readReviewFile(text, path, { source: 'de', target });
  }
  const all = kept.join('\n');
  expect(template.texts.filter((text) => !all.includes(text))).toEqual([]);
  return wreckOf(world);
}

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function wreckOf({ folder, deepl }: World): Wreck {
  const journal = journalOf(folder);
  const isKept = ([target, text]: readonly [string, string]) =>
    journal.includes(JSON.stringify(translate(text, target)));
  const lost = deepl.requests.map((request) => segmentsOf(request).filter((segment) => !isKept(segment)));
  return {
    atRisk: new Set(lost.flat().map((segment) => segment.join(' '))),
    batches: lost.filter((segments) => segments.length > 0).length,
  };
}

/** Whole lines only: what a crash tore off is none. */
function journalOf(folder: string): string {
  const journal = join(folder, '.wordferry/journal');
  if (!existsSync(journal)) return '';
  const files = readdirSync(journal).map((name) => read(join(journal, name)));
  return files.map((text) => text.slice(0, text.lastIndexOf('\n') + 1)).join('');
}

function segmentsOf({ form, texts }: FakeDeepL['requests'][number]): readonly (readonly [string, string])[] {
  return texts.map((text) => [form.get('target_lang') ?? '', text]);
}

/**
 * What the next run does, by itself: all is as if nothing had happened, and paid once but for what was under way. Gives
 * how many characters were paid again.
 */
export async function expectRecovery(
  world: World,
  atRisk: ReadonlySet<Segment>,
  how: 'program' | 'here',
): Promise<number> {
  expect(await translateAgain(world, how)).toBe(0);
  const { template, folder } = world;
  expect(changesBetween(template.after, readTree(folder))).toEqual([]);
  expect(readdirSync(join(folder, '.wordferry')).filter((name) => !lasting.includes(name))).toEqual([]);
  const again = paidAgain(world);
  expect(again.filter((segment) => !atRisk.has(segment))).toEqual([]);
  await expectPeace(world);
  return again.reduce((sum, segment) => sum + segment.length - segment.indexOf(' ') - 1, 0);
}

const lasting = ['journal', 'memory.jsonl', 'outlines', 'report', 'settled.json'];

/** A run that sends nothing and touches nothing. */
async function expectPeace(world: World): Promise<void> {
  const [requests, times] = [world.deepl.requests.length, readTimes(world.folder)];
  expect(await translateAgain(world, 'here')).toBe(0);
  expect(world.deepl.requests.length).toBe(requests);
  expect(readTimes(world.folder)).toEqual(times);
}

async function translateAgain({ folder, deepl, jobs }: World, how: 'program' | 'here'): Promise<number | null> {
  if (how === 'program') {
    const args = ['translate', '--engine', 'deepl', '--jobs', String(jobs)];
    const { status, err } = await run({ folder, url: deepl.url, args });
    expect(status, err).toBe(0);
    return status;
  }
  const env = { DEEPL_API_KEY: 'test-key', DEEPL_SERVER_URL: deepl.url };
  const { problems, status } = await translateFolder(folder, { engine: 'deepl', jobs, env });
  expect(problems).toEqual([]);
  return status;
}

function changesBetween(expected: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...expected.keys(), ...found.keys()])].filter((path) => expected.get(path) !== found.get(path));
}

function paidAgain({ deepl }: World): readonly Segment[] {
  const billed = deepl.requests.flatMap(segmentsOf).map((segment) => segment.join(' '));
  return billed.filter((segment, at) => billed.indexOf(segment) < at);
}
