import { anyUnit } from '../formats/unit-text.ts';
import type { Code, Document, Inline, Segment, Unit } from '../model.ts';

/**
 * A segment as engines see it (XLIFF 1.2's inline elements): `<x id="1"/>` for a code that stands alone, `<g id="1">…</g>`
 * for a pair, and escapes as the signs that they stand for. Ids count from 1 in the order of the text.
 */
export function engineText(segment: Segment, document: Pick<Document, 'units' | 'format'>): string {
  const { text } = segment;
  const { inline } = document.format;
  if (inline === undefined) return text;
  const codes = inline.codes(text, unitOf(segment, document));
  let [out, from, id] = ['', 0, 0];
  for (const code of codes) {
    if (code.kind === 'open' || code.kind === 'alone') id += 1;
    out += text.slice(from, code.start) + markerOf(code, id);
    from = code.end;
  }
  return out + text.slice(from);
}

/** A segment without its codes, for those who only read it. */
export function plainText(segment: Segment, document: Pick<Document, 'units' | 'format'>): string {
  return engineText(segment, document).replace(marker, '');
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
  const written = putBack(answer, source);
  const target = written && (inline.mend?.(written, unit) ?? written);
  return target !== undefined && haveSameCodes(inline.codes(target, unit), target, source) ? target : undefined;
}

const marker = /<x id="\d+"\/>|<g id="\d+">|<\/g>/g;

function unitOf(segment: Segment, { units }: Pick<Document, 'units'>): Unit {
  return units[segment.unit] ?? anyUnit;
}

function markerOf({ kind, reads }: Code, id: number): string {
  if (kind === 'escape') return reads ?? '';
  if (kind === 'close') return '</g>';
  return kind === 'open' ? `<g id="${id}">` : `<x id="${id}"/>`;
}

interface Source {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly inline: Inline;
  readonly unit: Unit;
}

/** Codes for their markers, each once and well nested, and signs so that they stay signs. */
function putBack(answer: string, source: Source): string | undefined {
  const { text, codes } = source;
  const byId = codes.filter(({ kind }) => kind === 'open' || kind === 'alone');
  const spell = speller(answer, source);
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
 * Writes signs that may be syntax: those that stand in the answer as often as in the source as they are written there, one
 * after the other; so a text that comes back as it went is the text that it was. Others so that they are no codes.
 */
function speller(answer: string, { text, codes, inline, unit }: Source): (run: string) => string {
  const known = spellingsOf(text, codes, inline.signs);
  const runs = answer.replace(marker, '');
  const counts = new Map<string, number>();
  for (const sign of runs) if (isSign(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const next = new Map<string, number>();
  return (run) => {
    let [out, at] = ['', 0];
    for (const sign of run) {
      out += isSign(sign) ? spellOne(sign, run, at) : sign;
      at += sign.length;
    }
    return out;
  };
  function isSign(sign: string): boolean {
    return known.has(sign) || inline.signs.includes(sign);
  }
  function spellOne(sign: string, run: string, at: number): string {
    const spellings = known.get(sign) ?? [];
    const nth = next.get(sign) ?? 0;
    next.set(sign, nth + 1);
    const asBefore = spellings.length === counts.get(sign) ? spellings[nth] : undefined;
    return asBefore ?? inline.escape(run, at, unit);
  }
}

/** How each sign that may be syntax is written in the text outside of codes, each time it stands there. */
function spellingsOf(text: string, codes: readonly Code[], signs: string): ReadonlyMap<string, readonly string[]> {
  const escaped = new Set(codes.map(({ reads }) => reads));
  const spellings = new Map<string, string[]>();
  const add = (sign: string, written: string) => {
    const list = spellings.get(sign);
    if (list === undefined) spellings.set(sign, [written]);
    else list.push(written);
  };
  const addPlain = (run: string) => {
    for (const sign of run) if (signs.includes(sign) || escaped.has(sign)) add(sign, sign);
  };
  let from = 0;
  for (const { kind, start, end, reads = '' } of codes) {
    addPlain(text.slice(from, start));
    if (kind === 'escape') add(reads, text.slice(start, end));
    from = end;
  }
  addPlain(text.slice(from));
  return spellings;
}

function haveSameCodes(codes: readonly Code[], target: string, source: Source): boolean {
  const namesOf = (all: readonly Code[], text: string) =>
    all
      .filter(({ kind }) => kind !== 'escape')
      .map(({ kind, name, start, end }) => `${kind} ${name ?? text.slice(start, end)}`)
      .sort()
      .join('\n');
  return namesOf(codes, target) === namesOf(source.codes, source.text);
}
