import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { rolldown } from 'rolldown';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acquireLock, waitForLock } from '../../src/store/lock.ts';
import { createFolder, type Folder, refusal } from './folder.ts';

let { root, put, get, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, get, remove } = createFolder());
});
afterEach(() => remove());

const ended = (script: string): Promise<string> =>
  text(spawn(process.execPath, ['-e', script, root], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout);

test('never two at a time, also where locks of processes that are gone are taken over', async () => {
  await buildLock(join(root, 'lock.cjs'));
  const results = await Promise.all(Array.from({ length: 4 }, () => ended(contender)));
  const counts = results.map((each): { held: number; together: number } => JSON.parse(each));
  expect(counts.reduce((sum, { together }) => sum + together, 0)).toBe(0);
  for (const { held } of counts) expect(held).toBe(100);
});

/** A process of Node 20 needs JavaScript. */
async function buildLock(file: string): Promise<void> {
  const bundle = await rolldown({ input: 'src/store/lock.ts', platform: 'node' });
  await bundle.write({ file, format: 'cjs' });
}

/**
 * Takes the lock a hundred times, and looks whether somebody else has it. Every other time it leaves the lock as a process
 * that was killed would.
 */
const contender = `
  const fs = require('node:fs');
  const root = process.argv[1];
  const path = root + '/.wordferry/lock';
  const { acquireLock } = require(root + '/lock.cjs');
  void (async () => {
    let [held, together] = [0, 0];
    while (held < 100) {
      let release;
      try { release = acquireLock(root); } catch (error) { if (error.status !== 5) throw error; }
      if (release !== undefined) {
        held += 1;
        try { fs.mkdirSync(root + '/held'); } catch { together += 1; }
        await new Promise((next) => setImmediate(next));
        fs.rmSync(root + '/held', { recursive: true, force: true });
        if (held % 2) release();
        else {
          const gone = { ...JSON.parse(fs.readFileSync(path, 'utf8')), pid: 999999999, since: String(Math.random()) };
          fs.writeFileSync(root + '/gone' + process.pid, JSON.stringify(gone));
          fs.renameSync(root + '/gone' + process.pid, path);
        }
      }
      await new Promise((next) => setImmediate(next));
    }
    console.log(JSON.stringify({ held, together }));
  })();
`;

test('a lock that is no longer ours stays', () => {
  const release = acquireLock(root);
  const other = get('.wordferry/lock').replace(/"since":"[^"]*"/, '"since":"later"');
  put('.wordferry/lock', other);
  release();
  expect(get('.wordferry/lock')).toBe(other);
});

test.each(['', 'null', '{}', '[1]'])('a lock that says %j is nobody’s, and nothing is left of it', (content) => {
  put('.wordferry/lock', content);
  acquireLock(root)();
  expect(readdirSync(join(root, '.wordferry'))).toEqual([]);
});

test('a takeover that was killed is taken over too, one that is under way is not', () => {
  const release = acquireLock(root);
  const own = JSON.parse(get('.wordferry/lock'));
  release();
  put('.wordferry/lock', JSON.stringify({ ...own, pid: 999_999_999 }));
  put('.wordferry/lock.takeover', JSON.stringify(own));
  expect(refusal(() => acquireLock(root)).text.id).toBe('lock.held');
  put('.wordferry/lock.takeover', JSON.stringify({ ...own, pid: 999_999_998 }));
  acquireLock(root)();
  expect(readdirSync(join(root, '.wordferry'))).toEqual([]);
});

describe('what processes that were killed while they took the lock have left', () => {
  const draft = (pid: number) => `.wordferry/lock.${pid}.010c96e5-e758-4aec-baa7-755d050b9f42`;
  test.each([
    ['half a draft', draft(999_999_999), '{"pid":', false],
    ['a draft', draft(999_999_999), 'own', false],
    ['a takeover', '.wordferry/lock.takeover', 'gone', false],
    ['the draft of a process that is at it', draft(process.pid), '{"pid":', true],
    ['its takeover', '.wordferry/lock.takeover', 'own', true],
  ])('%s', (_, path, content, stays) => {
    const release = acquireLock(root);
    const own = JSON.parse(get('.wordferry/lock'));
    release();
    const isOfDraft = path.includes('999999999');
    const texts: Readonly<Record<string, string>> = {
      own: JSON.stringify(isOfDraft ? { ...own, pid: 999_999_999 } : own),
      gone: JSON.stringify({ ...own, pid: 999_999_998 }),
    };
    put(path, texts[content] ?? content);
    acquireLock(root)();
    expect(readdirSync(join(root, '.wordferry'))).toEqual(stays ? [path.slice('.wordferry/'.length)] : []);
  });
});

test('who waits gets the lock when it is given back, or hears who has it', async () => {
  const release = acquireLock(root);
  await expect(waitForLock(root)).rejects.toMatchObject({ status: 5, text: { id: 'lock.held' } });
  await expect(waitForLock(root, { seconds: 0.2 })).rejects.toMatchObject({ status: 5 });
  setTimeout(release, 150);
  (await waitForLock(root, { seconds: 60 }))();
  expect(readdirSync(join(root, '.wordferry'))).toEqual([]);
});

test('a takeover is told once, with whose lock it was', async () => {
  const release = acquireLock(root);
  const gone = { ...JSON.parse(get('.wordferry/lock')), pid: 999_999_999 };
  release();
  put('.wordferry/lock', JSON.stringify(gone));
  const told: unknown[] = [];
  (await waitForLock(root, { onTakenOver: (holder) => told.push(holder) }))();
  (await waitForLock(root, { onTakenOver: (holder) => told.push(holder) }))();
  expect(told).toEqual([gone]);
});
