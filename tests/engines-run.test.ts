import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDeepL, type FakeDeepLOptions, startFakeDeepL } from './engines/fake-deepl.ts';
import { createSandbox, type Ran, type Sandbox } from './sandbox.ts';

/** Who is asked about what, for how much: the whole program in a project of two small documents. */
let sandbox: Sandbox;
let deepl: FakeDeepL | undefined;

beforeEach(async () => {
  sandbox = await createSandbox('tests/no-such-project');
  write('source-de/a.txt', 'Der Hund schläft im Garten.\n');
  write('source-de/embargo/b.txt', 'Die Regierung tritt am Montag zurück.\n');
  write('engines/mine.mjs', mine);
  mkdirSync(join(sandbox.folder, 'translations/en'), { recursive: true });
  await sandbox.sh('git add -A && git commit -q -m begin');
});

afterEach(async () => {
  await deepl?.close();
  deepl = undefined;
  sandbox.remove();
});

/** An engine of the house. */
const mine = `export const engine = {
  id: 'mine',
  fake: false,
  limits: { texts: 10, bytes: 10000, concurrency: 1 },
  supports: { tags: true, glossary: false, context: false, style: false, ids: false },
  price: { currency: 'EUR', characters: 100 },
  version: () => '1',
  refuses: () => undefined,
  fits: () => true,
  estimate: ({ requests }) => ({ characters: requests.reduce((sum, { text }) => sum + text.length, 0) }),
  translate: async ({ requests }) => ({
    answers: requests.map(({ text }) => ({ text: 'Mine says: ' + text.toLowerCase() })),
    bill: { characters: requests.reduce((sum, { text }) => sum + text.length, 0) },
  }),
};
`;

function write(path: string, text: string): void {
  mkdirSync(join(sandbox.folder, path, '..'), { recursive: true });
  writeFileSync(join(sandbox.folder, path), text);
}

const read = (path: string) => readFileSync(join(sandbox.folder, path), 'utf8');

async function start(options?: FakeDeepLOptions): Promise<FakeDeepL> {
  deepl = await startFakeDeepL(options);
  return deepl;
}

function wordferry(line: string, env: Record<string, string> = {}): Promise<Ran> {
  const access: Record<string, string> =
    deepl === undefined ? {} : { DEEPL_API_KEY: 'test-key', DEEPL_SERVER_URL: deepl.url };
  return sandbox.sh(`wordferry ${line}`, { ...access, ...env });
}

describe('A6 an engine of the project’s own', () => {
  test('runs where the command line names it', async () => {
    const { text, status } = await wordferry('translate --engine ./engines/mine.mjs');
    expect(status, text).toBe(0);
    expect(read('translations/en/a.txt')).toBe('Mine says: der hund schläft im garten.\n');
    expect(read('translations/en/a.txt.review.yaml')).toContain('machine: mine');
  });

  test('does not run because the repository says so', async () => {
    write('wordferry.yaml', 'engine: ./engines/mine.mjs\n');
    write('engines/mine.mjs', `${mine}\nconsole.log('it ran');\n`);
    const refused = await wordferry('translate');
    expect(refused.status).toBe(2);
    expect(refused.text).toContain('a repository cannot have its code run');
    const untrusted = await wordferry('translate --allow-plugins');
    expect(untrusted.status).toBe(2);
    expect(untrusted.text).toContain('wordferry engines trust ./engines/mine.mjs');
    for (const { text } of [refused, untrusted, await wordferry('status')]) expect(text).not.toContain('it ran');
  });

  test('runs once the user trusts it, as long as it is what it was', async () => {
    write('wordferry.yaml', 'engine: ./engines/mine.mjs\n');
    await wordferry('engines trust engines/mine.mjs');
    expect((await wordferry('translate')).status).toBe(2);
    const { text, status } = await wordferry('translate --allow-plugins');
    expect(status, text).toBe(0);
    write('engines/mine.mjs', `${mine}// changed\n`);
    expect((await wordferry('translate --allow-plugins')).status).toBe(2);
  });

  test.each([
    ['nothing there', undefined, 'Unexpected missing file'],
    ['no engine in it', 'export const engine = { id: "x" };', 'Unexpected module'],
  ])('%s is said', async (_, content, message) => {
    if (content !== undefined) write('engines/other.mjs', content);
    const { text, status } = await wordferry('translate --engine ./engines/other.mjs');
    expect({ status, isSaid: text.includes(message) }).toEqual({ status: 2, isSaid: true });
  });
});

