import type { Parsed, ParseOptions, Unit } from '../../model.ts';
import { readFrontMatter } from '../front-matter.ts';
import { labelsIn } from './blocks/labels.ts';
import { deepest } from './blocks/open-close.ts';
import { type Scanned, scanBlocks } from './blocks/scan.ts';
import type { Dialect } from './blocks/start.ts';

/** A document, with all that was found in it. */
export interface MarkdownDocument extends Scanned {
  readonly text: string;
}

export function readMarkdown(text: string, options: ParseOptions, dialect: Dialect): MarkdownDocument {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const front = readFrontMatter(text, options.keys);
  const scanned = scanBlocks(text, front?.end ?? start, { dialect, parse: options });
  const { units, labels } = scanned;
  const texts = dialect === 'mdx' ? units.filter((unit) => !isExpression(unit, text)) : units;
  const all = front === undefined ? texts : [...front.units, ...texts];
  return { ...scanned, text, units: labels.size === 0 ? all : all.map((unit) => withLabels(unit, text, labels)) };
}

export function parsedOf({ units, tooDeep: offset }: MarkdownDocument): Parsed {
  const newlines = 'paragraph';
  if (offset === undefined) return { newlines, units };
  const message = { id: 'format.markdown.deep', values: { depth: deepest } } as const;
  return { newlines, units: [], refusal: { message, offset } };
}

/** Whether the unit stands in a block of HTML. */
export function isHtml({ style }: Unit): boolean {
  return style?.startsWith('html-') ?? false;
}

/** Between tags, `{children}` is code. */
function isExpression(unit: Unit, text: string): boolean {
  return isHtml(unit) && /^\{[^{}]*\}$/.test(text.slice(unit.start, unit.end));
}

function withLabels(unit: Unit, text: string, known: ReadonlySet<string>): Unit {
  const labels = labelsIn(text.slice(unit.start, unit.end), unit, known);
  return labels.length === 0 ? unit : { ...unit, labels };
}
