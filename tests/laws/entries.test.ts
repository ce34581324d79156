import { describe, expect, test } from 'vitest';
import type { State } from '../../src/model.ts';
import { mockMark } from '../../src/states.ts';
import {
  acceptAll,
  createDisk,
  type Disk,
  deepl,
  edit,
  entriesOf,
  type FakeEngine,
  mock,
  review,
  reviewPath,
  rows,
  run,
  sourcePath,
  targetPath,
  textOf,
  translated,
  withFile,
} from './disk.ts';

/** What an entry becomes: states, `previous:`, `machine:`, joined and added ones, notes, furniture. */

const [path, target, reviewFile] = [sourcePath('a.txt'), targetPath('a.txt'), reviewPath('a.txt')];

async function begun(text: string, settings: Parameters<typeof createDisk>[1] = {}): Promise<Disk> {
  return (await run(createDisk({ 'a.txt': text }, settings), deepl)).disk;
}

const set = (
  disk: Disk,
  at: number,
  change: Parameters<typeof review>[2] extends (...args: never) => infer R ? R : never,
) => review(disk, reviewFile, (_, each) => (each === at ? change : {}));

describe('states', () => {
  test.each<[State, 'reviewed' | 'translated', State]>([
    ['translated', 'reviewed', 'reviewed'],
    ['reviewed', 'reviewed', 'reviewed'],
    ['final', 'reviewed', 'reviewed'],
    ['translated', 'translated', 'translated'],
    ['reviewed', 'translated', 'translated'],
    ['final', 'translated', 'translated'],
  ])('%s, edited where edits become %s, is %s, on either side', async (state, onEdit, expected) => {
    const disk = (await run(set(await begun('Der Hund schläft.', { onEdit }), 0, { state }), deepl)).disk;
    for (const changed of [set(disk, 0, { target: 'Edited.' }), edit(disk, target, 'Dero Hundo schläfto.', 'Edited.')])
      expect(rows((await run(changed, deepl)).disk)).toEqual([`Der Hund schläft. | Edited. | ${expected}`]);
  });

  test.each<State>(['reviewed', 'final'])('%s, typed by a person, does away with the machine', async (state) => {
    const disk = await run(set(await begun('Ja.'), 0, { state }), deepl);
    expect(rows(disk.disk)).toEqual([`Ja. | Jao. | ${state}`]);
  });

  test('final survives a run, and a change of the source ends it', async () => {
    const disk = (await run(set(await begun('Der Hund schläft heute.'), 0, { state: 'final' }), deepl)).disk;
    const changed = await run(edit(disk, path, 'heute', 'immer'), deepl);
    expect(rows(changed.disk)).toEqual([
      'Der Hund schläft immer. | Dero Hundo schläfto immero. | translated deepl < Der Hund schläft heute. = Dero Hundo schläfto heuteo.',
    ]);
  });
});

