import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { platforms, workflowsOf } from '../src/commands/init-ci.ts';
import type { Platform } from '../src/owners/index.ts';
import { defaults, type Settings } from '../src/settings.ts';
import { program } from './sandbox.ts';

const settings: Settings = { ...defaults, targets: ['en', 'ko'] };
const textOf = (platform: Platform, path: string, own = settings) =>
  workflowsOf(platform, own).find((file) => file.path === path)?.text ?? '';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly script?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

const translate = parse(textOf('github', '.github/workflows/translate.yml'));
const adopt = parse(textOf('github', '.github/workflows/adopt.yml'));
const gitlab: Readonly<Record<string, Job>> = parse(textOf('gitlab', '.gitlab/wordferry.yml'));
const forgejo = parse(textOf('forgejo', '.forgejo/workflows/translate.yml'));

describe.each(platforms)('what init writes for %s', (platform) => {
  test.each(workflowsOf(platform, settings))(
    '$path is whole, and takes no text of an event into a shell',
    ({ text }) => {
      const { jobs = {} } = parse(text);
      expect(text).not.toMatch(/# <[\w./-]+>$/m);
      for (const { steps = [] } of Object.values<Job>(jobs))
        for (const { run = '' } of steps) {
          expect(run).not.toContain('${{');
          expect(spawnSync('bash', ['-n', '-c', run]).status).toBe(0);
        }
      for (const { script = [] } of Object.values<Job>(parse(text)))
        for (const line of script) expect(spawnSync('bash', ['-n', '-c', line]).status, line).toBe(0);
    },
  );
});

test('this repository has the workflows that init writes', () => {
  for (const { path, text } of workflowsOf('github', settings)) expect(readFileSync(path, 'utf8'), path).toBe(text);
});

describe('a job has the rights that it needs', () => {
  test('the key and the right to push are never in one step', () => {
    expect(translate.permissions).toEqual({});
    const { permissions, steps } = translate.jobs.translate;
    expect(permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
    const withKey = steps.filter(({ env }: Step) => env?.DEEPL_API_KEY).map(({ name }: Step) => name);
    const withToken = steps.filter(({ env }: Step) => env?.TOKEN).map(({ name }: Step) => name);
    expect([withKey, withToken]).toEqual([['Translate'], ['Push']]);
    expect(steps.find(({ name }: Step) => name === 'Push').run).not.toMatch(/\b(?:npx|npm|node)\b/);
    expect(translate.concurrency['cancel-in-progress']).toBe(false);
  });

  test('who runs the code of a pull request can only read, who can write runs none of it, and no fork gets there', () => {
    expect(adopt.permissions).toEqual({});
    expect(adopt.jobs.adopt.permissions).toEqual({ contents: 'read' });
    expect(adopt.jobs.adopt.if).toContain('head.repo.full_name == github.repository');
    expect(JSON.stringify(adopt.jobs.adopt)).not.toMatch(/secrets|github\.token/);
    expect(adopt.jobs.push.permissions).toEqual({ contents: 'write' });
    for (const { run = '' } of adopt.jobs.push.steps) expect(run).not.toMatch(/\b(?:npx|npm|node)\b/);
  });

  test('paths and secrets are those of the project', () => {
    const own = { ...settings, include: ['docs/{a,b}/*.md'], target: 'i18n/{lang}/{path}', engines: ['llm', 'local'] };
    const text = textOf('github', '.github/workflows/translate.yml', own);
    const { on, jobs } = parse(text);
    expect(on.push.paths).toEqual(['docs/**', 'glossary.yaml', 'wordferry.yaml']);
    expect(jobs.translate.env.FILES).toBe('i18n/en/**\ni18n/ko/**\n**/*.review.yaml\n');
    expect(text).toMatch(/WORDFERRY_LLM_KEY: \$\{\{ secrets\.WORDFERRY_LLM_KEY \}\}/);
    expect(text).toContain("NEEDS: 'WORDFERRY_LLM_URL WORDFERRY_LLM_MODEL'");
    expect(text).not.toContain('DEEPL');
  });
});

let base: string;
let work: string;
const bin = () => join(base, 'bin');

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'wordferry-ci-'));
  work = base;
  mkdirSync(bin());
  stub('npx', `shift 3\nexec ${program.join(' ')} "$@"`);
  stub('gh', `echo "$*" >> ${base}/log\n[ "$2" = create ] || cat ${base}/open 2> /dev/null || echo 0`);
  stub('curl', `cat > /dev/null\nfor arg in "$@"; do echo "$arg" >> ${base}/log; done\necho 201`);
  git('init', '-q', '--bare', '-b', 'main', `${base}/remote.git`);
  git('-C', `${base}/remote.git`, 'config', 'receive.advertisePushOptions', 'true');
  clone();
  write('wordferry.yaml', 'targets: [en]\nengines: [mock]\n');
  write('.gitignore', '.wordferry/\n');
  write('source-de/a.txt', 'Der Hund bellt.\n\nEs regnete.\n');
  write('source-de/b.txt', 'Die Lage blieb ruhig.\n');
  commit('begin', 'main');
}, 30_000);
afterEach(() => rmSync(base, { recursive: true, force: true }));

