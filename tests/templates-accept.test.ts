import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { program } from './sandbox.ts';

const workflow = parse(readFileSync('src/templates/github/accept.yml', 'utf8'));

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const stepsOf = (job: string): readonly Step[] => workflow.jobs[job].steps;
const scriptOf = (job: string, name: string) => stepsOf(job).find((step) => step.name === name)?.run ?? 'exit 99';

test('has no right that it does not need, and takes no text of a comment into a shell', () => {
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs.comment.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
  expect(workflow.jobs.merged.permissions).toEqual({ contents: 'write', 'pull-requests': 'read' });
  for (const { run = '' } of ['comment', 'merged'].flatMap(stepsOf)) expect(run).not.toContain('${{');
  for (const { name, env = {} } of ['comment', 'merged'].flatMap(stepsOf))
    expect(JSON.stringify(env).includes('token'), name).toBe(name?.startsWith('Accept') ?? false);
});

let base: string;
let work: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'wordferry-accept-'));
  work = join(base, 'work');
  for (const folder of ['work', 'bin', 'temp']) mkdirSync(join(base, folder));
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', join(base, 'origin')]);
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', join(base, 'origin'));
  put('.github/CODEOWNERS', '/translations/en/ @anna\n/translations/ko/ @house/korean @kim\n');
  put('source-de/a.txt', 'Der Hund bellt.\n');
  for (const language of ['en', 'ko']) put(`translations/${language}/.gitkeep`, '');
  put('pairs.yaml', 'en:\n  Der Hund bellt.: The dog barks.\nko:\n  Der Hund bellt.: 개가 짖는다.\n');
  put('wordferry.yaml', 'review: merge\nengines: { mock: { pairs: pairs.yaml } }\n');
  put('.gitignore', '.wordferry/\n');
  git('add', '-A');
  git('commit', '-qm', 'begin');
  git('push', '-q', 'origin', 'main');
  git('checkout', '-qb', 'topic');
  execFileSync(program[0], [...program.slice(1), '--cwd', work, 'translate', '--engine', 'mock', '--quiet']);
  for (const path of ['en', 'ko'].map((language) => `translations/${language}/a.txt.review.yaml`))
    put(path, readFileSync(join(work, path), 'utf8').replace('machine: mock', 'machine: deepl'));
  git('add', '-A');
  git('commit', '-qm', 'Translate');
  git('push', '-q', 'origin', 'topic');
  git('checkout', '-q', 'main');
  shim('npx', `shift 3; exec ${program.join(' ')} "$@"`);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(work, path)), { recursive: true });
  writeFileSync(join(work, path), text);
}
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    cwd: work,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
const shim = (name: string, script: string) =>
  writeFileSync(join(base, 'bin', name), `#!/bin/bash\n${script}\n`, { mode: 0o755 });

/** Answers as GitHub does, and writes down what is posted. */
function gh(answers: string): void {
  shim(
    'gh',
    `case "$*" in
    'auth setup-git') ;;
    *POST*) echo "$*" >> ${base}/posted; for arg; do case "$arg" in body=@*) cat "\${arg#body=@}" >> ${base}/posted ;; esac; done ;;
    ${answers}
    *) exit 1 ;;
    esac`,
  );
}

function runScript(script: string, env: Readonly<Record<string, string>>): number | null {
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  const PATH = `${join(base, 'bin')}:${process.env.PATH}`;
  const github = { GITHUB_ACTIONS: 'true', GH_TOKEN: 't', TOKEN_FOR_TEAMS: 'teams', GH_REPO: 'house/paper' };
  const { status, stderr } = spawnSync('bash', args, {
    cwd: work,
    encoding: 'utf8',
    env: { PATH, HOME: base, RUNNER_TEMP: join(base, 'temp'), FUNCTIONS: workflow.env.FUNCTIONS, ...github, ...env },
  });
  if (status !== 0) process.stderr.write(stderr);
  return status;
}

const posted = (): string => {
  try {
    return readFileSync(join(base, 'posted'), 'utf8');
  } catch {
    return '';
  }
};
const branch = (name: string, format: string) =>
  git('--git-dir', join(base, 'origin'), 'log', '-1', `--format=${format}`, name);
const fileAt = (name: string, path: string) => git('--git-dir', join(base, 'origin'), 'show', `${name}:${path}`);

