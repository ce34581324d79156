import { type Evidence, gatherEvidence } from './evidence.ts';
import { commonAdjective, countryAdjective, nameAdjective, nameParticles } from './german-words.ts';
import { isBeside, isCapital, type Token, tokensOf } from './tokens.ts';

/** A name in German texts. */
export interface NameCandidate {
  readonly name: string;
  readonly kind: 'name' | 'acronym' | 'adjective' | 'multiword';
  readonly count: number;
  /** As it stands there: Pjöngjangs, US-Präsident. */
  readonly forms: readonly string[];
  /** Indexes of the sentences, each as often as it stands there. */
  readonly sentences: readonly number[];
}

/**
 * What is likely to be a name in these sentences, the most frequent first. German writes all nouns with capitals: a name is
 * told by how it is used and by what it looks like. U+FFFC hides what is none, or is known. Linear.
 */
export function nameCandidates(sentences: readonly string[]): readonly NameCandidate[] {
  const rows = sentences.map(tokensOf);
  const evidence = gatherEvidence(rows);
  const found = new Map<string, Found>();
  for (const [index, tokens] of rows.entries())
    for (const mention of mentionsOf(tokens, evidence)) add(found, mention, index);
  return [...found.values()]
    .map(({ name, kind, forms, sentences }) => ({ name, kind, count: sentences.length, forms: [...forms], sentences }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

interface Found extends Pick<NameCandidate, 'name' | 'kind'> {
  readonly forms: Set<string>;
  readonly sentences: number[];
}

type Mention = Pick<NameCandidate, 'name' | 'kind'> & { readonly form: string };

function add(found: Map<string, Found>, { name, kind, form }: Mention, sentence: number): void {
  const own = found.get(name) ?? { name, kind, forms: new Set<string>(), sentences: [] };
  found.set(name, own);
  own.forms.add(form);
  own.sentences.push(sentence);
}

function mentionsOf(tokens: readonly Token[], evidence: Evidence): readonly Mention[] {
  const isLoud = tokens.filter(({ text }) => /^\p{Lu}{2,}$/u.test(text)).length > Math.max(2, tokens.length / 2);
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const end = isLoud ? at : nameEnd(tokens, at, evidence);
    const mention = isLoud
      ? undefined
      : end > at + 1
        ? multiword(tokens.slice(at, end), evidence)
        : oneWord(tokens, at, evidence);
    if (mention !== undefined) mentions.push(mention);
    at = Math.max(end, at + 1);
  }
  return mentions;
}

/** Behind the last word of a name of several words that begins here; where none does, before the first. */
function nameEnd(tokens: readonly Token[], at: number, evidence: Evidence): number {
  const first = tokens[at]!;
  if (isNameAdjective(first, tokens[at + 1])) return at + 2;
  if (!isNamePart(first, evidence)) return at;
  let end = at + 1;
  while (end < at + mostWords) {
    const next = nextPart(tokens, end, evidence);
    if (next === undefined) break;
    end = next + 1;
  }
  return end;
}

const mostWords = 6;

/** Where a name goes on, perhaps behind a particle or two. */
function nextPart(tokens: readonly Token[], end: number, evidence: Evidence): number | undefined {
  let next = end;
  while (next < end + 2 && isBeside(tokens[next]) && nameParticles.has(tokens[next]!.text)) next += 1;
  const token = tokens[next];
  // Putins Berater: what follows a genitive is another's.
  const last = tokens[end - 1]!.text;
  if (evidence.baseOf(last) !== last || !isBeside(token)) return undefined;
  // What stands behind von der is a name, whatever it looks like.
  if (next === end + 2 ? !isCapital(token) : !isNamePart(token, evidence)) return undefined;
  return next === end && evidence.areApart(last, token.text) ? undefined : next;
}

function isNameAdjective(token: Token, next: Token | undefined): boolean {
  return (
    isCapital(token) &&
    !token.isFirst &&
    nameAdjective.test(token.text.toLowerCase()) &&
    isBeside(next) &&
    isCapital(next)
  );
}

function isNamePart(token: Token, { scoreOf }: Evidence): boolean {
  return isCapital(token) && !/^\p{Lu}{2,6}$/u.test(token.text) && scoreOf(token.text) >= (token.isFirst ? 3 : 2);
}

function multiword(tokens: readonly Token[], { baseOf }: Evidence): Mention {
  const form = tokens.map(({ text }) => text).join(' ');
  const [first, last] = [tokens[0]!.text, tokens.at(-1)!.text];
  const stem = nameAdjective.exec(first.toLowerCase())?.[0];
  if (tokens.length === 2 && stem !== undefined)
    return { name: `${first.slice(0, stem.length)}e ${last}`, kind: 'multiword', form };
  return { name: form.slice(0, form.length - last.length) + baseOf(last), kind: 'multiword', form };
}

function oneWord(tokens: readonly Token[], at: number, evidence: Evidence): Mention | undefined {
  const form = tokens[at]!.text;
  const adjective = countryAdjectiveIn(form);
  if (adjective !== undefined || !isCapital(tokens[at]!)) return adjective;
  const [head = '', ...rest] = form.split(/[-‐‑]/u);
  const acronym = /^(?![IVXLCDM]+$)(\p{Lu}{2,6})s?$/u.exec(head)?.[1];
  if (acronym !== undefined) return evidence.isCommon(acronym) ? undefined : { name: acronym, kind: 'acronym', form };
  const place = placeAdjective(tokens, at, evidence);
  if (place !== undefined) return place;
  const last = rest.at(-1);
  const isCompound = last !== undefined && isCapital({ text: last }) && evidence.scoreOf(last) < 1;
  if (isCompound)
    return rest.length === 1 && head.length > 2 && evidence.scoreOf(head) >= 2
      ? { name: head, kind: 'name', form }
      : undefined;
  const isName = !/^(?:[IVXLCDM]+|.{1,2})$/u.test(form) && evidence.scoreOf(form) >= 3;
  return isName ? { name: evidence.baseOf(form), kind: 'name', form } : undefined;
}

function countryAdjectiveIn(text: string): Mention | undefined {
  const lower = text.toLowerCase();
  if (!countryAdjective.test(lower) || commonAdjective.test(lower)) return undefined;
  return { name: lower.replace(/e[nmrs]?$/u, ''), kind: 'adjective', form: text };
}

/** die Kursker Region; not "die Sprecher Müller und Schmidt". */
function placeAdjective(tokens: readonly Token[], at: number, { scoreOf }: Evidence): Mention | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  const form = token.text;
  if (!/^\p{Lu}\p{Ll}{2,}er$/u.test(form) || !isBeside(token) || !isBeside(next) || !isCapital(next)) return undefined;
  const base = form.slice(0, -2);
  if (scoreOf(base) >= 3) return { name: base, kind: 'name', form };
  const isAdjective = /^(?:die|das|zur|im|vom|ins|des|dem|einer|eine)$/u.test(before?.text ?? '') && scoreOf(form) > -4;
  return isAdjective && scoreOf(next.text) < 3 ? { name: form, kind: 'adjective', form } : undefined;
}
