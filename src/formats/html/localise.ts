import type { Languages, Piece } from '../../model.ts';
import { contextsOf } from './contexts.ts';
import type { Attribute, Token } from './token.ts';
import { tokensOf } from './tokens.ts';

/**
 * Where a document names its language or what follows from it: `lang` and `xml:lang` with the source language, the
 * direction of the document, `og:locale`, `content-language`. What is not translated keeps its language.
 */
export function localiseHtml(text: string, languages: Languages): readonly Piece[] {
  const target = languages.target.replace(/-x-.*$/i, '');
  if (target === languages.source) return [];
  const pair = { source: languages.source, target };
  const tokens = tokensOf(text);
  const contexts = contextsOf(tokens);
  return tokens.flatMap((tag, at) => (tag.kind !== 'open' || contexts[at]?.isOff ? [] : tagPieces(tag, pair)));
}

function tagPieces(tag: Token, languages: Languages): readonly Piece[] {
  const named = tag.attributes.flatMap((attribute) => attributePieces(tag, attribute, languages));
  if (tag.name !== 'html' || !isRightToLeft(languages.target)) return named;
  if (tag.attributes.some(({ name }) => name === 'dir')) return named;
  const at = tag.start + '<html'.length;
  return [{ start: at, end: at, text: ' dir="rtl"' }, ...named];
}

function attributePieces(tag: Token, attribute: Attribute, languages: Languages): readonly Piece[] {
  const text = writtenFor(tag, attribute, languages);
  return text === undefined || text === attribute.value ? [] : [{ start: attribute.start, end: attribute.end, text }];
}

function writtenFor(tag: Token, { name, value, quote }: Attribute, languages: Languages): string | undefined {
  if (quote === undefined) return undefined;
  if (name === 'lang' || name === 'xml:lang') return isSource(value, languages) ? languages.target : undefined;
  if (name === 'dir' && tag.name === 'html') return direction(value, languages.target);
  if (name !== 'content' || tag.name !== 'meta' || !isSource(value, languages)) return undefined;
  if (says(tag, 'http-equiv', 'content-language')) return languages.target;
  return says(tag, 'property', 'og:locale') ? localeOf(languages.target) : undefined;
}

function says({ attributes }: Token, name: string, value: string): boolean {
  return attributes.some((attribute) => attribute.name === name && attribute.value.trim().toLowerCase() === value);
}

/** `de`, `de-DE`, `de_AT`. */
function isSource(tag: string, { source }: Languages): boolean {
  return baseOf(tag.trim()) === baseOf(source);
}

const baseOf = (tag: string): string => tag.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';

function direction(value: string, target: string): string | undefined {
  return value.toLowerCase() === 'ltr' && isRightToLeft(target) ? 'rtl' : undefined;
}

function isRightToLeft(language: string): boolean {
  return rightToLeft.has(baseOf(language));
}

const rightToLeft: ReadonlySet<string> = new Set('ar arc ckb dv fa he ks nqo ps sd syr ug ur yi'.split(' '));

/** Open Graph's `en_US`: with the region where the language is most at home. */
function localeOf(language: string): string {
  const { language: base, region } = new Intl.Locale(language).maximize();
  return region === undefined ? base : `${base}_${region}`;
}
