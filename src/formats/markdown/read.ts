import type { Parsed, ParseOptions, Refusal, Unit } from '../../model.ts';
import { frontMatterFault, readFrontMatter } from '../front-matter.ts';
import { labelsIn } from './blocks/labels.ts';
import { deepest } from './blocks/open-close.ts';
import { type Scanned, scanBlocks } from './blocks/scan.ts';
import type { Dialect } from './blocks/start.ts';
import { readDestination } from './destination.ts';

/** A document, with all that was found in it. */
export interface MarkdownDocument extends Scanned {
  readonly text: string;
}

export function readMarkdown(text: string, options: ParseOptions, dialect: Dialect): MarkdownDocument {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const front = readFrontMatter(text, options.keys);
  const scanned = scanBlocks(text, front?.end ?? start, { dialect, parse: options });
  const { units, labels, definitions } = scanned;
  const texts = dialect === 'mdx' ? units.filter((unit) => !isExpression(unit, text)) : units;
  const all = front === undefined ? texts : [...front.units, ...texts];
  if (labels.size === 0) return { ...scanned, text, units: all };
  // The first definition of a label counts.
  const destinations = new Map(
    definitions.toReversed().map(({ label, start, end }) => [label, readDestination(text.slice(start, end))]),
  );
  return { ...scanned, text, units: all.map((unit) => withLabels(unit, text, { labels, destinations })) };
}

export function parsedOf({ text, units, tooDeep }: MarkdownDocument, { original }: ParseOptions): Parsed {
  const newlines = 'paragraph';
  const refusal = refusalOf(tooDeep, original === undefined ? undefined : frontMatterFault(text, original));
  return refusal === undefined ? { newlines, units } : { newlines, units: [], refusal };
}

function refusalOf(tooDeep: number | undefined, fault: number | undefined): Refusal | undefined {
  if (tooDeep !== undefined)
    return { message: { id: 'format.markdown.deep', values: { depth: deepest } }, offset: tooDeep };
  return fault === undefined ? undefined : { message: { id: 'format.front-matter' }, offset: fault };
}

/** Whether the unit stands in a block of HTML. */
export function isHtml({ style }: Unit): boolean {
  return style?.startsWith('html-') ?? false;
}

/** Between tags, `{children}` is code. */
function isExpression(unit: Unit, text: string): boolean {
  return isHtml(unit) && /^\{[^{}]*\}$/.test(text.slice(unit.start, unit.end));
}

interface Known {
  readonly labels: ReadonlySet<string>;
  readonly destinations: ReadonlyMap<string, string>;
}

function withLabels(unit: Unit, text: string, known: Known): Unit {
  const labels = labelsIn(text.slice(unit.start, unit.end), unit, known.labels);
  if (labels.length === 0) return unit;
  const found = labels.flatMap((label) => {
    const destination = known.destinations.get(label);
    return destination === undefined ? [] : [[label, destination] as const];
  });
  return { ...unit, labels, destinations: found.length === 0 ? undefined : Object.fromEntries(found) };
}
