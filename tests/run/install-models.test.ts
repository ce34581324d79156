import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLocal } from '../../src/engines/local.ts';
import { modelsAddress } from '../../src/engines/models-address.ts';
import { type Installation, type Installed, installModels } from '../../src/run/install-models.ts';
import { sha256 } from '../../src/store/folder-hashes.ts';
import { openModels } from '../../src/store/models.ts';
import { modelsFolder } from '../../src/store/models-folder.ts';
import { entryOf, type FakeRegistry, type Reply, startFakeRegistry, toyFiles } from '../engines/fake-registry.ts';
import { batchOf, never, temporaryFolder } from '../engines/fixtures.ts';
import { spell, toEnglish } from '../engines/toy-model.ts';

let registry: FakeRegistry;
let base: string;
beforeEach(async () => {
  registry = await startFakeRegistry();
  base = temporaryFolder();
});
afterEach(async () => {
  await registry.close();
  rmSync(base, { recursive: true, force: true });
});

const folder = () => join(base, 'models');
const env = () => ({ WORDFERRY_MODELS: folder(), WORDFERRY_MODELS_URL: registry.url });
const install = (more: Partial<Installation> = {}): Promise<Installed> =>
  installModels({
    pairs: ['de-en'],
    env: env(),
    signal: never,
    onFile: () => undefined,
    onModel: () => undefined,
    ...more,
  });
const statuses = ({ models }: Installed) => models.map(({ pair, status }) => `${pair} ${status}`);
const model = 'model.deen.intgemm8.bin';