describe('one engine after the other', () => {
  test.each<readonly [string, FakeDeepLOptions]>([
    ['has no quota left', { quota: 5 }],
    ['refuses the key', { key: 'another' }],
    ['is broken', { faults: ['bad-json', 'bad-json', 'bad-json', 'bad-json'] }],
    ['answers badly', { translate: (text) => text }],
  ])('where the first %s, the second answers', async (_, options) => {
    await start(options);
    const { text, status } = await wordferry('translate --engine deepl,./engines/mine.mjs');
    expect(status, text).toBe(0);
    expect(read('translations/en/a.txt.review.yaml')).toContain('machine: mine');
  });

  test('one that is not ready is passed over, and the reason said; alone it is an error', async () => {
    write('wordferry.yaml', 'engines: [deepl, mock]\n');
    const { text, status } = await wordferry('translate');
    expect(status, text).toBe(0);
    expect(text).toContain('deepl is not ready and is passed over');
    expect(text).toContain('DEEPL_API_KEY');
    expect((await wordferry('translate --engine deepl')).status).toBe(2);
  });

  test('one that knows none of the languages is not ready', async () => {
    const { text, status } = await wordferry('translate --engine local', { WORDFERRY_MODELS: '/nowhere' });
    expect({ status, isSaid: text.includes('wordferry engines install de-en') }).toEqual({ status: 2, isSaid: true });
  });

  test('a budget that is spent is spent for all of them', async () => {
    await start();
    const { status } = await wordferry('translate --engine deepl,./engines/mine.mjs --max-characters 30');
    expect(status).toBe(4);
    expect(deepl?.requests.flatMap(({ texts }) => texts)).toEqual(['Der Hund schläft im Garten.']);
    expect(read('translations/en/embargo/b.txt.review.yaml')).toContain('state: initial');
  });
});

describe('confidential text', () => {
  const rules = 'documents: [{ path: embargo/**, engines: [local] }]\n';

  test('leaves only as wordferry.yaml says, whatever the command line says', async () => {
    await start();
    write('wordferry.yaml', rules.replace('[local]', 'none'));
    for (const options of ['', '--engine deepl', '--engine ./engines/mine.mjs,deepl']) {
      const { text, status } = await wordferry(`translate ${options}`);
      expect({ status, isSaid: text.includes('1 document was not sent') }).toEqual({ status: 0, isSaid: true });
    }
    const sent = deepl?.requests.map(({ form }) => form.toString()).join('\n') ?? '';
    expect(sent).toContain('Hund');
    expect(sent).not.toContain('Regierung');
    expect(read('translations/en/embargo/b.txt')).toBe('Die Regierung tritt am Montag zurück.\n');
  });

  test('is in no report that others may read', async () => {
    write('wordferry.yaml', rules);
    expect((await wordferry('translate --engine mock')).status).toBe(0);
    expect(read('translations/en/embargo/b.txt')).toContain('Regierung');
    const outputs = [
      ...['report.md', 'report.json', 'changes.patch'].map((name) => read(`.wordferry/report/${name}`)),
      ...(await Promise.all(
        ['markdown', 'json', 'patch'].map(async (format) => (await wordferry(`diff --format ${format}`)).text),
      )),
      (await wordferry('check --format github')).text,
      (await wordferry('check --format sarif')).text,
    ];
    for (const output of outputs) {
      expect(output).toContain('Hund');
      expect(output).not.toMatch(/Regierung|zurück/);
    }
    expect(outputs[0]).toContain('translations/en/embargo/b.txt');
    expect((await wordferry('diff')).text).toContain('Regierung');
  });
});

