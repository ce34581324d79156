import type { Entry, Languages } from '../model.ts';
import { type Block, withDash } from './blocks.ts';
import { fieldNames, fieldValue, indented, isSame } from './fields.ts';
import { commentOn, type Field, spliceFields, splitFields } from './write.ts';

/** What a block is merged from. */
export interface Merging {
  /** Whose words it has. */
  readonly own: Block;
  readonly other?: Block | undefined;
  readonly base?: Block | undefined;
}

/** The block with the fields of an entry that are not as they were when it was read. */
export function blockWith(
  block: Block,
  { was, is }: { readonly was: Entry; readonly is: Entry },
  languages: Languages,
): Block {
  const names = fieldNames(languages).filter(
    (name) => !isSame(fieldValue(was, name, { languages }), fieldValue(is, name, { languages })),
  );
  return names.length === 0 ? block : { ...block, lines: spliceFields(block.lines, is, names, { languages }) };
}

/**
 * A block with the comments and unknown fields that somebody wrote into the other. `known` fields are those of its own.
 * `undefined`: both have an unknown field, differently.
 */
export function mergeBlock({ own, other, base }: Merging, known: readonly string[]): Block | undefined {
  if (other === undefined) return own;
  const [mine, others, before] = [own, other, base].map((block) => asides(block, known, own.dash));
  if (mine === undefined || others === undefined) return own;
  const isNew = (line: string) => !mine.comments.includes(line) && !before?.comments.includes(line);
  const indent = /^ */.exec(own.dash)?.[0] ?? '';
  const added: Field[] = [];
  for (const field of others.fields) {
    const [now, was] = [find(field, mine.fields), find(field, before?.fields)];
    if (isEqual(now, field) || isEqual(was, field)) continue;
    if (now !== undefined && !isEqual(now, was)) return undefined;
    added.push(field);
  }
  return {
    ...own,
    lead: [...own.lead, ...others.comments.filter(isNew).map((line) => indented(line, indent))],
    lines: withFields(own, added),
  };
}

/** What people wrote beside the fields that wordferry knows. */
interface Asides {
  readonly comments: readonly string[];
  readonly fields: readonly Field[];
}

function asides(block: Block | undefined, known: readonly string[], dash: string): Asides | undefined {
  if (block === undefined) return undefined;
  const { lead, lines } = withDash(block, dash);
  const fields = fieldsOf({ lines, dash });
  const own = fields.flatMap((field) => (field.name === '' ? field.lines : [commentOn(field)]));
  return {
    comments: [...lead, ...own].map((line) => line.trim()).filter((line) => line.startsWith('#')),
    fields: fields.filter(({ name }) => name !== '' && !known.includes(name)),
  };
}

const fieldsOf = ({ lines: [first = '', ...rest], dash }: Pick<Block, 'lines' | 'dash'>): readonly Field[] =>
  splitFields([' '.repeat(dash.length) + first.slice(dash.length), ...rest], dash.length);

const find = ({ name }: Field, fields: readonly Field[] = []): Field | undefined =>
  fields.find((field) => field.name === name);

const isEqual = (one: Field | undefined, other: Field | undefined): boolean =>
  one !== undefined && one.lines.join('\n') === other?.lines.join('\n');

/** In place of those of the same name, else at the end; in the head above the entries. */
function withFields(block: Block, added: readonly Field[]): readonly string[] {
  if (added.length === 0) return block.lines;
  const fields = fieldsOf(block);
  const renewed = fields.map((field) => find(field, added) ?? field);
  const fresh = added.filter((field) => find(field, fields) === undefined);
  const segments = fields.findIndex(({ name }) => block.dash === '' && name === 'segments');
  const all = renewed.toSpliced(segments < 0 ? renewed.length : segments, 0, ...fresh);
  // What stands above the first field belongs to none.
  const above = block.lines.slice(0, block.lines.length - fields.flatMap(({ lines }) => lines).length);
  const [first = '', ...rest] = [...above, ...all.flatMap(({ lines }) => lines)];
  return [block.dash + first.slice(block.dash.length), ...rest];
}
