import type { ParseOptions, Range, Unit } from '../../model.ts';
import { attributeUnits } from './attributes.ts';
import { type Context, contextsOf } from './contexts.ts';
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
  const contexts = contextsOf(tokens);
  const extra = attributes.map((name) => name.toLowerCase());
  const units: Unit[] = [];
  let from = 0;
  const readRun = (to: number) => {
    const run = { text, extra, tokens: tokens.slice(from, to), contexts: contexts.slice(from, to) };
    if (!isEmpty(run)) for (const unit of runUnits(runOf(run))) units.push(unit);
    from = to + 1;
  };
  for (const [at, token] of tokens.entries()) {
    if (!isBoundary(token)) continue;
    readRun(at);
    if (!contexts[at]?.isOff) units.push(...ownUnits(text, token, extra));
  }
  readRun(tokens.length);
  return units;
}

function isBoundary(token: Token): boolean {
  if (token.kind === 'open' || token.kind === 'close') return isBlock(token);
  return token.kind === 'title' || token.kind === 'rest';
}

/** Nothing, or white space between two tags: most runs are. */
function isEmpty({ text, tokens }: Pick<Run, 'text' | 'tokens'>): boolean {
  const [only] = tokens;
  if (only === undefined) return true;
  return tokens.length === 1 && only.kind === 'text' && !hasWords(text, only, 'text');
}

function ownUnits(text: string, token: Token, extra: readonly string[]): readonly Unit[] {
  if (token.kind !== 'title') return attributeUnits(text, token, extra);
  return hasWords(text, token, 'text') ? [{ ...trimmed(text, token), kind: 'title', style: 'html-title' }] : [];
}

function* runUnits(run: Run): Generator<Unit> {
  for (const stretch of stretchesOf(run)) {
    const { start, end } = trimRun(run, stretch);
    if (run.words[start] === run.words[end]) {
      yield* tagUnits(run, stretch);
      continue;
    }
    yield* tagUnits(run, { start: stretch.start, end: start });
    yield textUnit(run, { start, end });
    yield* tagUnits(run, { start: end, end: stretch.end });
  }
}

function* tagUnits({ text, tokens, contexts, extra }: Run, { start, end }: Range): Generator<Unit> {
  for (let at = start; at < end; at += 1) {
    if (!contexts[at]?.isOff) yield* attributeUnits(text, tokens[at]!, extra);
  }
}

function textUnit(run: Run, { start, end }: Range): Unit {
  const [first, last] = [run.tokens[start]!, run.tokens[end - 1]!];
  return {
    start: first.kind === 'text' ? trimmed(run.text, first).start : first.start,
    end: last.kind === 'text' ? trimmed(run.text, last).end : last.end,
    kind: (run.contexts[start] as Context).kind,
    style: withExtra(run.values[start] === run.values[end] ? 'html-text' : 'html-mixed', run.extra),
  };
}
