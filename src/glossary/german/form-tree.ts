import type { Glossary, GlossaryEntry } from '../../model.ts';
import { type Word, words } from '../words.ts';
import { type Form, formsOf } from './forms.ts';

/** A tree of folded words; a path from the root spells the forms that end at its last node. */
export interface Node {
  readonly next: ReadonlyMap<string, Node>;
  readonly ends: readonly End[];
}

/** A form of an entry, spelled in full. */
export interface End extends Form {
  readonly entry: GlossaryEntry;
  /** Marks around the words, folded: the `++` of C++. */
  readonly before: string;
  readonly after: string;
}

/** The forms of all entries as one tree; looking a word up does not depend on their number. */
export function growTree(glossary: Glossary): Node {
  const root = seedling();
  for (const entry of glossary.entries) {
    for (const form of formsOf(entry)) plant(root, entry, form);
  }
  return root;
}

/** How a word is looked up after another: a blank and a hyphen join alike (G8). */
export function stepOf({ key, joint }: Word): string {
  return joint === ' ' || joint === '-' ? ` ${key}` : joint + key;
}

interface Seedling {
  readonly next: Map<string, Seedling>;
  readonly ends: End[];
}

function seedling(): Seedling {
  return { next: new Map(), ends: [] };
}

function plant(root: Seedling, entry: GlossaryEntry, form: Form): void {
  const [first, ...rest] = words(form.text);
  if (first === undefined) return;
  let node = child(root, first.key);
  for (const word of rest) node = child(node, stepOf(word));
  const end: End = { ...form, entry, before: first.joint, after: form.text.slice((rest.at(-1) ?? first).end) };
  const isKnown = node.ends.some(
    (other) => other.entry === entry && other.after === end.after && other.before === end.before,
  );
  if (!isKnown) node.ends.push(end);
}

function child(node: Seedling, step: string): Seedling {
  const next = node.next.get(step) ?? seedling();
  node.next.set(step, next);
  return next;
}
