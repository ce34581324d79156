import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { workflowsOf } from '../src/commands/init-ci.ts';
import { defaults } from '../src/settings.ts';

const settings = { ...defaults, targets: ['en', 'ko'] };
const textOf = (platform: 'gitlab' | 'forgejo', path: string) =>
  workflowsOf(platform, settings).find((file) => file.path === path)?.text ?? '';

/** What a platform's API answers, and what it was asked. */
interface Api {
  readonly url: string;
  readonly asked: string[];
  comments: readonly object[];
  close(): void;
}

async function serve(): Promise<Api> {
  const asked: string[] = [];
  const api: { comments: readonly object[] } = { comments: [] };
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      response.end(JSON.stringify(request.url === '/user' ? { id: 7 } : pageOf(api.comments, request.url ?? '')));
      return;
    }
    asked.push(`${request.method} ${request.url} ${await bodyOf(request)}`);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(api, { url, asked, close: () => void server.close() });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return request.headers['content-type']?.includes('json')
    ? JSON.parse(body).body
    : (new URLSearchParams(body).get('body') ?? '');
}

/** GitLab gives a hundred at a time, Forgejo all. */
function pageOf(comments: readonly object[], url: string): readonly object[] {
  const page = new URL(url, 'http://localhost').searchParams.get('page');
  return page === null ? comments : comments.slice((Number(page) - 1) * 100, Number(page) * 100);
}

const marked = '<!-- wordferry -->\nold';
const other = { id: 1, author: { id: 8 }, user: { id: 8 }, body: 'Hm.' };
const forged = { ...other, id: 2, body: marked };
const ours = { id: 3, author: { id: 7 }, user: { id: -2 }, body: marked };

const platforms = {
  gitlab: {
    script: parse(textOf('gitlab', '.gitlab/wordferry.yml'))['wordferry:note'].script.at(-1),
    env: (url: string) => ({
      CI_API_V4_URL: url,
      CI_PROJECT_ID: '5',
      CI_MERGE_REQUEST_IID: '12',
      WORDFERRY_TOKEN: 'geheim',
    }),
    made: 'POST /projects/5/merge_requests/12/notes',
    renewed: 'PUT /projects/5/merge_requests/12/notes/3',
  },
  forgejo: {
    script: parse(textOf('forgejo', '.forgejo/workflows/translations.yml')).jobs.comment.steps.at(-1).run,
    env: (url: string) => ({ API: url, REPOSITORY: 'o/r', NUMBER: '12', TOKEN: 'geheim' }),
    made: 'POST /repos/o/r/issues/12/comments',
    renewed: 'PATCH /repos/o/r/issues/comments/3',
  },
};

describe.each(Object.entries(platforms))('on %s', (_, { script, env, made, renewed }) => {
  let api: Api;
  let folder: string;
  beforeEach(async () => {
    api = await serve();
    folder = mkdtempSync(join(tmpdir(), 'wordferry-note-'));
    writeFileSync(join(folder, 'wordferry-report.md'), '### Änderungen & "mehr"\n');
  });
  afterEach(() => {
    api.close();
    rmSync(folder, { recursive: true });
  });

  const run = () =>
    new Promise<{ status: number | null; said: string }>((resolve) => {
      const child = spawn('bash', ['--norc', '-e', '-c', script], {
        stdio: ['ignore', 'pipe', 'pipe'],
        cwd: folder,
        env: { PATH: process.env.PATH, ...env(api.url) },
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
      child.on('close', (status) => resolve({ status, said }));
    });

  test.each([
    ['made, where there is none', [], made],
    ['made, where others wrote, even with our marker', [other, forged], made],
    ['brought up to date, where it is ours', [other, forged, ours], renewed],
    ['found behind a hundred others', [...Array.from({ length: 100 }, () => other), ours], renewed],
  ])('the one comment is %s', async (_name, comments, expected) => {
    api.comments = comments;
    expect(await run()).toEqual({ status: 0, said: '' });
    expect(api.asked).toEqual([`${expected} <!-- wordferry -->\n### Änderungen & "mehr"\n`]);
  });
});
