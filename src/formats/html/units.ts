import type { ParseOptions, Range, Unit } from '../../model.ts';
import { attributeUnits } from './attributes.ts';
import { contextsOf } from './contexts.ts';
import { isBlock } from './elements.ts';
import { type Run, runOf, stretchesOf } from './run.ts';
import { withExtra } from './style.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';
import { trimRun } from './trim-run.ts';
import { hasWords, trimmed } from './words.ts';

/** The units of an HTML document or fragment: runs of text between the tags of blocks, and attributes. */
export function unitsOf(text: string, { attributes = [] }: ParseOptions): readonly Unit[] {
  const tokens = tokensOf(text);
  const extra = attributes.map((name) => name.toLowerCase());
  return [...documentUnits({ text, tokens, contexts: contextsOf(tokens), extra })];
}

type Tokens = Pick<Run, 'text' | 'tokens' | 'contexts' | 'extra'>;

function* documentUnits(document: Tokens): Generator<Unit> {
  const { tokens, contexts } = document;
  let start = 0;
  for (const [at, token] of tokens.entries()) {
    if (!isBoundary(token)) continue;
    yield* runUnits(document, { start, end: at });
    if (!contexts[at]?.isOff) yield* ownUnits(document, token);
    start = at + 1;
  }
  yield* runUnits(document, { start, end: tokens.length });
}

function isBoundary(token: Token): boolean {
  if (token.kind === 'open' || token.kind === 'close') return isBlock(token);
  return token.kind === 'title' || token.kind === 'rest';
}

function* ownUnits({ text, extra }: Tokens, token: Token): Generator<Unit> {
  if (token.kind !== 'title') yield* attributeUnits(text, token, extra);
  else if (hasWords(text, token, 'text')) yield { ...trimmed(text, token), kind: 'title', style: 'html-title' };
}

/** Most runs are a text alone, or white space. */
function* runUnits(document: Tokens, { start, end }: Range): Generator<Unit> {
  const { text, tokens, contexts, extra } = document;
  const first = tokens[start];
  if (end > start + 1 || (end > start && first?.kind !== 'text')) {
    const run = { text, extra, tokens: tokens.slice(start, end), contexts: contexts.slice(start, end) };
    yield* stretchUnits(runOf(run));
  } else if (end > start && first !== undefined && !contexts[start]?.isOff && hasWords(text, first, 'text')) {
    yield { ...trimmed(text, first), kind: kindAt(document, start), style: withExtra('html-text', extra) };
  }
}

function* stretchUnits(run: Run): Generator<Unit> {
  for (const stretch of stretchesOf(run)) {
    const part = trimRun(run, stretch);
    if (run.words[part.start] === run.words[part.end]) yield* tagUnits(run, stretch);
    else {
      yield* tagUnits(run, { start: stretch.start, end: part.start });
      yield textUnit(run, part);
      yield* tagUnits(run, { start: part.end, end: stretch.end });
    }
  }
}

/** What stands in the tags around the text. */
function* tagUnits({ text, tokens, contexts, extra }: Run, { start, end }: Range): Generator<Unit> {
  for (let at = start; at < end; at += 1) {
    if (!contexts[at]?.isOff) yield* attributeUnits(text, tokens[at]!, extra);
  }
}

function textUnit(run: Run, { start, end }: Range): Unit {
  const [first, last] = [run.tokens[start]!, run.tokens[end - 1]!];
  const style = run.values[start] === run.values[end] ? 'html-text' : 'html-mixed';
  return {
    start: first.kind === 'text' ? trimmed(run.text, first).start : first.start,
    end: last.kind === 'text' ? trimmed(run.text, last).end : last.end,
    kind: kindAt(run, start),
    style: withExtra(style, run.extra),
  };
}

function kindAt({ contexts }: Pick<Run, 'contexts'>, at: number): string {
  return contexts[at]?.kind ?? 'paragraph';
}