describe('previous', () => {
  const one = 'Der Hund schläft heute lange.';
  const [two, three] = ['Der Hund schläft heute kurz.', 'Der Hund schläft morgen kurz.'];
  const last = `${one} = ${translated(one)}`;

  test('is the last reviewed pair through any number of changes', async () => {
    let disk = (await run(acceptAll(await begun(one)), deepl)).disk;
    for (const text of [two, three]) {
      disk = (await run(withFile(disk, path, text), deepl)).disk;
      expect(rows(disk)).toEqual([`${text} | ${translated(text)} | translated deepl < ${last}`]);
    }
  });

  test('is shown, and no edit, while there is no target', async () => {
    const disk = (await run(acceptAll(await begun(one)), deepl)).disk;
    const waiting = await run(withFile(disk, path, two));
    expect(rows(waiting.disk)).toEqual([`${two} |  | initial < ${last}`]);
    expect(textOf(waiting.disk, target)).toBe(translated(one));
    expect((await run(waiting.disk)).changed).toEqual([]);
    const asked = await run(waiting.disk, deepl);
    expect(rows(asked.disk)).toEqual([`${two} | ${translated(two)} | translated deepl < ${last}`]);
  });

  test.each<State>(['translated', 'reviewed', 'final'])(
    'is not made the target by %s typed after state:',
    async (state) => {
      const disk = (await run(acceptAll(await begun(one)), deepl)).disk;
      const waiting = (await run(withFile(disk, path, two))).disk;
      const typed = await run(set(waiting, 0, { state }));
      expect(rows(typed.disk)).toEqual(rows(waiting));
      expect(textOf(typed.disk, target)).toBe(translated(one));
      expect((await run(typed.disk, deepl)).asked).toEqual([two]);
    },
  );

  test('that is typed as the target is an edit', async () => {
    const disk = (await run(acceptAll(await begun(one)), deepl)).disk;
    const waiting = (await run(withFile(disk, path, two))).disk;
    const typed = await run(set(waiting, 0, { target: translated(one) }), deepl);
    expect(typed.asked).toEqual([]);
    expect(rows(typed.disk)).toEqual([`${two} | ${translated(one)} | reviewed`]);
  });

  test('stays with a second pair of eyes to come', async () => {
    const disk = (await run(acceptAll(await begun(one, { onEdit: 'translated' })), deepl)).disk;
    const changed = (await run(withFile(disk, path, two), deepl)).disk;
    const edited = await run(edit(changed, target, translated(two), 'A person wrote this.'), deepl);
    expect(rows(edited.disk)).toEqual([`${two} | A person wrote this. | translated < ${last}`]);
    const again = await run(withFile(edited.disk, path, three), deepl);
    expect(rows(again.disk)).toEqual([`${three} | ${translated(three)} | translated deepl < ${last}`]);
    const back = await run(withFile(again.disk, path, `${three} ${two}`), deepl);
    expect(rows(back.disk)[1]).toBe(`${two} | A person wrote this. | translated memory`);
  });

  test('is never a target of an engine for tests', async () => {
    const disk = createDisk({ 'a.txt': one });
    const accepted = (await run(acceptAll((await run(disk, mock)).disk), mock)).disk;
    const changed = await run(withFile(accepted, path, two), mock);
    expect(rows(changed.disk)).toEqual([`${two} | mock ${two} | translated mock`]);
  });
});

test('a source in another normal form is the same sentence', async () => {
  const text = 'Die Brücke führt über den Fluss.';
  const disk = (await run(acceptAll(await begun(text)), deepl)).disk;
  const after = await run(withFile(disk, path, `Neu. ${text.normalize('NFD')}`), deepl);
  expect(after.asked).toEqual(['Neu.']);
  expect(rows(after.disk)[1]).toMatch(/reviewed$/);
  const elsewhere = await run(withFile(disk, sourcePath('b.txt'), text.normalize('NFD')), deepl);
  expect(elsewhere.asked).toEqual([]);
});

test('a document that is left out is known all the same', async () => {
  const disk = (await run(acceptAll(await begun('Der Hund schläft. Die Katze wacht.')), deepl)).disk;
  const other = withFile(disk, sourcePath('b.txt'), 'Der Hund schläft.');
  const conflicted = withFile(other, path, '<<<<<<< HEAD\nJa.\n=======\nNein.\n>>>>>>> other\n');
  const both = edit(set(other, 1, { target: 'In the review.' }), target, 'Dieo Katzeo wachto.', 'In the file.');
  for (const leftOut of [conflicted, both]) {
    const after = await run(leftOut, deepl);
    expect(after.problems).toHaveLength(1);
    expect(after.asked).toEqual([]);
    expect(rows(after.disk, 'b.txt')).toEqual([
      'Der Hund schläft. | Dero Hundo schläfto. | translated memory source-de/a.txt',
    ]);
  }
});

test('what still has mock’s mark is never taken over as reviewed', async () => {
  const marked: FakeEngine = { id: 'mock', answer: ({ request }) => `${mockMark('en')} ${request.text}` };
  const disk = (await run(createDisk({ 'a.txt': 'Ja. Nein.' }), marked)).disk;
  const edited = (await run(edit(disk, target, 'Ja.', 'Jaja.'), marked)).disk;
  expect(rows(edited)[0]).toMatch(/Jaja\. \| reviewed$/);
  const elsewhere = await run(withFile(edited, sourcePath('b.txt'), 'Ja. Nein.'), deepl);
  expect(rows(elsewhere.disk, 'b.txt')[0]).toBe('Ja. | Jao. | translated deepl');
  // It is somebody's text: it comes back, to be reviewed.
  const without = await run(withFile(edited, path, 'Nein.'), marked);
  const back = await run(withFile(without.disk, path, 'Nein. Ja.'), marked);
  expect(rows(back.disk)[1]).toBe(`Ja. | ${mockMark('en')} Jaja. | translated memory`);
});

