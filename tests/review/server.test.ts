import { afterEach, describe, expect, test } from 'vitest';
import type {
  Concordance,
  Decision,
  DocumentView,
  Matches,
  Outdated,
  Overview,
  Preview,
  Refused,
  Saved,
} from '../../src/review/api.ts';
import { type Served, serve } from './served.ts';
import { type Row, translated } from './translated.ts';

const [english, review] = ['translations/en/a.txt', 'translations/en/a.txt.review.yaml'];
const stale =
  'state: translated\n    machine: deepl\n    previous:\n      de: |-\n        Es schneit heute.\n      en: |-\n        It is snowing today.';
const rows: readonly Row[] = [
  ['Der Hund bellt.', 'The dog barks.'],
  ['Es regnet heute.', 'It is raining today.', stale],
  ['Am 3. Mai kamen 12 Gäste.', 'On May 3, 21 guests came.'],
  ['Die Katze schläft.', 'The cat is asleep.', 'state: reviewed'],
];

let served: Served;
const begin = async (files = translated('a.txt', rows), options = {}) => {
  served = await serve(files, options);
  return served;
};
afterEach(() => served.close());

const sentences = (view: DocumentView) => view.units.flatMap((unit) => unit.sentences);
const decideOn = async (view: DocumentView, decisions: readonly Decision[] | 'clean') =>
  served.post<DocumentView>('/api/decide', { path: view.path, revision: view.revision, decisions });