describe('a comment on a pull request', () => {
  function comment(text: string, login: string, more = ''): number | null {
    const sha = branch('topic', '%H');
    gh(`${more}
    *"pulls/5 --jq .head.repo.full_name") echo house/paper ;;
    *"pulls/5 --jq .head.ref") echo topic ;;
    *"pulls/5 --jq .head.sha") echo ${sha} ;;
    *"pulls/5 --jq .base.ref") echo main ;;
    *orgs/house/teams/korean/memberships/lee*) [ "$GH_TOKEN" = teams ] && echo active ;;`);
    return runScript(scriptOf('comment', 'Accept and answer'), {
      NUMBER: '5',
      COMMENT: text,
      COMMENT_ID: '9',
      LOGIN: login,
      LOGIN_ID: '7',
    });
  }

  test.each([
    ['its owner', '/accept ko', 'kim'],
    ['one of its team, with a path', '/accept ko a.txt\r\nThank you', 'lee'],
  ])('accepts in the name of %s', (_, text, login) => {
    expect(comment(text, login)).toBe(0);
    expect(branch('topic', '%an <%ae>')).toBe(`${login} <7+${login}@users.noreply.github.com>`);
    expect(branch('topic', '%(trailers:key=Reviewed-by,valueonly)')).toContain(`${login} <7+${login}@`);
    expect(fileAt('topic', 'translations/ko/a.txt.review.yaml')).toContain('state: reviewed');
    expect(fileAt('topic', 'translations/en/a.txt.review.yaml')).toContain('state: translated');
    expect(posted()).toContain('repos/house/paper/issues/comments/9/reactions --field content=+1');
  });

  test.each([
    ["a stranger's", '/accept ko', 'mallory', 'expected @house/korean or @kim'],
    ["an owner's of another language", '/accept ko', 'anna', 'expected @house/korean or @kim'],
    ['a shell', '/accept ko $(touch pwned) `touch pwned`; touch pwned', 'kim', 'expected'],
    ['a shell as a language', '/accept $(touch pwned)', 'kim', 'expected /accept LANGUAGE'],
    ['a path outside', '/accept ko ../../../etc', 'kim', 'Unexpected'],
    ['an option', '/accept ko --state final', 'kim', 'expected /accept LANGUAGE'],
    ['an option as a language', '/accept --merged', 'kim', 'Unexpected'],
    ['an unknown language', '/accept fr', 'kim', 'fr'],
    ['a second line', '/accept\n/accept ko', 'kim', 'expected /accept LANGUAGE'],
  ])('changes nothing: %s', (_, text, login, said) => {
    const before = branch('topic', '%H');
    expect(comment(text, login)).toBe(0);
    expect(branch('topic', '%H')).toBe(before);
    expect(posted()).toContain(said);
    expect(posted()).not.toContain('+1');
    expect(git('status', '--short')).toBe('');
  });

  test('changes nothing where the branch is a fork', () => {
    const before = branch('topic', '%H');
    expect(comment('/accept ko', 'kim', '*"--jq .head.repo.full_name") echo mallory/paper ;;')).toBe(0);
    expect(branch('topic', '%H')).toBe(before);
    expect(posted()).toContain('from a fork');
  });

  test('changes nothing where the branch moves meanwhile', () => {
    shim(
      'npx',
      `git -C ${work} push -q origin "$(git -C ${work} -c user.name=T -c user.email=t@example.org commit-tree -p refs/wordferry/head -m moved refs/wordferry/head^{tree}):refs/heads/topic"; shift 3; exec ${program.join(' ')} "$@"`,
    );
    expect(comment('/accept ko', 'kim')).toBe(0);
    expect(branch('topic', '%s')).toBe('moved');
    expect(posted()).toContain('The branch moved meanwhile');
  });
});

describe('a merged pull request', () => {
  test('is accepted by each who approved or merged it, in their languages', () => {
    const before = git('rev-parse', 'main');
    git('merge', '-q', '--no-ff', 'topic', '-m', 'Merge pull request #5 from house/topic');
    git('push', '-q', 'origin', 'main');
    const after = git('rev-parse', 'main');
    gh(`*commits/${after}/pulls*) echo 5 ;;
    *"pulls/5 --jq .merged_by"*) printf 'anna\\t7\\n' ;;
    *"pulls/5 --jq .head.sha") echo x ;;
    *pulls/5/reviews*) printf 'kim\\t8\\tAPPROVED\\ttrue\\nlee\\t9\\tAPPROVED\\tfalse\\nlou\\t6\\tAPPROVED\\ttrue\\nlou\\t6\\tDISMISSED\\ttrue\\n' ;;`);
    const env = { BRANCH: 'main', BEFORE: before, AFTER: after };
    expect(runScript(scriptOf('merged', 'Accept what was merged'), env)).toBe(0);
    const log = git('--git-dir', join(base, 'origin'), 'log', '-2', '--format=%an: %s', 'main');
    expect(log).toBe('kim: Accept what was merged (#5)\nanna: Accept what was merged (#5)');
    for (const language of ['en', 'ko'])
      expect(fileAt('main', `translations/${language}/a.txt.review.yaml`)).toContain('state: reviewed');
  });

  test.each([
    ['review: merge', 'merge=yes\n'],
    ['review: accept', ''],
    ['# review: merge', ''],
  ])('is a review where wordferry.yaml says so: %s', (line, expected) => {
    put('wordferry.yaml', `${line}\n`);
    const output = join(base, 'output');
    writeFileSync(output, '');
    expect(runScript(scriptOf('merged', 'Is a merge a review here?'), { GITHUB_OUTPUT: output })).toBe(0);
    expect(readFileSync(output, 'utf8')).toBe(expected);
  });
});
