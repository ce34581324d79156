import type { Glossary, GlossaryEntry } from '../../model.ts';
import { type Word, words } from '../words.ts';
import { type Form, formsOf } from './forms.ts';

/** Where forms end or go on, by the folded word that comes next. */
export type Branches = ReadonlyMap<string, Node>;

export interface Node {
  readonly ends: readonly End[];
  readonly next: Branches | undefined;
}

/** What is known of the forms of an entry that end at a node. */
export interface End extends Omit<Form, 'text'> {
  readonly entry: GlossaryEntry;
  /** Marks around the words, folded: the `++` of C++. */
  readonly before: string;
  readonly after: string;
}

/** The forms of all entries as one tree; looking a word up does not depend on their number. */
export function growTree(glossary: Glossary): Branches {
  const root: Seedlings = new Map();
  for (const entry of glossary.entries) plantForms(root, entry);
  return root;
}

/** How a word is looked up after another: a blank and a hyphen join alike (G8). */
export function stepOf({ key, joint }: Word): string {
  return joint === ' ' || joint === '-' ? ` ${key}` : joint + key;
}

type Seedlings = Map<string, Seedling>;

/** Forms of one entry that end alike share a node, until another entry wants it: most nodes of a large tree are such. */
interface Seedling extends Node {
  readonly next: Seedlings | undefined;
}

function plantForms(root: Seedlings, entry: GlossaryEntry): void {
  const leaves: Seedling[] = [];
  for (const form of formsOf(entry)) {
    const [first, ...rest] = words(form.text);
    if (first === undefined) continue;
    const end = endOf(form, entry, { before: first.joint, after: form.text.slice((rest.at(-1) ?? first).end) });
    const leaf = leaves.find(({ ends: [known] }) => isAlike(known!, end)) ?? { ends: [end], next: undefined };
    if (leaf.ends[0] === end) leaves.push(leaf);
    plant(root, [first.key, ...rest.map(stepOf)], leaf);
  }
}

function endOf({ kind, apostrophe }: Form, entry: GlossaryEntry, marks: Pick<End, 'before' | 'after'>): End {
  return { entry, kind, apostrophe, ...marks };
}

function plant(nodes: Seedlings, [step, ...steps]: readonly string[], leaf: Seedling): void {
  if (step === undefined) return;
  const node = nodes.get(step);
  if (steps.length === 0) {
    nodes.set(step, node === undefined ? leaf : withEnd(node, leaf.ends[0]!));
    return;
  }
  const next: Seedlings = node?.next ?? new Map();
  if (node?.next === undefined) nodes.set(step, { ends: node?.ends ?? [], next });
  plant(next, steps, leaf);
}

/** Of the forms of an entry with the same words the first counts. */
function withEnd(node: Seedling, end: End): Seedling {
  const isKnown = node.ends.some(
    ({ entry, after, before }) => entry === end.entry && after === end.after && before === end.before,
  );
  return isKnown ? node : { ...node, ends: [...node.ends, end] };
}

function isAlike(a: End, b: End): boolean {
  return a.kind === b.kind && a.apostrophe === b.apostrophe && a.before === b.before && a.after === b.after;
}