describe('what the page reads', () => {
  test('the overview', async () => {
    await begin({
      ...translated('a.txt', rows),
      ...translated('b.txt', [['Hallo.', 'Hello.']]),
      'source-de/c.txt': 'Neu.\n',
    });
    const { body } = await served.get<Overview>('/api/overview');
    expect(body).toMatchObject({ source: 'de', targets: ['en'], engines: ['deepl'] });
    expect(body.reviewer).toEqual({ name: 'Anna Beispiel', email: 'anna@example.org' });
    expect(
      body.documents.map(({ path, states, stale, errors }) => [
        path,
        states.translated,
        states.reviewed,
        states.initial,
        stale,
        errors,
      ]),
    ).toEqual([
      [english, 3, 1, 0, 1, 1],
      ['translations/en/b.txt', 1, 0, 0, 0, 0],
      ['translations/en/c.txt', 0, 0, 1, 0, 0],
    ]);
  });

  test('paths choose documents', async () => {
    await begin(
      { ...translated('a.txt', rows), ...translated('b.txt', [['Hallo.', 'Hello.']]) },
      { paths: ['source-de/b.txt'] },
    );
    const { body } = await served.get<Overview>('/api/overview');
    expect(body.documents.map(({ path }) => path)).toEqual(['translations/en/b.txt']);
    expect((await served.get('/api/document?path=translations/en/a.txt')).status).toBe(422);
  });

  test('a document side by side, with what changed word by word, findings, terms and the safe fix', async () => {
    await begin({
      ...translated('a.txt', [...rows, ['Pjöngjang schweigt.', 'Pyongyang is is silent.']]),
      'glossary.yaml': 'terms:\n  Pjöngjang: { en: { preferred: Pyongyang, admitted: [P’yŏngyang] } }\n',
    });
    const view = await served.view(english);
    expect(view).toMatchObject({ unsaved: 0, canUndo: false, errors: 1 });
    const [dog, rain, guests, cat, last] = sentences(view);
    expect(dog).toMatchObject({
      source: 'Der Hund bellt.',
      target: 'The dog barks.',
      state: 'translated',
      machine: 'deepl',
      ignored: [],
    });
    expect(rain?.previous?.sourceRuns).toEqual([
      { kind: 'same', text: 'Es ' },
      { kind: 'removed', text: 'schneit' },
      { kind: 'added', text: 'regnet' },
      { kind: 'same', text: ' heute.' },
    ]);
    expect(rain?.previous?.targetRuns.map(({ kind }) => kind)).toContain('added');
    const [finding] = guests?.findings ?? [];
    expect(finding).toMatchObject({ check: 'number_mismatch', severity: 'error' });
    expect(guests?.target.slice(finding?.target?.start, finding?.target?.end)).toBe('21');
    expect(cat?.state).toBe('reviewed');
    expect(cat?.machine).toBeUndefined();
    expect(last?.terms).toEqual([{ start: 0, end: 9, term: 'Pjöngjang', admitted: ['Pyongyang', 'P’yŏngyang'] }]);
    expect(last?.findings.find(({ fixed }) => fixed !== undefined)?.fixed).toBe('Pyongyang is silent.');
    expect(served.read(review).split('\n')[(dog?.line ?? 0) - 1]).toContain('The dog barks.');
  });

  test('messages come in the language that the request names', async () => {
    await begin();
    const messageIn = async (query: string, headers = {}) => {
      const { body } = await served.get<DocumentView>(`/api/document?path=${english}${query}`, headers);
      return sentences(body)[2]?.findings[0]?.message;
    };
    const [en, de, ko] = [
      await messageIn('&language=en'),
      await messageIn('&language=de'),
      await messageIn('', { 'accept-language': 'fr;q=0.9, ko-KR' }),
    ];
    expect(new Set([en, de, ko]).size).toBe(3);
    expect(ko).toMatch(/\p{Script=Hangul}/u);
    expect(await messageIn('')).toBe(en);
    const words = await served.get<Record<string, string>>('/api/messages?language=ko');
    expect(Object.keys(words.body).every((id) => id.startsWith('page.'))).toBe(true);
  });

  test('matches, without the sentence itself', async () => {
    await begin({
      ...translated('a.txt', rows),
      ...translated('b.txt', [['Der Hund bellt laut.', 'The dog barks loudly.', 'state: reviewed']]),
    });
    const [dog] = sentences(await served.view(english));
    const { body } = await served.get<Matches>(`/api/matches?path=${english}&id=${dog?.id}`);
    expect(body.matches).toEqual([
      {
        source: 'Der Hund bellt laut.',
        target: 'The dog barks loudly.',
        similarity: expect.any(Number),
        document: 'source-de/b.txt',
      },
    ]);
    expect((await served.get(`/api/matches?path=${english}&id=00000000@en`)).status).toBe(422);
  });

  test('the concordance, on either side', async () => {
    await begin();
    for (const text of ['Katze', 'ASLEEP']) {
      const { body } = await served.get<Concordance>(`/api/concordance?language=en&text=${text}`);
      expect(body).toEqual({
        hits: [{ source: 'Die Katze schläft.', target: 'The cat is asleep.', document: 'source-de/a.txt' }],
        more: 0,
      });
    }
    expect((await served.get('/api/concordance?language=fr&text=Katze')).status).toBe(422);
    expect((await served.get('/api/concordance?language=en&text=.')).status).toBe(422);
  });

  test('a document that cannot be reviewed says why', async () => {
    await begin({ ...translated('a.txt', rows), [review]: 'source: [\n' });
    const { body } = await served.get<Overview>('/api/overview');
    expect(body.documents[0]?.problem).toContain(review);
    const view = await served.view(english);
    expect(view).toMatchObject({ units: [], problem: body.documents[0]?.problem });
    expect(await decideOn(view, 'clean')).toMatchObject({ status: 422 });
    expect(await served.get(`/api/preview?path=${english}`)).toMatchObject({ status: 422 });
  });

  test('an edit that no run has seen is seen', async () => {
    await begin();
    served.put(english, served.read(english).replace('The dog barks.', 'The hound barks.'));
    const view = await served.view(english);
    expect(sentences(view)[0]).toMatchObject({ target: 'The hound barks.', state: 'reviewed' });
  });
});