describe('what left its file', () => {
  test('comes back in its last wording', async () => {
    let disk = (await run(acceptAll(await begun('Ja. Nein.')), deepl)).disk;
    for (const [from, to] of [
      ['Neino.', 'No.'],
      ['No.', 'Never.'],
      ['Never.', 'No.'],
    ] as const)
      disk = (await run(edit(disk, target, from, to), deepl)).disk;
    const without = await run(withFile(disk, path, 'Ja.'), deepl);
    const back = await run(withFile(without.disk, path, 'Ja. Und. Nein.'), deepl);
    expect(rows(back.disk)[2]).toBe('Nein. | No. | translated memory');
  });

  test('in a run is known in that run', async () => {
    const text = 'Er kam heute an. Sie blieb dort.';
    const disk = (await run(acceptAll((await run(createDisk({ 'a.txt': text }), mock)).disk), mock)).disk;
    const human = (await run(edit(edit(disk, target, 'mock Er', 'Er'), target, 'mock Sie', 'Sie'), mock)).disk;
    expect(rows(human)[0]).toMatch(/reviewed$/);
    const deleted = edit(edit(human, target, 'Er kam heute an. ', ''), path, text, `${text}\nEr kam heute an.`);
    const after = await run(deleted, mock);
    expect((await run(after.disk, mock)).changed).toEqual([]);
  });

  test('as a draft comes back as one, and only to new sentences', async () => {
    const disk = await begun('Ja. Nein.', { onEdit: 'translated' });
    const draft = (await run(edit(disk, target, 'Neino.', 'No.'), deepl)).disk;
    const without = await run(withFile(draft, path, 'Ja.'), mock);
    expect(without.disk.left).toMatchObject([{ target: 'No.', draft: true }]);
    const back = await run(withFile(without.disk, path, 'Ja. Nein.'), mock);
    expect(rows(back.disk)[1]).toBe('Nein. | No. | translated memory');
  });
});

describe('engines for tests', () => {
  test('their targets are kept by no engine and by themselves, and replaced by any other', async () => {
    const disk = (await run(createDisk({ 'a.txt': 'Ja. Nein.' }), mock)).disk;
    const accepted = acceptAll(disk);
    expect((await run(disk)).changed).toEqual([]);
    expect((await run(accepted)).changed).toEqual([]);
    expect((await run(accepted, mock)).asked).toEqual([]);
    const real = await run(accepted, deepl);
    expect(rows(real.disk)).toEqual(['Ja. | Jao. | translated deepl', 'Nein. | Neino. | translated deepl']);
    expect((await run(real.disk, mock)).asked).toEqual([]);
  });

  test('an answer that does not come leaves them', async () => {
    const disk = (await run(createDisk({ 'a.txt': 'Ja.' }), mock)).disk;
    const after = await run(disk, { id: 'deepl', answer: () => undefined });
    expect(after.asked).toEqual(['Ja.']);
    expect(after.changed).toEqual([]);
  });

  test('what a person made of one is a translation', async () => {
    const disk = (await run(createDisk({ 'a.txt': 'Ja.' }), mock)).disk;
    const after = await run(edit(disk, target, 'mock Ja.', 'Yes.'), deepl);
    expect(rows(after.disk)).toEqual(['Ja. | Yes. | reviewed']);
  });
});

