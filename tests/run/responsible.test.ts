import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TranslatedDocument } from '../../src/pipeline/index.ts';
import { baseCommit, objectionTo, readResponsible, responsibleAt } from '../../src/run/responsible.ts';
import { defaults } from '../../src/settings.ts';
import { createFolder, type Folder, refusal } from '../store/folder.ts';

let { root, put, remove }: Folder = createFolder();
beforeEach(() => {
  remove();
  ({ root, put, remove } = createFolder());
  git('init', '-q', '-b', 'main');
  put('CODEOWNERS', '/translations/ko/ @kim\n/translations/en/ @anna\n');
  commit();
});
afterEach(() => remove());

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd: root });
function commit(): void {
  git('add', '-A');
  git('commit', '-qm', 'x');
}

const settings = { ...defaults, targets: ['en', 'ko'] };
const asked = { settings, env: {} };
const korean = {
  document: { path: 'source-de/a.txt' },
  languages: { source: 'de', target: 'ko' },
  files: { path: 'translations/ko/a.txt' },
} as TranslatedDocument;

describe('a branch does not choose who reviews it', () => {
  test('by its CODEOWNERS', async () => {
    put('CODEOWNERS', '* @mallory\n');
    expect(objectionTo(['@mallory'], korean, readResponsible(root, asked))).toBeUndefined();
    const responsible = await responsibleAt(root, baseCommit(root, 'HEAD', {}) ?? '', asked);
    expect(objectionTo(['@mallory'], korean, responsible)?.id).toBe('accept.owner');
    expect(objectionTo(['@kim'], korean, responsible)).toBeUndefined();
  });

  test('by its layout: what is Korean on the base branch is not English here', async () => {
    const moved = { ...settings, target: 'translations/en/{lang}/{path}' };
    const here = readResponsible(root, { settings: moved, env: {} });
    expect(objectionTo(['@anna'], korean, here)).toBeUndefined();
    const base = await responsibleAt(root, baseCommit(root, 'HEAD', {}) ?? '', { settings: moved, env: {} });
    expect(objectionTo(['@anna'], korean, base)?.id).toBe('accept.owner');
  });

  test.each([
    ['GitHub', { GITHUB_BASE_REF: 'main' }],
    ['GitLab', { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }],
  ])('%s says which the base branch is', (_, env) =>
    expect(baseCommit(root, undefined, env)).toMatch(/^[0-9a-f]{40}$/),
  );

  test('without the base branch nobody accepts', () => {
    expect(refusal(() => baseCommit(root, undefined, { GITHUB_BASE_REF: 'gone' })).text.id).toBe('owners.base');
    expect(refusal(() => baseCommit(root, 'gone', {})).text.id).toBe('owners.base');
  });
});

test('a project below the top of its repository is owned by the lines for its folder', () => {
  put('CODEOWNERS', '/news/translations/ko/ @kim\n');
  put('news/wordferry.yaml');
  const responsible = readResponsible(`${root}/news`, asked);
  expect(objectionTo(['@kim'], korean, responsible)).toBeUndefined();
});

test.each([
  ['.github/CODEOWNERS', {}, '@a'],
  ['docs/CODEOWNERS', {}, '@kim'],
  ['.gitlab/CODEOWNERS', { GITLAB_CI: 'true' }, '@kim'],
  ['.forgejo/CODEOWNERS', { GITHUB_ACTIONS: 'true' }, '@kim'],
])('%s beside the one at the top, with %o', (path, env, owner) => {
  put(path, '* @a\n');
  expect(objectionTo([owner], korean, readResponsible(root, { settings, env }))).toBeUndefined();
});