describe('money', () => {
  test('a dry run is a plan with prices; costs says what was billed', async () => {
    await start();
    const plan = await wordferry('translate --dry-run --engine deepl');
    expect(plan.text).toMatch(
      /Engine +Sentences +Paid before +Requests +Characters +Cost, about\ndeepl +2 +0 +1 +64 +€0\.0013/,
    );
    const json = JSON.parse((await wordferry('translate --dry-run --engine deepl --json')).text);
    expect(json.engines).toEqual([
      {
        engine: 'deepl',
        paid: true,
        sentences: 2,
        fromJournal: 0,
        requests: 1,
        characters: 64,
        cost: 0.00128,
        currency: 'EUR',
      },
    ]);
    const run = await wordferry('translate --engine deepl');
    expect(run.text).toContain(
      'To be sent: 2 sentences with 64 characters, about €0.0013. The budget of a run: 50,000',
    );
    expect(run.text).toContain('64 characters billed in 1 request, about €0.0013.');
    expect((await wordferry('costs --by document')).text).toMatch(
      /source-de\/a\.txt +27 +€0\.0005 +0\nsource-de\/embargo\/b\.txt +37 +€0\.0007 +0\nTotal +64 +€0\.0013 +0/,
    );
    await sandbox.sh('rm -r translations/en/*');
    expect((await wordferry('translate --dry-run --engine deepl')).text).toMatch(/deepl +0 +2 +0 +0 +€0\.00/);
  });

  test('an answer that never came is perhaps billed', async () => {
    await start({ faults: ['reset', 'reset'] });
    expect((await wordferry('translate --engine deepl')).status).toBe(3);
    const { billed, perhaps } = JSON.parse((await wordferry('costs --json')).text);
    expect(billed).toEqual([]);
    expect(perhaps.map(({ document, characters }: Record<string, unknown>) => [document, characters])).toEqual([
      ['source-de/a.txt', 54],
      ['source-de/embargo/b.txt', 74],
    ]);
  });

  test('a budget in money ends the run before it is overspent', async () => {
    const { text, status } = await wordferry('translate --engine ./engines/mine.mjs --max-cost 0.003');
    expect(status).toBe(4);
    expect(text).toContain('Unexpected end of the budget of 0.003 EUR');
    expect((await wordferry('costs')).text).toBe('Nothing was billed yet.\n');
  });

  test('a budget in money needs a price', async () => {
    write('engines/free.mjs', mine.replace(/ {2}price:.*\n/, ''));
    const { text, status } = await wordferry('translate --engine ./engines/free.mjs --max-cost 1');
    expect({ status, isSaid: text.includes('without a price') }).toEqual({ status: 2, isSaid: true });
  });

  test('at a terminal the run asks before it goes beyond the project’s budget', async () => {
    write('wordferry.yaml', 'budget: { characters: 30 }\n');
    const ask = (answer: string) =>
      wordferry(
        `--version > /dev/null; printf '${answer}\\n' | script -qec 'wordferry translate --engine ./engines/mine.mjs' /dev/null`,
        { CI: '' },
      );
    const no = await ask('n');
    expect(no.text).toContain('That is more than the budget. Send all of it? [y/N]');
    expect(read('translations/en/embargo/b.txt.review.yaml')).toContain('state: initial');
    await ask('y');
    expect(read('translations/en/embargo/b.txt.review.yaml')).toContain('machine: mine');
  });
});

test('engines list says who is ready and why the others are not; engines test sends one sentence', async () => {
  await start();
  const list = await wordferry('engines list');
  expect(list.status).toBe(0);
  expect(list.text).toMatch(/^\* deepl +ready$/m);
  expect(list.text).toMatch(/^ {2}llm +Unexpected empty environment variable WORDFERRY_LLM_URL/m);
  expect(deepl?.requests).toHaveLength(0);
  const one = await wordferry('engines test deepl');
  expect(one).toEqual({
    text: 'de  Die Delegation reiste im Januar nach Berlin.\nen  Translation: Die Delegation reiste im Januar nach Berlin.\n44 characters billed in 1 request, about €0.0009.\n',
    status: 0,
  });
  expect((await wordferry('engines test llm')).status).toBe(2);
});

test('A7 what looks like a key in wordferry.yaml ends the run', async () => {
  write('wordferry.yaml', 'engines: { deepl: { glossary: names } }\n# sk-abcdefghijklmnopqrstuvwxyz\n');
  const { text, status } = await wordferry('translate');
  expect({ status, isSaid: text.includes('wordferry.yaml:2:3: Unexpected key') }).toEqual({ status: 2, isSaid: true });
  expect(text).not.toContain('sk-abc');
});

test('check, diff and status ask nobody, whatever is in the environment', async () => {
  await start();
  write('wordferry.yaml', 'engine: deepl\n');
  for (const command of ['check', 'diff', 'status', 'publish --dry-run', 'translate --dry-run', 'engines list'])
    await wordferry(command, { WORDFERRY_LLM_URL: deepl?.url ?? '', WORDFERRY_LLM_KEY: 'k' });
  expect([...(deepl?.requests ?? []), ...(deepl?.others ?? [])]).toEqual([]);
});