describe('the same sentence several times', () => {
  const text = 'Ja. Der Hund schläft. Ja.\nNein.\nJa.';
  const wordings = ['Yes.', 'Indeed.', 'Sure.'];

  async function reviewed(): Promise<Disk> {
    const disk = await begun(text);
    const places = entriesOf(disk).flatMap(({ source }, at) => (source === 'Ja.' ? [at] : []));
    return (
      await run(
        review(disk, reviewFile, (_, at) =>
          places.includes(at) ? { target: wordings[places.indexOf(at)] ?? '' } : {},
        ),
        deepl,
      )
    ).disk;
  }

  test.each([
    ['in place', text, wordings],
    ['the first removed', 'Der Hund schläft. Ja.\nNein.\nJa.', ['Indeed.', 'Sure.']],
    ['the last removed', 'Ja. Der Hund schläft. Ja.\nNein.', ['Yes.', 'Indeed.']],
    ['something new before all', `Ein Titel\n${text}`, wordings],
  ])('each keeps its own wording: %s', async (_, changed, expected) => {
    const { disk } = await run(withFile(await reviewed(), path, changed), deepl);
    expect(
      entriesOf(disk)
        .filter(({ source }) => source === 'Ja.')
        .map(({ target }) => target),
    ).toEqual(expected);
  });

  test('neighbours tell them apart, then the order', async () => {
    const paragraphs = ['Eins. Ja. Gut.', 'Zwei. Ja. Schlecht.', 'Drei. Ja. Egal.'];
    const disk = await begun(paragraphs.join('\n'));
    const edited = (
      await run(
        review(disk, reviewFile, (_, at) => (at % 3 === 1 ? { target: wordings[(at - 1) / 3] ?? '' } : {})),
        deepl,
      )
    ).disk;
    const { disk: after } = await run(withFile(edited, path, paragraphs.toReversed().join('\n')), deepl);
    expect(rows(after)).toEqual([6, 7, 8, 3, 4, 5, 0, 1, 2].map((at) => rows(edited)[at]));
  });

  test('a wording that left comes back, though the sentence still stands elsewhere', async () => {
    const before = await reviewed();
    const without = await run(withFile(before, path, 'Ja. Der Hund schläft. Ja.\nNein.'), deepl);
    expect(without.disk.left.map(({ target }) => target)).toContain('Sure.');
  });
});

describe('joined and added entries', () => {
  const text = 'Er kam. Sie ging.\nEs blieb. Ende.';

  async function joined(): Promise<Disk> {
    return (await run(edit(await begun(text), target, 'Ero kamo. Sieo gingo.', 'He came as she went.'), deepl)).disk;
  }

  test.each([
    [
      'around them',
      'Anfang. Er kam. Sie ging.\nEs blieb.',
      [
        'Anfang. | Anfango. | translated deepl',
        'Er kam. | He came as she went. | reviewed',
        'Sie ging. | ^ | reviewed',
      ],
    ],
    [
      'between their paragraphs',
      'Er kam.\nSie ging.\nEs blieb. Ende.',
      [
        'Er kam. | He came as she went. | reviewed',
        'Sie ging. | ^ | reviewed',
        'Es blieb. | Eso bliebo. | translated deepl',
      ],
    ],
    [
      'their place',
      'Es blieb. Ende.\nEr kam. Sie ging.',
      [
        'Es blieb. | Eso bliebo. | translated deepl',
        'Ende. | Endeo. | translated deepl',
        'Er kam. | He came as she went. | reviewed',
        'Sie ging. | ^ | reviewed',
      ],
    ],
  ])('a group survives a change of %s', async (_, changed, expected) => {
    const after = await run(withFile(await joined(), path, changed), deepl);
    expect(rows(after.disk).slice(0, expected.length)).toEqual(expected);
    const again = await run(edit(after.disk, target, 'Eso bliebo.', 'It stayed.'), deepl);
    expect(again.asked).toEqual([]);
    expect(rows(again.disk)).toEqual(
      rows(after.disk).map((row) => row.replace('Eso bliebo. | translated deepl', 'It stayed. | reviewed')),
    );
  });

  test('a group whose sentence changed is translated again, what was reviewed is its previous pair', async () => {
    const after = await run(withFile(await joined(), path, 'Er kam. Sie ging fort.\nEs blieb. Ende.'), deepl);
    expect(after.asked).toEqual(['Er kam.', 'Sie ging fort.']);
    const previous = rows(after.disk).filter((row) => row.includes('<'));
    expect(previous).toEqual([expect.stringContaining('< Er kam. Sie ging. = He came as she went.')]);
  });

  test.each([
    ['changed and changed back', 'Er kam. Sie ging fort.\nEs blieb. Ende.'],
    ['its first sentence changed', 'Er kam an. Sie ging.\nEs blieb. Ende.'],
    ['removed and put back', 'Es blieb. Ende.'],
    ['parted and put together', 'Er kam. Nein. Sie ging.\nEs blieb. Ende.'],
  ])('a group comes back, and nothing is paid again: %s', async (_, changed) => {
    const before = await joined();
    const without = await run(withFile(before, path, changed), deepl);
    const after = await run(withFile(without.disk, path, text), deepl);
    expect(after.asked).toEqual([]);
    const [first, second] = rows(after.disk);
    expect(first).toMatch(/^Er kam\. \| He came as she went\. \| (?:reviewed|translated memory)$/);
    expect(second).toMatch(/^Sie ging\. \| \^ \| /);
    expect(textOf(after.disk, target)).toBe(textOf(before, target));
    expect((await run(after.disk, deepl)).changed).toEqual([]);
  });

  test('a draft for a group moves to no other document in the run after', async () => {
    const draft = { onEdit: 'translated' } as const;
    const joinedDraft = (
      await run(edit(await begun(text, draft), target, 'Ero kamo. Sieo gingo.', 'He came as she went.'), deepl)
    ).disk;
    expect(rows(joinedDraft).slice(0, 2)).toEqual([
      'Er kam. | He came as she went. | translated',
      'Sie ging. | ^ | translated',
    ]);
    const moved = withFile(withFile(joinedDraft, path, 'Es blieb. Ende.'), sourcePath('b.txt'), 'Er kam. Sie ging.');
    const after = await run(moved, deepl);
    expect((await run(after.disk, deepl)).changed).toEqual([]);
  });

  test('a group from the memory keeps the last reviewed pair', async () => {
    const disk = await joined();
    const other = (await run(withFile(disk, sourcePath('b.txt'), 'Er kam an. Sie ging.'), deepl)).disk;
    const accepted = review(other, reviewPath('b.txt'), (_, at) => (at === 0 ? { state: 'reviewed' } : {}));
    const after = await run(
      withFile((await run(accepted, deepl)).disk, sourcePath('b.txt'), 'Er kam. Sie ging.'),
      deepl,
    );
    expect(after.asked).toEqual([]);
    expect(rows(after.disk, 'b.txt')[0]).toBe(
      'Er kam. | He came as she went. | translated memory < Er kam an. = Ero kamo ano.',
    );
  });

  test('a person’s sentence is never given up for a group', async () => {
    const without = await run(withFile(await joined(), path, 'Er kam. Sie ging fort.\nEs blieb. Ende.'), deepl);
    const edited = await run(edit(without.disk, target, 'Ero kamo.', 'He arrived.'), deepl);
    const after = await run(withFile(edited.disk, path, text), deepl);
    expect(rows(after.disk)[0]).toBe('Er kam. | He arrived. | reviewed');
  });

  test('text that a person added stays behind its sentence, and goes with it', async () => {
    const disk = (await run(edit(await begun(text), target, 'Ero kamo.', 'Ero kamo. Nobody knew why.'), deepl)).disk;
    expect(rows(disk)[1]).toBe('+ | Nobody knew why. | reviewed');
    const moved = await run(withFile(disk, path, 'Es blieb. Er kam. Ende.\nSie ging.'), deepl);
    expect(textOf(moved.disk, target)).toBe('Eso bliebo. Ero kamo. Nobody knew why. Endeo.\nSieo gingo.');
    const gone = await run(withFile(disk, path, 'Sie ging.\nEs blieb. Ende.'), deepl);
    expect(textOf(gone.disk, target)).toContain('Nobody knew why.');
    const removed = await run(edit(moved.disk, target, ' Nobody knew why.', ''), deepl);
    expect(rows(removed.disk).some((row) => row.startsWith('+'))).toBe(false);
  });
});

