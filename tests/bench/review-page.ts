import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { DocumentView, Overview } from '../../src/review/api.ts';
import { type Row, translated } from '../review/translated.ts';
import { madeSentences } from './made-sentences.ts';
import { figure, type Line, type Report } from './report.ts';

/** The server of `wordferry review`: so many documents (`WORDFERRY_BENCH_REVIEWED`) of eight sentences, and one of 5,000. */
export async function reviewPage(): Promise<Report> {
  const documents = Number(process.env.WORDFERRY_BENCH_REVIEWED ?? 2000);
  const root = mkdtempSync(join(tmpdir(), 'wordferry-bench-'));
  try {
    makeProject(root, documents);
    return { title: `Review: ${documents} documents and one of 5,000 sentences`, lines: await askAll(root) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function askAll(root: string): Promise<readonly Line[]> {
  const server = spawn(process.execPath, [resolve('dist/cli.js'), 'review', '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const url = await new Promise<string>((done) => server.stdout.once('data', (data) => done(JSON.parse(data).url)));
    const page = { url, pid: server.pid ?? 0 };
    const small = 'translations/en/d0.txt';
    const first = await asked('first overview, of what is read', page, '/api/overview');
    const whole = await untilRead(page);
    const overview = await bestOf(() => asked<Overview>('overview', page, '/api/overview'));
    const opened = await asked<DocumentView>('5,000 sentences opened', page, documentAt(large));
    const again = await bestOf(() => asked<DocumentView>('5,000 sentences again', page, documentAt(large)));
    const ids = sentencesOf(again.value);
    const accepted = await decided('one of 5,000 accepted', page, again.value, { id: ids[0], kind: 'accept' });
    const edited = await decided('one of 5,000 edited', page, accepted.value, {
      id: ids[1],
      kind: 'edit',
      target: 'Other.',
    });
    const short = await asked<DocumentView>('8 sentences opened', page, documentAt(small));
    const one = await decided('one of 8 accepted', page, short.value, {
      id: sentencesOf(short.value)[0],
      kind: 'accept',
    });
    const memory = { name: 'memory', figures: `${figure(residentOf(page.pid))} MB` };
    return [first, whole, overview, opened, again, accepted, edited, short, one].map(lineOf).concat(memory);
  } finally {
    server.kill();
  }
}

interface Page {
  readonly url: string;
  readonly pid: number;
}

/** From the first overview on. */
async function untilRead(page: Page): Promise<Asked<Overview>> {
  const [start, before] = [performance.now(), workedBy(page.pid)];
  for (;;) {
    const { value } = await asked<Overview>('', page, '/api/overview');
    if (value.reading !== undefined) continue;
    return { name: 'all documents read', value, wall: performance.now() - start, cpu: workedBy(page.pid) - before };
  }
}

interface Asked<T> {
  readonly name: string;
  readonly value: T;
  /** Milliseconds: what the page waits, and what the server works. */
  readonly wall: number;
  readonly cpu: number;
}

const large = 'translations/en/large.txt';
const documentAt = (path: string) => `/api/document?path=${path}`;
const sentencesOf = ({ units }: DocumentView) => units.flatMap(({ sentences }) => sentences.map(({ id }) => id));
const lineOf = ({ name, wall, cpu }: Asked<unknown>): Line => ({
  name,
  figures: `${figure(wall)} ms, ${figure(cpu)} ms of processor time`,
});

async function asked<T>(name: string, { url, pid }: Page, target: string, init: RequestInit = {}): Promise<Asked<T>> {
  const { origin, hash } = new URL(url);
  const [start, before] = [performance.now(), workedBy(pid)];
  const headers = { origin, 'content-type': 'application/json', 'x-wordferry-token': hash.slice(1) };
  const response = await fetch(origin + target, { ...init, headers });
  const value = (await response.json()) as T;
  return { name, value, wall: performance.now() - start, cpu: workedBy(pid) - before };
}

function decided(
  name: string,
  page: Page,
  { path, revision }: DocumentView,
  decision: object,
): Promise<Asked<DocumentView>> {
  const body = JSON.stringify({ path, revision, decisions: [decision] });
  return asked(name, page, '/api/decide', { method: 'POST', body });
}

async function bestOf<T>(ask: () => Promise<Asked<T>>): Promise<Asked<T>> {
  let best = await ask();
  for (let times = 4; times > 0; times -= 1) {
    const next = await ask();
    if (next.wall < best.wall) best = next;
  }
  return best;
}

/** Milliseconds of processor time so far, in ticks of ten (Linux; elsewhere nobody counts). */
function workedBy(pid: number): number {
  const fields = procOf(pid, 'stat').replace(/.*\) /s, '').split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

/** Megabytes. */
const residentOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(procOf(pid, 'status'))?.[1] ?? 0) / 1000;

function procOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function makeProject(root: string, documents: number): void {
  const sentences = madeSentences(documents * 8 + 5000);
  const rows = (from: number, count: number): readonly Row[] =>
    sentences.slice(from, from + count).map((sentence, at): Row => [sentence, `Target ${at} of ${sentence}`]);
  const names = Array.from({ length: documents }, (_, at) => [`d${at}.txt`, rows(at * 8, 8)] as const);
  for (const [name, own] of [...names, ['large.txt', rows(documents * 8, 5000)] as const]) {
    for (const [path, text] of Object.entries(translated(name, own))) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  execFileSync('git', ['init', '-q'], { cwd: root });
}