describe('what a reviewer decides', () => {
  test('stands in both files before it is answered', async () => {
    await begin();
    const view = await served.view(english);
    const [dog, rain, guests] = sentences(view);
    const { status, body } = await decideOn(view, [
      { id: dog?.id ?? '', kind: 'accept' },
      { id: rain?.id ?? '', kind: 'edit', target: '비가 옵니다 — it rains today.', accept: true },
      { id: guests?.id ?? '', kind: 'note', note: 'ask: who?\nsecond line' },
    ]);
    expect(status).toBe(200);
    expect(sentences(body).map(({ state, machine, note, previous }) => [state, machine, note, previous])).toEqual([
      ['reviewed', undefined, undefined, undefined],
      ['reviewed', undefined, undefined, undefined],
      ['translated', 'deepl', 'ask: who?\nsecond line', undefined],
      ['reviewed', undefined, undefined, undefined],
    ]);
    expect(served.read(english)).toContain('비가 옵니다 — it rains today.');
    expect(served.read(review)).toContain('비가 옵니다 — it rains today.');
    expect(body).toMatchObject({ unsaved: 2, canUndo: true });
    expect(await served.view(english)).toEqual(body);
  });

  const cases: readonly [what: string, at: number, decision: object, state: string, target: string][] = [
    ['edit without accepting', 0, { kind: 'edit', target: 'A dog barks.' }, 'translated', 'A dog barks.'],
    ['reject: back to the text that was reviewed last', 1, { kind: 'reject' }, 'translated', 'It is snowing today.'],
    ['reopen', 3, { kind: 'reopen' }, 'translated', 'The cat is asleep.'],
    ['ignore', 2, { kind: 'ignore', check: 'number_mismatch' }, 'translated', 'On May 3, 21 guests came.'],
  ];
  test.each(cases)('%s', async (_, at, decision, state, target) => {
    await begin();
    const view = await served.view(english);
    const { body } = await decideOn(view, [{ ...decision, id: sentences(view)[at]?.id } as Decision]);
    expect(sentences(body)[at]).toMatchObject({ state, target });
    expect(await served.view(english)).toEqual(body);
  });

  test('ignore and heed', async () => {
    await begin();
    const view = await served.view(english);
    const id = sentences(view)[2]?.id ?? '';
    const ignored = await decideOn(view, [{ id, kind: 'ignore', check: 'number_mismatch' }]);
    expect(sentences(ignored.body)[2]).toMatchObject({ ignored: ['number_mismatch'], findings: [] });
    const heeded = await decideOn(ignored.body, [{ id, kind: 'heed', check: 'number_mismatch' }]);
    expect(sentences(heeded.body)[2]).toMatchObject({ ignored: [], findings: [{ check: 'number_mismatch' }] });
  });

  test('an empty note takes it away, an unchanged edit changes nothing', async () => {
    await begin();
    const view = await served.view(english);
    const id = sentences(view)[0]?.id ?? '';
    const noted = await decideOn(view, [{ id, kind: 'note', note: 'hm' }]);
    const plain = await decideOn(noted.body, [{ id, kind: 'note', note: '  ' }]);
    expect(sentences(plain.body)[0]?.note).toBeUndefined();
    expect(plain.body.revision).toBe(view.revision);
    const before = served.hashes();
    expect((await decideOn(plain.body, [{ id, kind: 'edit', target: 'The dog barks.' }])).status).toBe(200);
    expect(served.hashes()).toBe(before);
  });

  test('clean: all sentences without findings', async () => {
    await begin();
    const { body } = await decideOn(await served.view(english), 'clean');
    expect(sentences(body).map(({ state }) => state)).toEqual(['reviewed', 'reviewed', 'translated', 'reviewed']);
  });

  test('onEdit: translated keeps an edit for a second pair of eyes', async () => {
    await begin({ ...translated('a.txt', rows), 'wordferry.yaml': 'onEdit: translated\n' });
    const view = await served.view(english);
    const { body } = await decideOn(view, [
      { id: sentences(view)[0]?.id ?? '', kind: 'edit', target: 'A dog barks.', accept: true },
    ]);
    expect(sentences(body)[0]).toMatchObject({ state: 'translated', target: 'A dog barks.' });
    expect(sentences(body)[0]?.machine).toBeUndefined();
  });

  test('a document that is new gets its files, one whose source was renamed takes them along', async () => {
    await begin({ ...translated('a.txt', rows), 'source-de/new.txt': 'Der Hund bellt.\n\nEs regnet.\n' });
    const fresh = await served.view('translations/en/new.txt');
    const { body } = await decideOn(fresh, [
      { id: sentences(fresh)[0]?.id ?? '', kind: 'edit', target: 'The dog barks.' },
    ]);
    expect(served.read('translations/en/new.txt')).toBe('The dog barks.\n\nEs regnet.\n');
    const undone = await served.post<DocumentView>('/api/undo', { path: body.path, revision: body.revision });
    expect(undone.body.revision).toBe(fresh.revision);
    served.git('mv', 'source-de/a.txt', 'source-de/z.txt');
    await expect
      .poll(async () => (await served.view('translations/en/z.txt')).revision, { timeout: 20_000 })
      .toBeDefined();
    const moved = await served.view('translations/en/z.txt');
    expect(sentences(moved)[3]).toMatchObject({ target: 'The cat is asleep.', state: 'reviewed' });
    const first = await decideOn(moved, [{ id: sentences(moved)[0]?.id ?? '', kind: 'accept' }]);
    const second = await decideOn(first.body, 'clean');
    expect(second.status).toBe(200);
    expect(() => served.read(english)).toThrow('ENOENT');
    expect(sentences(second.body).map(({ state }) => state)).toEqual([
      'reviewed',
      'reviewed',
      'translated',
      'reviewed',
    ]);
    expect((await served.post<Saved>('/api/save', {})).body.files).toBe(4);
    expect(served.git('status', '--porcelain', 'translations').trim()).toBe('');
  });

  const refused: readonly [why: string, at: number, decision: object, said: string][] = [
    ['a text of a fake engine', 0, { kind: 'accept' }, 'for tests'],
    ['a mark of one that was edited around', 1, { kind: 'accept' }, 'for tests'],
    ['no translation', 2, { kind: 'accept' }, 'without a translation'],
    ['an empty text', 3, { kind: 'edit', target: ' \n' }, 'empty text'],
    ['nothing to go back to', 3, { kind: 'reject' }, 'earlier translation'],
    ['no check of ours', 3, { kind: 'ignore', check: 'nonsense' }, 'nonsense'],
    ['no sentence', 9, { kind: 'accept' }, 'sentence'],
  ];
  test.each(refused)('is refused: %s; then nothing of the request is written', async (_, at, decision, said) => {
    await begin(
      translated('a.txt', [
        ['Hund.', '⟦mock en⟧ Hund.', 'state: translated\n    machine: mock'],
        ['Katze.', '⟦mock en⟧ cat.'],
        ['Maus.', '', 'state: initial'],
        ['Vogel.', 'Bird.'],
      ]),
    );
    const view = await served.view(english);
    const before = served.hashes();
    const id = sentences(view)[at]?.id ?? '00000000@en';
    const first: Decision = { id: sentences(view)[3]?.id ?? '', kind: 'note', note: 'first' };
    const { status, body } = await served.post<Refused>('/api/decide', {
      path: english,
      revision: view.revision,
      decisions: [first, { ...decision, id }],
    });
    expect(status).toBe(422);
    expect(body.error).toContain(said);
    expect(served.hashes()).toBe(before);
  });
});

