import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseGlossary } from '../src/glossary/load.ts';
import { parseSettings } from '../src/store/settings.ts';

const template = (name: string) => readFileSync(`src/templates/${name}`, 'utf8');
const layout = { sources: ['de'], targets: ['en', 'ko'] };

/** The examples in the comments, as a user gets them who takes the signs away. */
const uncommented = (text: string) => text.replace(/^# (?=(?:[a-zA-Z]+:(?: |$)| {2}))/gm, '');

test('the workflow has no secret, no right that it does not need, and takes no text of a pull request into a shell', () => {
  const workflow = parse(template('github/translations.yml'));
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs.check.permissions).toEqual({ contents: 'read' });
  expect(workflow.jobs.comment.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' });
  expect(workflow.jobs.publish.permissions).toEqual({ actions: 'read', contents: 'read' });
  expect(template('github/translations.yml')).not.toMatch(/\$\{\{\s*secrets\./);
  for (const job of Object.values<{ steps: { run?: string }[] }>(workflow.jobs)) {
    for (const { run = '' } of job.steps) expect(run).not.toContain('${{');
  }
});

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

describe('the report on a pull request', () => {
  const steps: readonly Step[] = parse(template('github/translations.yml')).jobs.check.steps;
  const script = (name: string) => steps.find((each) => each.name === name)?.run ?? 'exit 99';

  test.each([
    [
      'written, though a document was left out',
      'echo ours > wordferry-report.md; exit 6',
      'ours\n',
      'report=written\n',
    ],
    ['not written, whatever the pull request has of that name', 'exit 2', 'wordferry wrote no report.', ''],
  ])('%s', (_, npx, summary, outputs) => {
    const folder = mkdtempSync(join(tmpdir(), 'wordferry-workflow-'));
    try {
      writeFileSync(join(folder, 'npx'), `#!/bin/sh\n${npx}\n`, { mode: 0o755 });
      writeFileSync(join(folder, 'wordferry-report.md'), 'theirs');
      for (const file of ['summary', 'output']) writeFileSync(join(folder, file), '');
      const own = { GITHUB_STEP_SUMMARY: 'summary', GITHUB_OUTPUT: 'output', HEAD: 'topic' };
      const env = { PATH: `${folder}:${process.env.PATH}`, ...own };
      for (const name of ['Compare with the base branch', 'Summary'])
        spawnSync('bash', ['-eo', 'pipefail', '-c', script(name)], { cwd: folder, env });
      expect(readFileSync(join(folder, 'summary'), 'utf8')).toContain(summary);
      expect(readFileSync(join(folder, 'output'), 'utf8')).toBe(outputs);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('the report leads to the branch of the pull request, whatever its name, and to the run', () => {
  const steps: readonly Step[] = parse(template('github/translations.yml')).jobs.check.steps;
  const run = steps.find(({ name }) => name === 'Compare with the base branch')?.run ?? 'exit 99';
  const folder = mkdtempSync(join(tmpdir(), 'wordferry-workflow-'));
  try {
    writeFileSync(join(folder, 'npx'), '#!/bin/sh\nfor arg in "$@"; do echo "$arg"; done\n', { mode: 0o755 });
    const github = { GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '7' };
    const env = {
      ...github,
      PATH: `${folder}:${process.env.PATH}`,
      HEAD: 'ä/b#1 $(id)`',
      HEAD_REPO: 'fork/r',
      BASE: 'main',
    };
    const { stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', run], { cwd: folder, env, encoding: 'utf8' });
    expect(stdout).toContain('\nhttps://git.example/fork/r/edit/%C3%A4/b%231%20%24(id)%60/{path}#L{line}\n');
    expect(stdout).toContain('\nhttps://git.example/o/r/actions/runs/7\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('the suggestions on a pull request', () => {
  const steps: readonly Step[] = parse(template('github/translations.yml')).jobs.comment.steps;
  const script = steps.find(({ name }) => name === 'Suggest corrections')?.run ?? 'exit 99';
  const suggestion = (name: string) => ({
    path: 'a',
    line: 3,
    marker: `<!-- ${name} -->`,
    body: `<!-- ${name} -->\n…`,
  });
  const gh =
    'case "$*" in *--paginate*) cat known ;; *) echo "$*" > asked; cat review.json > sent; exit "$STATUS" ;; esac';

  test.each([
    ['those that nobody made before', ['a', 'b'], '<!-- a -->\nother\n', '0', ['b'], ''],
    ['none, where all were made', ['a'], '<!-- a -->\n', '0', undefined, ''],
    ['none, where there is none', [], '', '0', undefined, ''],
    ['a warning, where the platform takes none', ['a'], '', '1', ['a'], '::warning title=wordferry::'],
  ])('%s', (_, names, known, STATUS, made, said) => {
    const folder = mkdtempSync(join(tmpdir(), 'wordferry-workflow-'));
    try {
      writeFileSync(join(folder, 'gh'), `#!/bin/sh\n${gh}\n`, { mode: 0o755 });
      writeFileSync(join(folder, 'known'), known);
      writeFileSync(join(folder, 'wordferry-suggestions.json'), JSON.stringify(names.map(suggestion)));
      const env = { PATH: `${folder}:${process.env.PATH}`, GH_REPO: 'o/r', NUMBER: '7', HEAD_SHA: 'c0ffee', STATUS };
      const ran = spawnSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: folder, env, encoding: 'utf8' });
      expect(ran.status, ran.stderr).toBe(0);
      expect(ran.stdout.startsWith(said)).toBe(true);
      const sent = existsSync(join(folder, 'sent'))
        ? JSON.parse(readFileSync(join(folder, 'sent'), 'utf8'))
        : undefined;
      const comments = made?.map((name) => ({ path: 'a', line: 3, side: 'RIGHT', body: suggestion(name).body }));
      expect(sent).toEqual(comments && { commit_id: 'c0ffee', event: 'COMMENT', comments });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the job that publishes', () => {
  const { on, jobs } = parse(template('github/translations.yml'));
  const steps: readonly Step[] = jobs.publish.steps;
  const step = (name: string) => steps.find((each) => each.name === name || each.uses?.startsWith(`${name}@`));

  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wordferry-workflow-'));
    mkdirSync(join(folder, 'bin'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a step as the runner does, with another program in the place of one that it calls. */
  function run(name: string, program: string, script: string): number | null {
    writeFileSync(join(folder, 'bin', program), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const PATH = `${join(folder, 'bin')}:${process.env.PATH}`;
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step(name)?.run ?? 'exit 99'];
    return spawnSync('bash', args, { cwd: folder, env: { PATH, GH_REPO: 'a/b' } }).status;
  }

  test('runs for the default branch, whatever its name', () => {
    expect(on).toEqual({ pull_request: null, push: null });
    expect(jobs.publish.if).toContain("github.event_name == 'push'");
    expect(jobs.publish.if).toContain("github.ref == format('refs/heads/{0}', github.event.repository.default_branch)");
  });

  test('has the token in one step, which runs no code of the repository', () => {
    const withToken = steps.filter(({ env }) => JSON.stringify(env ?? {}).includes('token'));
    expect(withToken.map(({ name }) => name)).toEqual(['Bring back what was published last']);
    expect(withToken[0]?.run).not.toMatch(/npx|npm|node/);
  });

  test("takes nothing back that a fork's pull request uploaded", () => {
    const script = step('Bring back what was published last')?.run;
    expect(script).toContain('.workflow_run.head_branch == env.BRANCH');
    expect(script).toContain('.workflow_run.head_repository_id == .workflow_run.repository_id');
  });

  const download = 'mkdir public && echo "$*" > public/arguments';
  test.each([
    [
      'brings back the last folder',
      `[ "$1" = api ] && echo 42 || { ${download}; }`,
      0,
      'run download 42 --name translations --dir public\n',
    ],
    ['goes on where there is none', `[ "$1" = api ] || { ${download}; }`, 0, undefined],
    ['ends where GitHub does not say: what was published would be lost', 'exit 1', 1, undefined],
  ])('%s', (_, script, status, expected) => {
    expect(run('Bring back what was published last', 'gh', script)).toBe(status);
    const file = join(folder, 'public/arguments');
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(expected);
  });

  const write = 'rm -rf public && mkdir .public.1 && touch .public.1/manifest.json && ln -s .public.1 public';
  test.each([
    ['all', write, 0, true],
    ['some, and others refused', `${write}; exit 1`, 1, true],
    ['some, and a review file damaged', `${write}; exit 6`, 6, true],
    ['nothing', 'exit 2', 2, false],
  ])('uploads what was written: %s', (_, script, status, isUploaded) => {
    mkdirSync(join(folder, 'public'));
    writeFileSync(join(folder, 'public/manifest.json'), 'brought back');
    expect(run('Publish', 'npx', script)).toBe(status);
    expect(existsSync(join(folder, 'published/manifest.json'))).toBe(isUploaded);
    expect(step('actions/upload-artifact')?.if).toContain("!cancelled() && hashFiles('published/manifest.json') != ''");
    expect(step('actions/upload-artifact')?.with?.path).toBe('published');
  });
});

test('the glossary and the settings can be used as they are', () => {
  expect(parseGlossary(template('glossary.yaml'), 'glossary.yaml').entries).toEqual([]);
  expect(parseSettings(template('wordferry.yaml'), 'wordferry.yaml', layout)).toMatchObject({
    source: 'de',
    targets: ['en', 'ko'],
    onEdit: 'reviewed',
  });
});

test('their examples are right', () => {
  const examples = template('glossary.yaml')
    .replace(/^#(?= {3})/gm, '')
    .replace(/^terms:$/m, '');
  const glossary = parseGlossary(`terms:\n${examples}`, 'glossary.yaml');
  expect(glossary.entries.map(({ term }) => term)).toEqual(['Pjöngjang', 'Region Kursk', 'GitHub']);
  const settings = parseSettings(uncommented(template('wordferry.yaml')), 'wordferry.yaml', layout);
  expect([...settings.furniture.keys()]).toEqual(['Lesen Sie auch', 'Anzeige']);
  expect(settings).toMatchObject({ source: 'de', include: ['docs/**'], reviews: 'reviews/{lang}/{path}' });
  expect(settings).toMatchObject({
    newlines: 'auto',
    engines: ['deepl', 'local'],
    budget: { characters: 50_000, cost: 2.5 },
  });
});