describe('from the list', () => {
  test('what is installed translates', async () => {
    const files: string[] = [];
    const installed = await install({
      pairs: ['de-en', 'en-ko', 'de-en'],
      onFile: (pair, { name }) => files.push(`${pair} ${name}`),
    });
    expect(statuses(installed)).toEqual(['de-en installed', 'en-ko installed']);
    expect(files).toEqual(
      ['de-en', 'en-ko'].flatMap((pair) => Object.keys(toyFiles(pair)).map((name) => `${pair} ${name}`)),
    );
    const engine = createLocal(openModels(env()));
    expect(engine.refuses({ source: 'de', target: 'ko' })).toBeUndefined();
    const { answers } = await engine.translate(batchOf(['Guten Tag.']), never);
    await engine.close?.();
    expect(answers).toEqual([{ text: spell('Guten Tag.', toEnglish) }]);
  });

  test('nobody else reads it, and nothing else is there', async () => {
    await install();
    expect(readdirSync(folder())).toEqual(['de-en']);
    expect(readdirSync(join(folder(), 'de-en'))).toEqual([...Object.keys(toyFiles('de-en')), 'manifest.json'].sort());
    const modes = ['', 'de-en', `de-en/${model}`].map((path) => statSync(join(folder(), path)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700, 0o600]);
  });

  test('what is there and the same stays, and only the list is asked for', async () => {
    await install();
    const before = statSync(join(folder(), 'de-en'));
    const asked = registry.requests.length;
    expect(statuses(await install())).toEqual(['de-en unchanged']);
    expect(registry.requests.slice(asked)).toEqual(['/db/models.json']);
    expect(statSync(join(folder(), 'de-en'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  test.each([
    ['a file that was changed', () => writeFileSync(join(folder(), 'de-en', model), 'x')],
    ['a file that is gone', () => rmSync(join(folder(), 'de-en', 'srcvocab.deen.spm'))],
    ['a manifest that nobody can read', () => writeFileSync(join(folder(), 'de-en/manifest.json'), '{')],
    ['what a crash left beside it', () => renameSync(join(folder(), 'de-en'), join(folder(), 'de-en.wordferry-tmp'))],
    [
      'what a crash left of the former one',
      () => renameSync(join(folder(), 'de-en'), join(folder(), 'de-en.wordferry-old')),
    ],
  ])('%s: it is installed again', async (_, damage) => {
    await install();
    damage();
    expect(statuses(await install())).toEqual(['de-en installed']);
    expect(readdirSync(folder())).toEqual(['de-en']);
    expect(sha256(openModels(env()).read('de-en').model)).toBe(sha256(toyFiles('de-en')[model]!));
  });

  test('the best release is taken, and of equals the larger one', async () => {
    const entry = (release: string, folder: string) => entryOf('de-en', { release, folder });
    const small = structuredClone(entry('Release Desktop', 'small')) as {
      files: { model: { uncompressedSize: number } };
    };
    small.files.model.uncompressedSize = 1;
    registry.models['de-en'] = [
      entry('Nightly', 'nightly'),
      entry('Release', 'phones'),
      small,
      entry('Release Desktop', 'best'),
      { files: null },
    ];
    expect((await install()).models[0]).toMatchObject({ release: 'Release Desktop', architecture: 'tiny' });
    expect(registry.requests.slice(1).every((path) => path.startsWith('/models/best/'))).toBe(true);
  });

  const other = toyFiles('en-ko')['model.enko.intgemm8.bin']!;
  test.each<[string, string, Reply, string]>([
    [
      'another content',
      model,
      { body: gzipSync(Buffer.from(toyFiles('de-en')[model]!).fill(7, 9000, 9001)) },
      'models.hash',
    ],
    ['another model', model, { body: gzipSync(Buffer.concat([other, Buffer.alloc(1)])) }, 'models.too_large'],
    ['too short a content', model, { body: gzipSync('short') }, 'models.size'],
    ['half a gzip file', model, { body: gzipSync(toyFiles('de-en')[model]!).subarray(0, 900) }, 'models.gzip'],
    ['a torn connection', model, { body: 'abc', isTorn: true }, 'models.download'],
    ['more than there can be', model, { body: Buffer.alloc(500_000) }, 'models.too_long'],
    ['more than there can be, once unpacked', model, { body: gzipSync(Buffer.alloc(50_000_000)) }, 'models.too_large'],
    ['a redirect', model, { status: 302, headers: { location: 'https://example.org/' } }, 'models.status'],
    ['nothing there', 'lex.50.50.deen.s2t.bin', { status: 404 }, 'models.status'],
    ['an empty file', 'srcvocab.deen.spm', { body: '' }, 'models.empty'],
    ['another coding', 'trgvocab.deen.spm', { headers: { 'content-encoding': 'br' }, body: 'x' }, 'models.encoding'],
    ['no list at all', 'models.json', { body: '<html>' }, 'models.registry'],
    ['a list without models', 'models.json', { body: '{"baseUrl": "https://example.org"}' }, 'models.registry'],
    [
      'a list that leads to an unsafe place',
      'models.json',
      { body: '{"baseUrl": "http://example.org", "models": {}}' },
      'models.registry',
    ],
    ['a list that cannot be had', 'models.json', { status: 503 }, 'models.status'],
  ])('%s: nothing is installed, what was there stays', async (_, path, reply, id) => {
    const end = path.endsWith('.json') ? path : `${path}.gz`;
    registry.replies.set(end, reply);
    await expect(install()).rejects.toMatchObject({ name: 'UserError', text: { id }, status: 3 });
    expect(existsSync(folder()) ? readdirSync(folder()) : []).toEqual([]);

    registry.replies.clear();
    await install();
    writeFileSync(join(folder(), 'de-en/lex.50.50.deen.s2t.bin'), 'damaged');
    registry.replies.set(end, reply);
    await expect(install()).rejects.toMatchObject({ text: { id } });
    expect(readdirSync(folder())).toEqual(['de-en']);
    expect(sha256(readFileSync(join(folder(), 'de-en', model)))).toBe(sha256(toyFiles('de-en')[model]!));
  });

  test.each([
    ['../../etc/passwd'],
    ['/etc/passwd'],
    ['https://example.org/model.deen.bin'],
    ['models/%2e%2e/model.deen.bin'],
  ])('a list that leads out of its place is none: %s', async (path) => {
    const entry = structuredClone(entryOf('de-en')) as { files: { lexicalShortlist: object } };
    entry.files.lexicalShortlist = { path };
    registry.models['de-en'] = [entry];
    await expect(install()).rejects.toMatchObject({ text: { id: 'models.unknown' } });
  });

  test.each([
    ['de-ko', { id: 'models.unknown.through', values: { models: 'de-en en-ko' } }],
    ['fr-ko', { id: 'models.unknown.hint', values: { models: 'de-en, en-ko' } }],
  ])('there is no %s: it says what there is, and what is whole stays', async (pair, hint) => {
    const wrong = { text: { id: 'models.unknown', values: { pair } }, hint };
    await expect(install({ pairs: ['de-en', pair] })).rejects.toMatchObject(wrong);
    expect(readdirSync(base)).toEqual([]);
  });

  test('an interrupted download leaves nothing', async () => {
    const controller = new AbortController();
    const installing = install({ signal: controller.signal, onFile: () => controller.abort() });
    await expect(installing).rejects.toMatchObject({ text: { id: 'models.download' } });
    expect(existsSync(folder())).toBe(false);
  });
});

describe('from a folder', () => {
  const put = (place: string, files: Readonly<Record<string, Buffer | string>>) => {
    mkdirSync(join(base, place), { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(base, place, name), content);
  };
  const offline = () =>
    install({ from: join(base, 'from'), env: { ...env(), WORDFERRY_MODELS_URL: 'http://127.0.0.1:1' } });
  const zipped = Object.fromEntries(
    Object.entries(toyFiles('de-en')).map(([name, content]) => [`${name}.gz`, gzipSync(content)]),
  );

  test.each([
    ['as they are', 'from', toyFiles('de-en')],
    ['compressed', 'from', zipped],
    ['in a folder of their own', 'from/de-en', toyFiles('de-en')],
    ['beside others', 'from', { ...toyFiles('en-ko'), ...toyFiles('de-en'), 'model.deen.intgemm8.bin.orig~': 'x' }],
    ['both ways', 'from', { ...zipped, ...toyFiles('de-en') }],
  ])('files %s', async (_, place, files) => {
    put(place, files);
    expect(statuses(await offline())).toEqual(['de-en installed']);
    expect(sha256(openModels(env()).read('de-en').model)).toBe(sha256(toyFiles('de-en')[model]!));
    expect(statuses(await offline())).toEqual(['de-en unchanged']);
    expect(registry.requests).toEqual([]);
  });

  test('another model takes its place', async () => {
    await install();
    put('from', { ...toyFiles('de-en'), 'lex.50.50.deen.s2t.bin': 'another' });
    expect(statuses(await offline())).toEqual(['de-en installed']);
    expect(readdirSync(folder())).toEqual(['de-en']);
    expect(Buffer.from(openModels(env()).read('de-en').shortlist).toString()).toBe('another');
  });

  test.each<[string, Readonly<Record<string, Buffer | string>>, object]>([
    ['no files', {}, { id: 'models.incomplete', values: { pair: 'de-en', missing: 'model, lex, vocab' } }],
    ['one vocabulary of two', { ...toyFiles('de-en'), 'trgvocab.deen.spm': '' }, { id: 'models.empty' }],
    ['no model in it', { ...toyFiles('de-en'), [model]: '<html>' }, { id: 'models.not_marian' }],
    ['half a gzip file', { ...toyFiles('de-en'), [model]: gzipSync('abc').subarray(0, 12) }, { id: 'models.gzip' }],
  ])('%s: nothing is installed', async (_, files, text) => {
    put('from', files);
    await expect(offline()).rejects.toMatchObject({ name: 'UserError', text });
    expect(existsSync(folder())).toBe(false);
  });
});

describe('reading', () => {
  test.each([
    ['the model', `de-en/${model}`],
    ['the manifest', 'de-en/manifest.json'],
    ['the folder', 'de-en'],
  ])('never follows a link: %s', async (_, path) => {
    await install();
    const place = join(folder(), path);
    renameSync(place, join(base, 'elsewhere'));
    symlinkSync(join(base, 'elsewhere'), place);
    expect(() => openModels(env()).read('de-en')).toThrowError(
      expect.objectContaining({ text: { id: 'models.damaged' } }),
    );
  });

  test('another model has another fingerprint', async () => {
    await install({ pairs: ['de-en', 'en-ko'] });
    const installed = [...openModels(env()).installed()];
    expect(installed.map(([pair]) => pair)).toEqual(['de-en', 'en-ko']);
    expect(new Set(installed.map(([, fingerprint]) => fingerprint)).size).toBe(2);
  });

  test('a file of another name in the manifest is none of ours', async () => {
    await install();
    const file = join(folder(), 'de-en/manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('lex.50.50.deen.s2t.bin', '../../secret'));
    expect([...openModels(env()).installed()]).toEqual([]);
  });
});

test.each([
  [{ HOME: '/home/a' }, '/home/a/.local/share/wordferry/models'],
  [{ HOME: '/home/a', XDG_DATA_HOME: '/data' }, '/data/wordferry/models'],
  [{ HOME: '/home/a', XDG_DATA_HOME: 'data' }, '/home/a/.local/share/wordferry/models'],
  [{ HOME: '/home/a', XDG_DATA_HOME: '/data', WORDFERRY_MODELS: '/models' }, '/models'],
])('%j: models are in %s', (variables, expected) => {
  expect(modelsFolder(variables)).toBe(expected);
});

test('a relative folder would be another one in each place', () => {
  expect(() => modelsFolder({ WORDFERRY_MODELS: 'models' })).toThrowError(
    expect.objectContaining({ text: { id: 'models.folder', values: { variable: 'WORDFERRY_MODELS' } } }),
  );
});

test.each([
  [undefined, 'storage.googleapis.com'],
  ['', 'storage.googleapis.com'],
  ['https://mirror.example.org/models.json', 'mirror.example.org'],
  ['http://127.0.0.1:8080/models.json', '127.0.0.1:8080'],
  ['http://mirror.example.org/models.json', undefined],
  ['file:///etc/passwd', undefined],
  ['mirror', undefined],
])('WORDFERRY_MODELS_URL=%s asks %s', (url, host) => {
  const address = () => modelsAddress({ WORDFERRY_MODELS_URL: url }).host;
  if (host) expect(address()).toBe(host);
  else
    expect(address).toThrowError(
      expect.objectContaining({ text: { id: 'models.address', values: { variable: 'WORDFERRY_MODELS_URL' } } }),
    );
});
