import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeDeepL, type FakeDeepLOptions, startFakeDeepL } from './engines/fake-deepl.ts';
import { createSandbox, type Ran, type Sandbox } from './sandbox.ts';

/** The whole program against a DeepL on loopback. */
let sandbox: Sandbox;
let deepl: FakeDeepL;

beforeEach(async () => {
  sandbox = await createSandbox();
  await sandbox.sh(
    "sed -i 's/schätzen, dass seit Oktober 2024 mehr als 10\\.000/vermuten, dass seit Oktober 2024 mehr als 12.000/' source-de/nordkorea-truppen.txt",
  );
});

afterEach(async () => {
  await deepl.close();
  sandbox.remove();
});

async function start(options?: FakeDeepLOptions): Promise<void> {
  deepl = await startFakeDeepL(options);
}

function wordferry(line: string, env: Record<string, string> = {}): Promise<Ran> {
  return sandbox.sh(`wordferry ${line}`, { DEEPL_API_KEY: 'test-key', DEEPL_SERVER_URL: deepl.url, ...env });
}

const changed = 'Südkoreanische Geheimdienste vermuten, dass seit Oktober 2024 mehr als 12.000 nordkoreanische Truppen';

test('one changed sentence: one request with one sentence a language, with its terms, and none again', async () => {
  await start();
  const first = await wordferry('translate --engine deepl');
  expect(first.status, first.text).toBe(0);
  expect(deepl.requests.map(({ form }) => form.get('target_lang')).sort()).toEqual(['en-US', 'ko']);
  for (const { texts, form } of deepl.requests) {
    expect(texts).toEqual([expect.stringContaining(changed)]);
    expect(form.get('source_lang')).toBe('de');
    const instructions = form.getAll('custom_instructions').join('\n');
    expect(instructions).toContain(form.get('target_lang') === 'ko' ? '쿠르스크' : 'North Korean');
    expect(instructions).not.toContain('Kim Jong');
  }
  const review = readFileSync(join(sandbox.folder, 'translations/ko/nordkorea-truppen.txt.review.yaml'), 'utf8');
  expect(review).toContain('machine: deepl');
  expect(review).toContain('previous:');

  await sandbox.sh('git checkout -q translations');
  const again = await wordferry('translate --engine deepl');
  expect(again.status, again.text).toBe(0);
  expect(deepl.requests).toHaveLength(2);
  expect(deepl.billedAgain()).toMatchObject({ afterDelivered: 0 });
});

test('a second run sends nothing and writes nothing, a run of all documents included', async () => {
  await start();
  const stamps = "find source-de translations -type f -exec stat -c '%n %y %i' {} + -exec sha256sum {} + | sort";
  await sandbox.sh("printf 'Der Hund schläft. Die Katze wacht.\\n' > source-de/neu.txt");
  expect((await wordferry('translate --engine deepl')).status).toBe(0);
  const [before, sent] = [await sandbox.sh(stamps), deepl.requests.length];
  expect(sent).toBeGreaterThan(0);
  expect((await wordferry('translate --engine deepl')).status).toBe(0);
  await sandbox.sh('rm -rf .wordferry/settled.json .wordferry/journal');
  expect((await wordferry('translate --engine deepl')).status).toBe(0);
  expect(deepl.requests).toHaveLength(sent);
  expect(await sandbox.sh(stamps)).toEqual(before);
});

test("a newsroom's hour: what comes back costs nothing, with the wording that was reviewed", async () => {
  await start();
  await sandbox.sh('git checkout -q source-de');
  const run = async () => {
    const billed = deepl.used();
    expect((await wordferry('translate --engine deepl')).status).toBe(0);
    return deepl.used() - billed;
  };
  const article = 'source-de/nordkorea-truppen.txt';
  const reviewed = async () => (await sandbox.sh('git status --short translations; git diff --stat translations')).text;
  expect(await run()).toBe(0);
  expect(await reviewed()).toBe('');
  await sandbox.sh(`sed -i 's/schätzen, dass/vermuten, dass/' ${article}`);
  expect(await run()).toBeGreaterThan(0);
  await sandbox.sh(`sed -i 's/vermuten, dass/meinen, dass/' ${article}`);
  expect(await run()).toBeGreaterThan(0);
  await sandbox.sh(`sed -i 's/meinen, dass/vermuten, dass/' ${article}`);
  expect(await run()).toBe(0);
  await sandbox.sh(`git checkout -q ${article}`);
  expect(await run()).toBe(0);
  expect(await reviewed()).toBe('');
  await sandbox.sh(`sed -i 5,9d ${article}`);
  expect(await run()).toBe(0);
  expect(await reviewed()).not.toBe('');
  await sandbox.sh(`git checkout -q ${article}`);
  expect(await run()).toBe(0);
  expect(await reviewed()).toBe('');
});

test('a key in the environment chooses deepl, and the run says so', async () => {
  await start();
  const { text } = await wordferry('translate --to en');
  expect(text).toContain('since DEEPL_API_KEY is set');
  expect(deepl.requests).toHaveLength(1);
});

test('a dry run asks nobody and says what would be billed', async () => {
  await start();
  const { text } = await wordferry('translate --dry-run --json');
  expect(JSON.parse(text)).toMatchObject({ engine: 'deepl', requests: 2, characters: expect.any(Number) });
  expect(deepl.requests).toHaveLength(0);
  const git = await sandbox.sh('git status --short');
  expect(git.text).toBe(' M source-de/nordkorea-truppen.txt\n');
});