describe('what else stands in an entry', () => {
  test('notes, ignored checks, unknown fields and comments go along', async () => {
    const disk = await begun('Ein kurzer Titel\nDer Hund schläft heute lange. Ende.');
    const typed = textOf(disk, reviewFile).replace(
      '\n  - unit: paragraph\n    de: |-\n      Der Hund',
      '\n  # about the dog\n  - unit: paragraph # here\n    owner: Kim\n    note: ask: "why"?\n    ignore: [quote_style]\n    de: |-\n      Der Hund',
    );
    const same = await run(withFile(disk, reviewFile, typed), deepl);
    expect(same.changed).toEqual([]);
    const changed = await run(withFile(same.disk, path, 'Der Hund schläft heute kurz. Ende.\nEin kurzer Titel'), deepl);
    const text = textOf(changed.disk, reviewFile);
    for (const kept of [
      '  # about the dog\n  - unit: paragraph # here\n',
      '    owner: Kim\n',
      '    note: ask: "why"?\n',
    ])
      expect(text).toContain(kept);
    // Silenced for the old sentence only.
    expect(text).not.toContain('ignore');
    const edited = await run(edit(same.disk, target, 'Dero Hundo schläfto heuteo langeo.', 'The dog sleeps.'), deepl);
    expect(textOf(edited.disk, reviewFile)).not.toContain('ignore');
    const inReview = await run(set(same.disk, 1, { target: 'The dog sleeps.' }), deepl);
    expect(textOf(inReview.disk, reviewFile)).toContain('ignore: [quote_style]');
  });
});

