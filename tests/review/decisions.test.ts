import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { createSpeaker } from '../../src/messages/index.ts';
import type { Decision } from '../../src/review/api.ts';
import { decide, type History, undo } from '../../src/review/decisions.ts';
import { documentView } from '../../src/review/document-view.ts';
import type { OpenedDocument } from '../../src/review/opened-document.ts';
import { openShelf, type Shelf } from '../../src/review/shelf.ts';
import { translateFolder } from '../../src/run/translate-folder.ts';
import { createFolder } from '../store/folder.ts';

const folder = createFolder();
afterAll(folder.remove);

const { say } = createSpeaker('en', {});
const shown = (document: OpenedDocument) => documentView(document, { unsaved: 0, canUndo: false }, say);

const sources: Readonly<Record<string, string>> = {
  'a.txt': 'Der Hund bellt. Die Katze schläft am 3. Mai.\n\nEs regnet.\n',
  'b.md': '# Titel\n\nEin **fetter** Hund mit [Link](a.md#x) bellt. Noch ein Satz.\n\n- Punkt *eins*\n- Punkt zwei\n',
  'c.json': '{ "nav": { "home": "Startseite", "bye": "Tschüss, {name}!" } }\n',
};

async function begin(name: string): Promise<void> {
  folder.put(`source-de/${name}`, sources[name] ?? '');
  folder.put(`translations/en/.keep`);
  await translateFolder(folder.root, { engine: 'none' });
}

const openOne = async (name: string) => {
  const shelf = await openShelf({ root: folder.root, paths: [`source-de/${name}`] });
  const [known] = [...shelf.documents.values()];
  if (known === undefined) throw new Error(`${name} is not there`);
  return { shelf, known };
};

const targets = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        'Hund',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '**',
        '# ',
        '- ',
        '[',
        '](',
        ')',
        '<b>',
        '`',
        '\\',
        '"',
        '{name}',
        '평양은',
        '.',
        '…',
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
);
const clear = targets.filter((text) => text.isWellFormed() && !/[^\P{Cc}\t\r\n]/u.test(text));

const decisions = fc.array(
  fc.record({
    at: fc.nat(5),
    decision: fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit' as const), target: clear, accept: fc.boolean() }) },
      fc.record({ kind: fc.constantFrom('accept' as const, 'reject' as const, 'reopen' as const) }),
      fc.record({ kind: fc.constant('note' as const), note: clear }),
      fc.record({
        kind: fc.constantFrom('ignore' as const, 'heed' as const),
        check: fc.constantFrom('whitespace', 'length_ratio'),
      }),
    ),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Gives whether it was done; else no byte changed. */
function tryOne(shelf: Shelf, decision: object, history: History): boolean {
  const [known] = [...shelf.documents.values()];
  if (known === undefined) throw new Error('nothing is there');
  const document = shelf.open(known);
  try {
    decide(
      known,
      { path: known.paths.path, revision: document.revision, decisions: [decision as Decision] },
      { shelf, history },
    );
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(shelf.open(known).revision).toBe(document.revision);
    return false;
  }
}

test.each(Object.keys(sources))(
  '%s: what is known after a decision is what the files say, the next run finds nothing to do, and undo gives all back',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(decisions, async (wishes) => {
        await begin(name);
        const { shelf, known } = await openOne(name);
        const history: History = new Map();
        const revisions = [shelf.open(known).revision];
        for (const { at, decision } of wishes) {
          const sentences = shown(shelf.open(known)).units.flatMap((unit) => unit.sentences);
          const id = sentences[at % sentences.length]?.id;
          tryOne(shelf, { ...decision, id }, history);
          const kept = shelf.open(known);
          const fresh = await openOne(name);
          const again = fresh.shelf.open(fresh.known);
          expect(shown(kept)).toEqual(shown(again));
          expect(again.translated?.changes).toEqual([]);
          if (kept.revision !== revisions.at(-1)) revisions.push(kept.revision);
        }
        while (revisions.length > 1) {
          const { kind, document } = undo(
            known,
            { path: known.paths.path, revision: revisions.pop() ?? '' },
            { shelf, history },
          );
          expect([kind, document.revision]).toEqual(['written', revisions.at(-1)]);
        }
      }),
      { seed: 7, numRuns: 25 },
    );
  },
);
