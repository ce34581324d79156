import type { Source } from './source.ts';
import { plainToken, type Token } from './token.ts';

/** Signs of template languages (Jinja, Liquid, Twig, Vue; ERB, JSP; PHP), the longer ones first. */
const templates = [
  { open: '{{', close: '}}', kind: 'template', reach: 1000 },
  { open: '{%', close: '%}', kind: 'comment', reach: 10_000 },
  { open: '{#', close: '#}', kind: 'comment', reach: 1000 },
  { open: '<%=', close: '%>', kind: 'template', reach: 10_000 },
  { open: '<%', close: '%>', kind: 'comment', reach: 10_000 },
  { open: '<?=', close: '?>', kind: 'template', reach: 10_000 },
  { open: '<?php', close: '?>', kind: 'comment', reach: 10_000 },
] as const;

/**
 * A template's sign at `at`, where one ends in reach. What a template writes in quotes may be markup, so HTML is not asked;
 * but `{{` is often just text, and then it must not hide the elements up to the next `}}`.
 */
export function templateAt(source: Source, at: number): Token | undefined {
  const template = templates.find(({ open }) => source.text.startsWith(open, at));
  if (template === undefined) return undefined;
  const { open, close, kind, reach } = template;
  const end = source.find(close, at + open.length) + close.length;
  if (end - at > reach) return undefined;
  return open === '{{' && source.find('</', at) < end ? undefined : plainToken(kind, at, end);
}

/** The end of one inside a tag, where it may have quotes and `>`; in curly brackets only on one line without `<`. */
export function templateEndInTag(source: Source, at: number): number | undefined {
  const template = templateAt(source, at);
  if (template === undefined) return undefined;
  const { end } = template;
  if (source.text[at] === '<') return end;
  return source.find('<', at) < end || source.find('\n', at) < end ? undefined : end;
}

/** Begins one that does not end: not a text that anybody reads as it stands. */
export function isTornTemplate(raw: string): boolean {
  return /\{[{%]|<[%?]/.test(raw);
}