describe('furniture', () => {
  const text = 'Der Hund schläft.\nLesen Sie  auch\n\nAnzeige\nMehr dazu\nEnde.';
  const furniture = new Map<string, 'keep' | 'omit' | Record<string, string>>([
    ['Lesen Sie auch', 'keep'],
    ['Anzeige', 'omit'],
    ['Mehr dazu', { en: 'More on this' }],
  ]);

  test('has no entry, is not asked for, and stays in the file', async () => {
    const first = await run(createDisk({ 'a.txt': text }, { furniture }, ['en', 'ko']), deepl);
    expect(first.asked).toEqual(['Der Hund schläft.', 'Ende.', 'Der Hund schläft.', 'Ende.']);
    expect(rows(first.disk)).toHaveLength(2);
    expect(textOf(first.disk, target)).toBe('Dero Hundo schläfto.\nLesen Sie  auch\n\nAnzeige\nMore on this\nEndeo.');
    expect(textOf(first.disk, targetPath('a.txt', 'ko'))).toContain('Mehr dazu');
    const edited = await run(edit(first.disk, target, 'Endeo.', 'The end.'), deepl);
    expect(edited.problems).toEqual([]);
    expect(rows(edited.disk)[1]).toBe('Ende. | The end. | reviewed');
    expect((await run(edited.disk, deepl)).changed).toEqual([]);
  });

  test.each([
    ['declared later', new Map(), furniture],
    ['no longer declared', new Map([...furniture, ['Mehr dazu', 'keep' as const]]), new Map()],
    ['given a fixed text later', new Map([...furniture, ['Mehr dazu', 'keep' as const]]), furniture],
    ['kept again', furniture, new Map([...furniture, ['Anzeige', 'keep' as const]])],
  ])('%s, it is nobody’s edit', async (_, before, after) => {
    const disk = await begun(text, { furniture: before });
    const declared = { ...disk, settings: { ...disk.settings, furniture: after } };
    const later = await run(declared, deepl);
    expect(later.problems).toEqual([]);
    expect(later.disk.files).toEqual(
      (await run(createDisk({ 'a.txt': text }, { furniture: after }), deepl)).disk.files,
    );
    expect((await run(later.disk, deepl)).changed).toEqual([]);
  });
});

describe('a source that git left with conflict markers', () => {
  const conflicted = 'Ja.\n<<<<<<< HEAD\nNein.\n=======\nDoch.\n>>>>>>> other\n';

  test('is neither asked for nor written', async () => {
    const after = await run(createDisk({ 'a.txt': conflicted, 'b.txt': 'Ja.' }, {}, ['en', 'ko']), deepl);
    expect(after.problems).toMatchObject([
      { message: { id: 'translate.markers.source' }, place: { file: path, line: 2 } },
    ]);
    expect(after.asked).toEqual(['Ja.', 'Ja.']);
    expect(after.changed.every((changed) => changed.includes('b.txt'))).toBe(true);
  });

  test('nor is a translated file; a text about markers is one like any other', async () => {
    const disk = await begun('Ja.');
    const after = await run(withFile(disk, target, conflicted), deepl);
    expect(after.problems).toMatchObject([{ message: { id: 'translate.markers' }, place: { file: target, line: 2 } }]);
    const about = await begun('<<<<<<< HEAD steht am Anfang.\nEnde.');
    expect((await run(about, deepl)).problems).toEqual([]);
  });
});

test('how paragraphs part may change with the source', async () => {
  const wrapped =
    'Die Stadtverwaltung hat am Montag mitgeteilt, dass die Brücke über den\nFluss bis Ende Oktober gesperrt bleibt.\n\nDas ist alles.\n';
  const disk = (await run(acceptAll(await begun(wrapped)), deepl)).disk;
  const long = `${wrapped}\n${'Noch ein Wort und '.repeat(9)}Schluss.\n`;
  const after = await run(withFile(disk, path, long), deepl);
  expect(after.problems).toEqual([]);
  expect((await run(after.disk, deepl)).changed).toEqual([]);
  const back = await run(withFile(after.disk, path, wrapped), deepl);
  expect(back.problems).toEqual([]);
  expect(rows(back.disk)).toEqual(rows(disk));
});