const stub = (name: string, script: string) =>
  writeFileSync(join(bin(), name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
const person = { NAME: 'Anna', EMAIL: 'anna@example.org' };

function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: `${bin()}:${process.env.PATH}`,
    HOME: base,
    GIT_CONFIG_NOSYSTEM: '1',
    NEEDS: '',
    MAX_DOCUMENTS: '10',
    WARNING: translate.jobs.translate.env.WARNING,
    BASE: 'main',
    REMOTE: 'origin',
    TOKEN: 'geheim',
    FILES: 'translations/**\n',
    ...more,
  };
}

function sh(script: string, env: Readonly<Record<string, string>> = {}): { status: number | null; out: string } {
  const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: work,
    env: environment(env),
    encoding: 'utf8',
  });
  return { status: ran.status, out: ran.stdout + ran.stderr };
}

function git(...args: string[]): string {
  const names = ['AUTHOR', 'COMMITTER'].flatMap((who) =>
    Object.entries(person).map(([what, value]) => [`GIT_${who}_${what}`, value]),
  );
  const env = { PATH: process.env.PATH, HOME: base, GIT_CONFIG_NOSYSTEM: '1', ...Object.fromEntries(names) };
  const { stdout, stderr, status } = spawnSync('git', args, { cwd: work ?? base, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** As a runner gets it. */
function clone(): void {
  const at = join(base, `work-${Math.random()}`);
  work = base;
  git('clone', '-q', `${base}/remote.git`, at);
  work = at;
}

function write(path: string, text: string): void {
  mkdirSync(join(work, path, '..'), { recursive: true });
  writeFileSync(join(work, path), text);
}

function commit(message: string, branch: string): void {
  git('add', '-A');
  git('commit', '-q', '-m', message);
  git('push', '-q', 'origin', `HEAD:refs/heads/${branch}`);
}

const stepOf = (workflow: { jobs: Record<string, Job> }, job: string, name: string) =>
  workflow.jobs[job]?.steps?.find((step) => step.name === name)?.run ?? 'exit 99';
const translating = stepOf(translate, 'translate', 'Translate');
const pushing = stepOf(translate, 'translate', 'Push');

/** A run of the workflow in a clone of its own. */
function runTranslate(env: Readonly<Record<string, string>> = {}, push = pushing): string {
  clone();
  const [first, second] = [sh(translating, env), sh(push, env)];
  expect([first.status, second.status], first.out + second.out).toEqual([0, 0]);
  return first.out + second.out;
}

const branches = () =>
  git('-C', `${base}/remote.git`, 'for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads/wordferry')
    .split('\n')
    .filter((line) => line !== '');
const branchOf = (name: string) =>
  branches()
    .find((line) => line.startsWith(`wordferry/${name}-`))
    ?.split(' ')[0] ?? '';
const atBranch = (name: string, path: string) => git('-C', `${base}/remote.git`, 'show', `${branchOf(name)}:${path}`);
const log = () => (existsSync(`${base}/log`) ? readFileSync(`${base}/log`, 'utf8') : '');

describe('a push of originals', () => {
  test('gives each document a branch and a pull request, once', () => {
    runTranslate();
    const first = branches();
    expect(first.map((line) => line.replace(/-[0-9a-f]{8} .*/, ''))).toEqual(['wordferry/a-txt', 'wordferry/b-txt']);
    expect(git('-C', `${base}/remote.git`, 'diff', '--name-only', 'main', branchOf('a-txt'))).toBe(
      'translations/en/a.txt\ntranslations/en/a.txt.review.yaml',
    );
    expect(log().match(/^pr create/gm)).toHaveLength(2);
    expect(log()).toContain('--title Translations of source-de/a.txt');
    writeFileSync(`${base}/open`, '1');
    runTranslate();
    expect(branches()).toEqual(first);
    expect(log().match(/^pr create/gm)).toHaveLength(2);
  }, 240_000);

  test('keeps what people committed on it, with new originals merged in; a conflict leaves its document alone', () => {
    runTranslate();
    git('fetch', '-q', 'origin');
    git('switch', '-q', branchOf('a-txt'));
    const ours = readFileSync(join(work, 'translations/en/a.txt'), 'utf8').replace(/^.*Hund.*$/m, 'The dog barks.');
    write('translations/en/a.txt', ours);
    commit('edit', branchOf('a-txt'));
    git('switch', '-q', branchOf('b-txt'));
    write('source-de/b.txt', 'Die Lage blieb unruhig.\n');
    commit('an original on the branch', branchOf('b-txt'));
    git('switch', '-q', 'main');
    write('source-de/a.txt', 'Der Hund bellt.\n\nEs schneite.\n');
    write('source-de/b.txt', 'Die Lage wurde ruhig.\n');
    commit('change', 'main');
    const conflicted = branches().find((line) => line.startsWith('wordferry/b-txt'));
    const said = runTranslate();
    expect(said).toMatch(/::warning::wordferry: source-de\/b\.txt: the branch wordferry\/b-txt-\w+ conflicts/);
    expect(branches()).toContain(conflicted);
    expect(atBranch('a-txt', 'translations/en/a.txt')).toMatch(/^The dog barks\.\n\n.*Es schneite/);
    expect(atBranch('a-txt', 'translations/en/a.txt.review.yaml')).toContain('state: reviewed');
    expect(git('-C', `${base}/remote.git`, 'log', '--format=%s', branchOf('a-txt'))).toContain('edit');
  }, 240_000);

  test('translates at most so many documents; who comes later does not wait for those that are done', () => {
    expect(runTranslate({ MAX_DOCUMENTS: '1' })).toContain('More documents wait');
    expect(branches()).toHaveLength(1);
    expect(runTranslate({ MAX_DOCUMENTS: '1' })).not.toContain('More documents wait');
    expect(branches()).toHaveLength(2);
  }, 240_000);

  test('is done where nothing is new, and where no key is set', () => {
    clone();
    const { status, out } = sh(translating, { NEEDS: 'DEEPL_API_KEY' });
    expect([status, out]).toEqual([0, 'DEEPL_API_KEY is not set: nothing is translated.\n']);
    expect(git('branch', '--list', 'wordferry/*')).toBe('');
  });

  test('takes documents of any name', () => {
    const hostile = ['-n $(touch pwned) `id`.txt', "it's; [x]*.txt", 'Übersicht 2.txt'];
    for (const name of hostile) write(`source-de/${name}`, 'Es regnete.\n');
    commit('names', 'main');
    runTranslate();
    expect(branches().map((line) => line.replace(/-[0-9a-f]{8} .*/, ''))).toEqual([
      'wordferry/a-txt',
      'wordferry/b-txt',
      'wordferry/bersicht-2-txt',
      'wordferry/it-s-x-txt',
      'wordferry/n-touch-pwned-id-txt',
    ]);
    expect(existsSync(join(work, 'pwned'))).toBe(false);
  }, 240_000);

  test('GitLab opens merge requests by what comes with the push', () => {
    writeFileSync(
      `${base}/remote.git/hooks/pre-receive`,
      `#!/bin/sh\nfor i in $(seq 0 $((GIT_PUSH_OPTION_COUNT - 1))); do eval echo "\\$GIT_PUSH_OPTION_$i" >> ${base}/log; done\n`,
      { mode: 0o755 },
    );
    const script = gitlab['wordferry:translate']?.script?.at(-1) ?? 'exit 99';
    runTranslate({ WORDFERRY_TOKEN: 'geheim' }, script);
    expect(log()).toContain(
      'merge_request.create\nmerge_request.target=main\nmerge_request.title=Translations of source-de/a.txt',
    );
  }, 240_000);

  test('Forgejo is asked through its API', () => {
    const script = stepOf(forgejo, 'translate', 'Push');
    runTranslate({ API: 'https://git.example/api/v1', REPOSITORY: 'o/r' }, script);
    expect(log()).toContain('https://git.example/api/v1/repos/o/r/pulls');
    expect(log()).toContain(`{"head":"${branchOf('b-txt')}","base":"main","title":"Translations of source-de/b.txt"`);
    expect(log()).not.toContain('geheim');
  }, 240_000);
});

describe('edits on a pull request', () => {
  const adopting = stepOf(adopt, 'adopt', 'Adopt');
  const applying = stepOf(adopt, 'push', 'Push');
  const head = () => git('-C', `${base}/remote.git`, 'rev-parse', 'main');

  /** The second job, with the patch that the first one handed over. */
  function apply(patch: string): { status: number | null; out: string } {
    const sha = head();
    clone();
    write('wordferry.patch', patch);
    return sh(applying, { HEAD_REF: 'main', HEAD_SHA: sha });
  }

  test('are committed back with what follows from them, and then nothing more', () => {
    clone();
    sh('npx --no -- wordferry translate');
    write('translations/en/b.txt', 'The situation stayed calm.\n');
    commit('edit in the browser', 'main');
    expect(sh(adopting).status).toBe(0);
    expect(apply(readFileSync(join(work, 'wordferry.patch'), 'utf8'))).toMatchObject({ status: 0 });
    const review = () => git('-C', `${base}/remote.git`, 'show', 'main:translations/en/b.txt.review.yaml');
    expect(review()).toContain('The situation stayed calm.\n    state: reviewed');
    const once = head();
    clone();
    expect(sh(adopting).status).toBe(0);
    expect(apply(readFileSync(join(work, 'wordferry.patch'), 'utf8')).out).toContain('Nothing to adopt');
    expect(head()).toBe(once);
  }, 240_000);

  /** A patch of what `change` does to a clone. */
  function patchOf(change: () => void): string {
    clone();
    change();
    git('add', '-A', '-f');
    return `${spawnSync('git', ['diff', '--cached', '--binary'], { cwd: work, encoding: 'utf8' }).stdout}`;
  }

  test.each<[string, () => void]>([
    ['a workflow', () => write('.github/workflows/evil.yml', 'on: push\n')],
    ['an original', () => write('source-de/a.txt', 'Neu.\n')],
    ['a hidden file among translations', () => write('translations/en/.npmrc', 'x\n')],
    ['a package among translations', () => write('translations/en/package.json', '{}\n')],
    [
      'a link',
      () => {
        mkdirSync(join(work, 'translations/en'), { recursive: true });
        symlinkSync('../../.git/config', join(work, 'translations/en/c.txt'));
      },
    ],
    [
      'a program',
      () => {
        write('translations/en/c.txt', 'x\n');
        spawnSync('chmod', ['+x', join(work, 'translations/en/c.txt')]);
      },
    ],
  ])('a patch that touches %s is refused', (_, change) => {
    const [before, patch] = [head(), patchOf(change)];
    expect(patch).not.toBe('');
    expect(apply(patch)).toMatchObject({ status: 1, out: expect.stringContaining('is no translation') });
    expect(head()).toBe(before);
  });

  test('nothing is pushed onto a head that has moved, or is gone', () => {
    const patch = patchOf(() => write('translations/en/c.txt', 'x\n'));
    const seen = head();
    clone();
    write('source-de/a.txt', 'Neu.\n');
    commit('meanwhile', 'main');
    const moved = head();
    clone();
    git('checkout', '-q', '--detach', seen);
    write('wordferry.patch', patch);
    for (const HEAD_REF of ['main', 'gone']) {
      git('reset', '-q', '--hard', seen);
      expect(sh(applying, { HEAD_REF, HEAD_SHA: seen })).toMatchObject({
        status: 0,
        out: expect.stringContaining('moved'),
      });
    }
    expect(head()).toBe(moved);
  });
});
