import type { Code, Format, Markup, MarkupNode, Pair, Unit } from '../../model.ts';

/** The inline elements of a pair as its format reads them; `undefined` where the format has none. */
export function markupOf({ source, target }: Pair, unit: Unit, { inline }: Format): Markup | undefined {
  if (inline === undefined) return undefined;
  const nodesIn = (text: string) => nodesOf(inline.codes(text, unit), text);
  const [wanted, found] = [nodesIn(source), nodesIn(target)];
  if (wanted.length + found.length === 0) return none;
  if (namesOf(wanted) === namesOf(found)) return { source: wanted, target: found };
  const mended = inline.mend?.(target, unit) ?? target;
  const isMended = mended !== target && namesOf(nodesIn(mended)) === namesOf(wanted);
  return { source: wanted, target: found, mended: isMended ? mended : undefined };
}

const none: Markup = { source: [], target: [] };

function namesOf(nodes: readonly MarkupNode[]): string {
  return nodes
    .map(({ name }) => name)
    .sort()
    .join('\n');
}

/** A pair of codes is one element; where links lead and what placeholders name is compared elsewhere. */
function nodesOf(codes: readonly Code[], text: string): readonly MarkupNode[] {
  return codes.flatMap(({ kind, start, end }) => {
    const name = kind === 'open' || kind === 'alone' ? nameOf(text.slice(start, end), kind) : undefined;
    return name === undefined ? [] : [{ name, start, end }];
  });
}

/** By what the element does, whatever signs it is written with. */
function nameOf(code: string, kind: 'open' | 'alone'): string | undefined {
  const tag = /^<([A-Za-z][\w:.-]*)/.exec(code)?.[1];
  if (tag !== undefined) return /^<[^<>]*[@:/]{2}|^<[^\s<>]+@/.test(code) ? 'link' : `<${tag.toLowerCase()}>`;
  if (code.startsWith('`')) return code;
  if (code.startsWith('![')) return 'image';
  if (kind === 'alone') return /^\[\^/.test(code) ? 'footnote' : undefined;
  return bySign.get(code) ?? (code.endsWith('[') ? 'link' : undefined);
}

const bySign: ReadonlyMap<string, string> = new Map([
  ['*', 'emphasis'],
  ['_', 'emphasis'],
  ['**', 'strong'],
  ['__', 'strong'],
  ['~', 'delete'],
  ['~~', 'delete'],
]);
