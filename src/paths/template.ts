import { isLanguageTag } from '../language-tag.ts';
import type { Language, Message } from '../model.ts';
import { isOutputPlace } from './safe-path.ts';

/** What a template's placeholders stand for. */
export interface PathParts {
  readonly lang: Language;
  /** Below the source folder, or below the folders in front of a glob's first wildcard. */
  readonly path: string;
  /** The source's own folder, from the root. */
  readonly dir: string;
  /** Without its extension. */
  readonly name: string;
  readonly ext: string;
}

const placeholder = /\{([^{}]*)\}/g;
const names: readonly string[] = ['lang', 'path', 'dir', 'name', 'ext'] satisfies (keyof PathParts)[];

/** Gives the path of a document's file in a language. */
export type Expander = (parts: PathParts) => string;

/** `source`: a language behind the name (`x.de.md` in `{name}.{lang}.{ext}`) is replaced, not doubled. */
export function createExpander(template: string, source: Language): Expander {
  const pieces = template.split(/\{([^{}]*)\}/);
  const between = /\{name\}([^{}]*)\{lang\}/.exec(template)?.[1];
  return (parts) => {
    const name = between === undefined ? parts.name : withoutLanguage(parts.name, `${between}${source}`);
    const values: Readonly<Record<string, string>> = { ...parts, name };
    const path = pieces.map((piece, at) => (at % 2 === 0 ? piece : (values[piece] ?? ''))).join('');
    // A document at the root has no folder.
    return parts.dir === '' ? path.replace('//', '/').replace(/^\//, '') : path;
  };
}

function withoutLanguage(name: string, suffix: string): string {
  return name.endsWith(suffix) && name !== suffix ? name.slice(0, -suffix.length) : name;
}

/** What is wrong with `target:` or `reviews:`. */
export function templateProblem(template: string, key: 'target' | 'reviews'): Message | undefined {
  const values = { key, template };
  if (!isTemplate(template)) return { id: 'settings.template', values };
  const path = createExpander(template, 'de')({ lang: 'en', path: 'a/b.txt', dir: 'a', name: 'b', ext: 'txt' });
  return isOutputPlace(path) ? undefined : { id: 'settings.template.place', values };
}

/** Each language has a path of its own, which says what it is: nothing grows together with `{lang}`. */
function isTemplate(template: string): boolean {
  const used = [...template.matchAll(placeholder)].map(([, name = '']) => name);
  const once = used.filter((name) => name !== 'lang');
  return (
    template.length <= 1000 &&
    used.includes('lang') &&
    used.every((name) => names.includes(name)) &&
    new Set(once).size === once.length &&
    !/[{}]/.test(template.replace(placeholder, '')) &&
    !/\}\{|[\p{L}\p{N}]\{lang\}|\{lang\}[\p{L}\p{N}]|[^/]\{dir\}|\{dir\}(?!\/)/u.test(template)
  );
}

/** The language of a path that a template gave: one of `languages`, else (where there is one) what looks like a tag. */
export type LanguageReader = (path: string) => Language | undefined;

/** For paths in the languages that are known. */
export function createReader(template: string, languages: readonly Language[]): LanguageReader {
  // `pt-BR` before `BR` and `pt`: the longer is meant.
  const patterns = languages
    .toSorted((a, b) => b.length - a.length)
    .map((language) => [language, patternOf(template, literal(language))] as const);
  return (path) => patterns.find(([, pattern]) => pattern.test(path.normalize('NFC')))?.[0];
}

/** For paths in any language. */
export function createTagReader(template: string): LanguageReader {
  const pattern = patternOf(template, '([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,8})');
  return (path) => {
    const tag = pattern.exec(path.normalize('NFC'))?.[1];
    return tag !== undefined && isLanguageTag(tag) ? tag : undefined;
  };
}

function patternOf(template: string, language: string): RegExp {
  const patterns: Readonly<Record<string, string>> = { path: '.+', name: '[^/]+', ext: '[^/.]+', lang: language };
  // The folder's slash goes with it.
  const parts = template.split(/(\{dir\}\/|\{[a-z]+\})/).map((part) => {
    if (part === '{dir}/') return '(?:.+/)?';
    return part.startsWith('{') ? (patterns[part.slice(1, -1)] ?? '') : literal(part);
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}

const literal = (text: string): string => text.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The folder that holds all paths of a template: `i18n`; the root (`''`) where its names begin with a placeholder. */
export function folderOf(template: string): string {
  return template.slice(0, template.indexOf('{')).split('/').slice(0, -1).join('/');
}
