import type { Entry } from '../../src/model.ts';
import { type Disk, entriesOf, review, reviewPath, sourcePath, targetPath, textOf, withFile } from './disk.ts';

/** Random work on a document: what people do to its original and to its translation on a branch. */

export const paths = { source: sourcePath('a.md'), target: targetPath('a.md'), review: reviewPath('a.md') };

/** The next number of a seeded row, from 0 up to `below`. */
export type Random = (below: number) => number;

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Somebody who works; `mark` is in all that they write, and each time another one. */
export interface Worker {
  readonly random: Random;
  mark(): string;
}

export function worker(name: string, random: Random): Worker {
  let count = 0;
  return {
    random,
    mark() {
      count += 1;
      return `${name}${count}`;
    },
  };
}

/** The original's text: paragraphs of sentences. */
export function firstText(who: Worker): string {
  const paragraphs = Array.from({ length: 3 + who.random(6) }, () =>
    Array.from({ length: 1 + who.random(4) }, () => sentence(who)),
  );
  return textWith(paragraphs);
}

const words = 'Hund Katze Pferd Stadt Brücke Bericht Minister Garten Winter Hafen'.split(' ');

function sentence({ random, mark }: Worker): string {
  const word = () => words[random(words.length)] ?? '';
  return `Satz ${mark()} über ${word()} und ${word()} steht seit ${random(90) + 10} Jahren im ${word()}.`;
}

type Paragraphs = readonly (readonly string[])[];

const textWith = (paragraphs: Paragraphs): string =>
  `${paragraphs
    .filter(({ length }) => length > 0)
    .map((sentences) => sentences.join(' '))
    .join('\n\n')}\n`;

/** A change of the original, at a sentence. */
type SourceChange = (
  paragraphs: Paragraphs,
  at: { readonly paragraph: number; readonly sentence: number },
  who: Worker,
) => Paragraphs;

const sourceChanges: Readonly<Record<string, SourceChange>> = {
  'change a word': (text, at, who) =>
    replace(text, at, [(text[at.paragraph]?.[at.sentence] ?? '').replace(/seit \d+/, `seit ${who.random(90) + 10}`)]),
  'rewrite a sentence': (text, at, who) => replace(text, at, [`Nichts von alledem blieb ${who.mark()} so.`]),
  'insert a sentence': (text, at, who) => replace(text, at, [text[at.paragraph]?.[at.sentence] ?? '', sentence(who)]),
  'delete a sentence': (text, at) => replace(text, at, []),
  'repeat a sentence': (text, at, who) =>
    insertInto(text, who.random(text.length), text[at.paragraph]?.[at.sentence] ?? ''),
  'move a sentence': (text, at, who) =>
    insertInto(replace(text, at, []), who.random(text.length), text[at.paragraph]?.[at.sentence] ?? ''),
  'insert a paragraph': (text, at, who) => text.toSpliced(at.paragraph, 0, [sentence(who), sentence(who)]),
  'delete a paragraph': (text, at) => text.toSpliced(at.paragraph, 1),
  'move a paragraph': (text, at, who) =>
    text.toSpliced(at.paragraph, 1).toSpliced(who.random(text.length), 0, text[at.paragraph] ?? []),
  'part a paragraph': (text, at) =>
    text.toSpliced(
      at.paragraph,
      1,
      ...[text[at.paragraph]?.slice(0, at.sentence) ?? [], text[at.paragraph]?.slice(at.sentence) ?? []],
    ),
};

const replace = (text: Paragraphs, at: Parameters<SourceChange>[1], sentences: readonly string[]): Paragraphs =>
  text.with(at.paragraph, (text[at.paragraph] ?? []).toSpliced(at.sentence, 1, ...sentences));

const insertInto = (text: Paragraphs, paragraph: number, sentence: string): Paragraphs =>
  text.with(paragraph, [...(text[paragraph] ?? []), sentence]);

/** A change of the translation, at the entry of a sentence. */
type TargetChange = (disk: Disk, entry: Entry, who: Worker) => Disk;

const targetChanges: Readonly<Record<string, TargetChange>> = {
  'edit the review file': (disk, entry, who) =>
    change(disk, entry, { target: `Typed ${who.mark()} in the review file.` }),
  'edit the translated file': (disk, entry, who) => rewrite(disk, entry, `Typed ${who.mark()} in the translated file.`),
  'accept a sentence': (disk, entry) => change(disk, entry, { state: 'reviewed' }),
  'sign a sentence off': (disk, entry) => change(disk, entry, { state: 'final' }),
  'write a note': (disk, entry, who) => change(disk, entry, { note: `Why ${who.mark()}?` }),
  'add a sentence': (disk, entry, who) => rewrite(disk, entry, `${entry.target} Added ${who.mark()} in the file.`),
};

const change = (disk: Disk, { lines }: Entry, fields: Partial<Entry>): Disk =>
  review(disk, paths.review, (entry) => (entry.lines?.start === lines?.start ? fields : {}));

/** In the translated file, where the text stands there once. */
function rewrite(disk: Disk, { target }: Entry, text: string): Disk {
  const pieces = textOf(disk, paths.target).split(target);
  return target === '' || pieces.length !== 2 ? disk : withFile(disk, paths.target, pieces.join(text));
}

/** One change, of the original or of its translation, for about as many of either. */
export function workOn(disk: Disk, who: Worker): Disk {
  const pick = <Each>(list: readonly Each[]): Each => list[who.random(list.length)] as Each;
  if (who.random(2) === 0) return pick(Object.values(targetChanges))(disk, pick(entriesOf(disk, 'a.md')), who);
  const paragraphs = textOf(disk, paths.source)
    .trimEnd()
    .split('\n\n')
    .map((text) => text.split(/(?<=\.) /));
  const paragraph = who.random(paragraphs.length);
  const at = { paragraph, sentence: who.random(paragraphs[paragraph]?.length ?? 1) };
  const changed = textWith(pick(Object.values(sourceChanges))(paragraphs, at, who));
  return changed === '\n' ? disk : withFile(disk, paths.source, changed);
}