test('the budget is kept before anything is sent, and the run says what it leaves', async () => {
  await start();
  const { text, status } = await wordferry('translate --max-characters 50 --quiet');
  expect(status).toBe(4);
  expect(text).toMatch(/^Unexpected end of the budget of 50 characters, expected room for 2 more sentences with \d+ /);
  expect(text).toContain('--max-characters, or budget: in wordferry.yaml');
  expect(deepl.requests).toHaveLength(0);
});

test.each([
  ['a budget', '--max-characters 50', {}, { status: 4, hint: expect.stringContaining('--max-characters') }],
  ['a key', '', { DEEPL_API_KEY: 'wrong' }, { status: 2, message: expect.stringContaining('DEEPL_API_KEY') }],
])('JSON says that %s stopped the run', async (_, options, env, stopped) => {
  await start();
  const { text, status } = await wordferry(`translate --json ${options}`, env);
  expect(status).toBe(stopped.status);
  const sentence = { file: expect.stringMatching(/review\.yaml$/), line: expect.any(Number) };
  expect(JSON.parse(text)).toMatchObject({ stopped, left: [sentence, sentence] });
});

test('a bad answer is said with its place, never asked for again, but for --retry-quarantined', async () => {
  await start({ faults: ['echo'] });
  const first = await wordferry('translate --to en --quiet');
  expect(first.status).toBe(3);
  expect(first.text).toMatch(/^translations\/en\/\S+\.review\.yaml:\d+:\d+: Unexpected answer that repeats the source/);
  const second = await wordferry('translate --to en --quiet');
  expect(second).toEqual({ text: first.text, status: 0 });
  expect(second.text).toContain('wordferry translate --retry-quarantined');
  expect(deepl.requests).toHaveLength(1);
  expect(await wordferry('translate --to en --quiet --retry-quarantined')).toEqual({ text: '', status: 0 });
  expect(deepl.requests).toHaveLength(2);
});

test('an answer that nobody can read is said; the next run has it, and says what was paid', async () => {
  await start({ faults: ['bad-json', 'bad-json'] });
  const first = await wordferry('translate --to en');
  expect(first.status).toBe(3);
  expect(first.text).toMatch(
    /review\.yaml:\d+:\d+: Unexpected answer of deepl, expected whole JSON in UTF-8\n {2}What was/,
  );
  expect(first.text).toMatch(/Possibly paid twice: \d+ characters/);
  expect((await wordferry('translate --to en')).status).toBe(0);
  await sandbox.sh('git checkout -q translations');
  const { text } = await wordferry('translate --to en');
  expect(text).toContain('1 answer had been paid for before and came from the journal.');
});

test.each([
  ['a key that DeepL refuses', { DEEPL_API_KEY: 'another-secret' }, 2],
  ['a server without encryption', { DEEPL_SERVER_URL: 'http://deepl.example.org' }, 2],
  ['a key with a line break', { DEEPL_API_KEY: 'two\nlines' }, 2],
])('%s ends the run and is not shown', async (_, env, expected) => {
  await start();
  const { text, status } = await wordferry('translate', env);
  expect(status, text).toBe(expected);
  for (const secret of ['another-secret', 'test-key', 'lines']) expect(text).not.toContain(secret);
});

test('an empty quota ends the run; what was done is kept', async () => {
  await start({ quota: 250 });
  const { text, status } = await wordferry('translate --engine deepl');
  expect(status, text).toBe(4);
  expect(deepl.used()).toBeGreaterThan(0);
});

test('an interrupted run keeps the answer that it paid for', async () => {
  await start({ faults: [undefined, 'hang'] });
  const paidOnce = 'until grep -qs settled .wordferry/journal/*; do sleep 0.1; done';
  const { status } = await wordferry(
    `translate --engine deepl & pid=$!; ${paidOnce}; kill -INT $pid; sleep 0.3; kill -INT $pid; wait $pid`,
  );
  expect(status).toBe(130);
  const paid = deepl.used();
  const { text } = await wordferry('translate --engine deepl');
  expect(deepl.requests.length, text).toBeLessThanOrEqual(3);
  expect(deepl.billedAgain()).toMatchObject({ afterDelivered: 0 });
  expect(paid).toBeGreaterThan(0);
});

test('a run whose messages nobody reads any more goes on, writes what it paid for, and gives the lock back', async () => {
  await start();
  const env = { DEEPL_API_KEY: 'test-key', DEEPL_SERVER_URL: deepl.url };
  await sandbox.sh('{ sleep 1; wordferry translate --engine deepl; } 2>&1 >/dev/null | true', env);
  for (const language of ['en', 'ko']) {
    const review = readFileSync(join(sandbox.folder, `translations/${language}/nordkorea-truppen.txt.review.yaml`));
    expect(review.toString()).toContain('machine: deepl');
  }
  expect((await sandbox.sh('ls .wordferry')).text).toBe('journal\noutlines\nreport\n');
});

test('a wrong form in an answer is put right, from the journal too; who accepts it is told no more of it', async () => {
  await start({ translate: () => '한국 정보당국은 2024년 10월 이후 북조선 병력 1만 2000명이 쿠르스크에 있다고 본다.' });
  const review = () => readFileSync(join(sandbox.folder, 'translations/ko/nordkorea-truppen.txt.review.yaml'), 'utf8');
  const { text } = await wordferry('translate --to ko --engine deepl');
  expect(text).toContain('1 term was put right after the glossary');
  const first = review();
  expect(first).toContain('이후 북한 병력');
  expect(first).toContain('    machine: deepl\n    replaced:\n      - 북조선 → 북한\n');

  await sandbox.sh('git checkout -q translations');
  await wordferry('translate --to ko --engine deepl');
  expect(review()).toBe(first);
  expect(deepl.requests).toHaveLength(1);

  await wordferry('accept translations/ko/nordkorea-truppen.txt');
  expect(review()).not.toMatch(/machine:|replaced:/);
});
