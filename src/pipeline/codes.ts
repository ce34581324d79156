import { formatOf } from '../formats/index.ts';
import { anyUnit, type Writing } from '../formats/unit-text.ts';
import type { CosmeticText } from '../languages/cosmetic.ts';
import type { MemoryEntry } from '../memory/index.ts';
import type { Code, Document, Range, Segment, Unit } from '../model.ts';
import { marker } from './markers.ts';
import { type Source, type Spell, signPattern, spellAnew, spellAsBefore } from './spell-signs.ts';

/**
 * A segment as engines see it (XLIFF 1.2's inline elements): `<x id="1"/>` for a code that stands alone, `<g id="1">…</g>`
 * for a pair, and escapes as the signs that they stand for. Ids count from 1 in the order of the text.
 */
export function engineText(segment: Segment, document: Pick<Document, 'units' | 'format'>): string {
  const { inline } = document.format;
  if (inline === undefined) return segment.text;
  const { text } = segment;
  const codes = inline.codes(text, unitOf(segment, document));
  if (codes.length === 0) return text;
  let [out, from, id] = ['', 0, 0];
  for (const code of codes) {
    if (code.kind === 'open' || code.kind === 'alone') id += 1;
    out += text.slice(from, code.start) + markerOf(code, id);
    from = code.end;
  }
  return out + text.slice(from);
}

/** Where codes stand in a sentence of which nobody knows the unit any more: what the memory compares as one sign each. */
export function codesOf({ source, path }: Pick<MemoryEntry, 'source' | 'path'>): readonly Range[] {
  return (
    formatOf(path)
      ?.inline?.codes(source, anyUnit)
      .filter(({ kind }) => kind !== 'escape') ?? []
  );
}

/** A sentence as it reads, for those who compare its looks: escapes as their signs, all other codes as they are written. */
export function looksOf(text: string, { unit, format }: Writing): CosmeticText {
  const codes: Range[] = [];
  let [out, from] = ['', 0];
  for (const { kind, start, end, reads = '' } of format.inline?.codes(text, unit) ?? []) {
    out += text.slice(from, start);
    if (kind !== 'escape') codes.push({ start: out.length, end: out.length + end - start });
    out += kind === 'escape' ? reads : text.slice(start, end);
    from = end;
  }
  return { text: out + text.slice(from), codes };
}

/** What engines see without the codes, for those who only read it. */
export function withoutCodes(text: string): string {
  return text.includes('<') ? text.replace(marker, '') : text;
}

/** What an engine made of it, in the format's inline syntax; `undefined` where its codes cannot be put back. */
export function fromEngine(
  answer: string,
  segment: Segment,
  document: Pick<Document, 'units' | 'format'>,
): string | undefined {
  const { inline } = document.format;
  if (inline === undefined) return answer;
  const unit = unitOf(segment, document);
  const source: Source = { text: segment.text, codes: inline.codes(segment.text, unit), inline, unit };
  if (isPlain(answer, source)) return answer;
  for (const spell of [spellAsBefore, spellAnew]) {
    const written = putBack(answer, source, spell(answer, source));
    if (written === undefined) return undefined;
    if (readAgain(written, source)?.replace(ids, '') === answer.replace(ids, '')) return written;
    const mended = inline.mend?.(written, unit) ?? written;
    const isRight = readAgain(mended, source)?.replace(marker, '') === answer.replace(marker, '');
    if (mended !== written && isRight) return mended;
  }
  return undefined;
}

/** Neither has a code or a sign that may become one: most sentences are done here. */
function isPlain(answer: string, { codes, inline, unit }: Source): boolean {
  return codes.length === 0 && answer.search(signPattern(inline)) < 0 && inline.codes(answer, unit).length === 0;
}

const ids = /(?<=<[xg]) id="\d+"(?=\/?>)/g;

function unitOf(segment: Segment, { units }: Pick<Document, 'units'>): Unit {
  return units[segment.unit] ?? anyUnit;
}

function markerOf({ kind, reads }: Code, id: number): string {
  if (kind === 'escape') return reads ?? '';
  if (kind === 'close') return '</g>';
  return kind === 'open' ? `<g id="${id}">` : `<x id="${id}"/>`;
}

/** Codes for their markers, each once and well nested, and signs so that they stay signs. */
function putBack(answer: string, { text, codes }: Source, spell: Spell): string | undefined {
  const byId = codes.filter(({ kind }) => kind === 'open' || kind === 'alone');
  const used = new Set<Code>();
  const open: { readonly code: Code; readonly from: number; readonly at: number }[] = [];
  let [out, from] = ['', 0];
  for (const { 0: mark, index } of answer.matchAll(marker)) {
    out += spell(answer.slice(from, index));
    from = index + mark.length;
    const code = mark === '</g>' ? open.pop() : byId[Number(/\d+/.exec(mark)?.[0]) - 1];
    if (code === undefined) return undefined;
    if ('code' in code) {
      const close = codes[code.code.partner ?? -1];
      if (close === undefined) return undefined;
      const isChanged = out.slice(code.from) !== text.slice(code.code.end, close.start);
      out += (isChanged ? close.whenChanged : undefined) ?? text.slice(close.start, close.end);
      continue;
    }
    if (used.has(code) || (code.kind === 'open') !== mark.startsWith('<g')) return undefined;
    used.add(code);
    out += text.slice(code.start, code.end);
    if (code.kind === 'open') open.push({ code, from: out.length, at: index });
  }
  return open.length === 0 && used.size === byId.length ? out + spell(answer.slice(from)) : undefined;
}

/**
 * What was written as an engine would see it, but for ids; `undefined` where its codes are not those of the source. It
 * must be the answer; where a pair was mended, its ends may stand elsewhere.
 */
function readAgain(target: string, source: Source): string | undefined {
  const codes = source.inline.codes(target, source.unit);
  if (!haveSameCodes(codes, target, source)) return undefined;
  let [out, from] = ['', 0];
  for (const code of codes) {
    out += target.slice(from, code.start) + markerOf(code, 0);
    from = code.end;
  }
  return out + target.slice(from);
}

function haveSameCodes(codes: readonly Code[], target: string, source: Source): boolean {
  if (codes.length + source.codes.length === 0) return true;
  const namesOf = (all: readonly Code[], text: string) =>
    all
      .filter(({ kind }) => kind !== 'escape')
      .map(({ kind, name, start, end }) => `${kind} ${name ?? text.slice(start, end)}`)
      .sort()
      .join('\n');
  return namesOf(codes, target) === namesOf(source.codes, source.text);
}