describe('several at once', () => {
  test('of two who saw the same, the second sees what the first did', async () => {
    await begin();
    const view = await served.view(english);
    const id = sentences(view)[0]?.id ?? '';
    const both = await Promise.all([
      decideOn(view, [{ id, kind: 'edit', target: 'One.', accept: true }]),
      decideOn(view, [{ id, kind: 'edit', target: 'Two.', accept: true }]),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const outdated = both.find(({ status }) => status === 409)?.body as unknown as Outdated;
    expect(sentences(outdated.document)[0]?.target).toMatch(/^(?:One|Two)\.$/);
    expect(outdated.document.revision).toBe((await served.view(english)).revision);
  });

  test.each([english, review, 'source-de/a.txt'])('%s changed on disk meanwhile: nothing is written', async (path) => {
    await begin();
    const view = await served.view(english);
    served.put(path, path === english ? served.read(path).replace('dog', 'hound') : `${served.read(path)}\n`);
    const before = served.hashes();
    const { status, body } = await decideOn(view, 'clean');
    expect(status).toBe(409);
    expect((body as unknown as Outdated).document.revision).not.toBe(view.revision);
    expect(served.hashes()).toBe(before);
  });

  test('another run has the lock: said after a while, and nothing is written', async () => {
    const { acquireLock } = await import('../../src/store/lock.ts');
    await begin(undefined, { patience: 0.2 });
    const view = await served.view(english);
    const release = acquireLock(served.root);
    const before = served.hashes();
    const answer = await served.post<Refused>('/api/decide', {
      path: english,
      revision: view.revision,
      decisions: 'clean',
    });
    expect(answer).toMatchObject({ status: 423, body: { error: expect.stringContaining('Another run') } });
    expect(served.hashes()).toBe(before);
    release();
    expect((await decideOn(view, 'clean')).status).toBe(200);
  });

  test('changes on disk and decisions are told as they come', async () => {
    await begin();
    await served.get('/api/overview');
    const events = await fetch(`http://127.0.0.1:${served.port}/api/events`, {
      headers: { 'x-wordferry-token': served.token },
    });
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => {
      for (;;) {
        const line = (await reader?.read())?.value?.trim() ?? '';
        if (line !== '') return JSON.parse(line);
      }
    };
    served.put(english, served.read(english).replace('The dog barks.', 'The hound barks.'));
    expect(await next()).toEqual({ changed: [english] });
    const { body } = await served.get<Overview>('/api/overview');
    expect(body.documents[0]?.states.reviewed).toBe(2);
    await decideOn(await served.view(english), 'clean');
    expect(await next()).toEqual({ changed: [english] });
    for (const [path, text] of Object.entries(translated('b.txt', [['Hallo.', 'Hello.']]))) served.put(path, text);
    expect((await next()).changed).toContain('translations/en/b.txt');
    // Whoever asks before anybody has looked takes the news from nobody.
    served.put(english, served.read(english).replace('The hound barks.', 'The dog barks.'));
    await served.view(english);
    expect((await next()).changed).toContain(english);
    await reader?.cancel();
  });

  test('long projects are told as they are read', async () => {
    const many = Array.from({ length: 400 }, (_, at) => translated(`${at}.txt`, [...rows, ...rows]));
    await begin(Object.assign({}, ...many));
    const first = await served.get<Overview>('/api/overview');
    expect(first.body.documents.length + (first.body.reading ?? 0)).toBe(400);
    await expect
      .poll(async () => (await served.get<Overview>('/api/overview')).body, { timeout: 60_000 })
      .toMatchObject({ documents: { length: 400 } });
    expect((await served.get<Overview>('/api/overview')).body.reading).toBeUndefined();
  });

  test('settings that are broken meanwhile stop all until they are mended', async () => {
    await begin();
    await served.get('/api/overview');
    served.put('wordferry.yaml', 'sauce: de\n');
    await expect
      .poll(async () => (await served.get(`/api/document?path=${english}`)).status, { timeout: 20_000 })
      .toBe(422);
    served.put('wordferry.yaml', 'onEdit: translated\n');
    await expect
      .poll(async () => (await served.get(`/api/document?path=${english}`)).status, { timeout: 20_000 })
      .toBe(200);
  });
});

describe('undo', () => {
  test('gives the bytes back, decision by decision', async () => {
    await begin();
    const first = served.hashes();
    const view = await served.view(english);
    const one = (
      await decideOn(view, [{ id: sentences(view)[0]?.id ?? '', kind: 'edit', target: 'A dog.', accept: true }])
    ).body;
    const second = served.hashes();
    const two = (await decideOn(one, 'clean')).body;
    const back = await served.post<DocumentView>('/api/undo', { path: english, revision: two.revision });
    expect(served.read(english)).toContain('A dog.');
    expect(back.body).toMatchObject({ revision: one.revision, canUndo: true });
    const begun = await served.post<DocumentView>('/api/undo', { path: english, revision: back.body.revision });
    expect(begun.body).toMatchObject({ revision: view.revision, canUndo: false, units: view.units });
    expect([first, second]).not.toContain('');
    expect((await served.post('/api/undo', { path: english, revision: view.revision })).status).toBe(422);
  });

  test('never takes back what somebody else wrote since', async () => {
    await begin();
    const { body } = await decideOn(await served.view(english), 'clean');
    served.put(english, served.read(english).replace('The dog barks.', 'The hound barks.'));
    expect((await served.post('/api/undo', { path: english, revision: body.revision })).status).toBe(409);
    const now = await served.view(english);
    expect(now.canUndo).toBe(false);
    expect((await served.post('/api/undo', { path: english, revision: now.revision })).status).toBe(422);
    expect(served.read(english)).toContain('hound');
  });
});

describe('save', () => {
  const save = (body: object) => served.post<Saved & Refused>('/api/save', body);

  test('commits the files of decided documents, in the reviewer’s name, and nothing else that is staged or changed', async () => {
    await begin({ ...translated('a.txt', rows), ...translated('b.txt', [['Hallo.', 'Hello.']]) });
    served.put('staged.txt', 'mine');
    served.git('add', 'staged.txt');
    served.put('translations/en/b.txt', 'Hi.\n');
    await decideOn(await served.view(english), 'clean');
    const { status, body } = await save({ message: '#1 geprüft\n\n-- "done"' });
    expect([status, body.files, body.isPushed]).toEqual([200, 1, false]);
    expect(served.git('log', '-1', '--format=%H|%an|%ae|%s').trim()).toBe(
      `${body.commit}|Anna Beispiel|anna@example.org|#1 geprüft`,
    );
    expect(served.git('show', '--name-only', '--format=').trim()).toBe(review);
    expect(served.git('status', '--porcelain').split('\n').filter(Boolean)).toEqual([
      'A  staged.txt',
      ' M translations/en/b.txt',
    ]);
    expect((await served.view(english)).unsaved).toBe(0);
    expect((await save({})).body).toEqual({ files: 0, isPushed: false });
  });

  test('files that are new to git, before the first commit of all', async () => {
    await begin();
    served.git('update-ref', '-d', 'HEAD');
    served.git('rm', '-r', '-q', '--cached', '.');
    served.git('add', 'source-de');
    await decideOn(await served.view(english), 'clean');
    expect((await save({})).body).toMatchObject({ files: 1 });
    expect(served.git('show', '--name-only', '--format=').trim()).toBe(review);
    expect(served.git('status', '--porcelain')).toContain('A  source-de/a.txt');
  });

  test('git refuses: its words are said, and what is staged is as it was', async () => {
    await begin();
    served.put('.git/hooks/pre-commit', '#!/bin/sh\necho "no: style" >&2\nexit 1\n');
    served.git('config', 'core.hooksPath', '.git/hooks');
    (await import('node:fs')).chmodSync(`${served.root}/.git/hooks/pre-commit`, 0o755);
    served.git('rm', '-q', '--cached', review);
    served.git('commit', '-q', '--no-verify', '-m', 'untracked');
    await decideOn(await served.view(english), 'clean');
    const { status, body } = await save({});
    expect([status, body.error]).toEqual([422, expect.stringContaining('no: style')]);
    expect(served.git('status', '--porcelain').trim()).toBe(`?? ${review}`);
  });

  test('push, and why it failed; the commit stays, and the next save pushes it', async () => {
    await begin();
    await decideOn(await served.view(english), 'clean');
    const refused = await save({ push: true });
    expect([refused.status, refused.body.error]).toEqual([422, expect.stringContaining('push')]);
    expect(served.git('log', '-1', '--format=%an').trim()).toBe('Anna Beispiel');
    served.git('init', '-q', '--bare', 'remote.git');
    served.git('remote', 'add', 'origin', './remote.git');
    served.git('config', 'push.autoSetupRemote', 'true');
    expect((await save({ push: true })).body).toEqual({ files: 0, isPushed: true });
    expect(served.git('rev-parse', 'origin/main')).toBe(served.git('rev-parse', 'HEAD'));
  });
});

test('the preview has the document’s text and nothing of its markup', async () => {
  await begin({
    'source-de/p.html':
      '<h1>Titel</h1><p>Ein <b>fetter</b> <img src=x onerror=alert(1)> Satz &amp; mehr.</p><ul><li>Punkt</li></ul>\n',
    'translations/en/.keep': '',
  });
  const { body } = await served.get<Preview>('/api/preview?path=translations/en/p.html');
  expect(body.html).toContain('<h2>Titel</h2>');
  expect(body.html).toContain('<ul><li>Punkt</li></ul>');
  expect(body.html).toContain('Ein fetter ');
  expect(body.html.match(/<(?!\/?(?:!doctype|html|head|meta|title|body|h2|p|ul|li)\b)/g)).toBeNull();
});
