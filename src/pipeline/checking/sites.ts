import type { Language } from '../../model.ts';
import { once } from '../../once.ts';
import { pathBelowSource } from '../../paths/translation-paths.ts';
import type { Settings } from '../../settings.ts';
import type { Translation } from '../open.ts';
import { optionsOf } from '../segment.ts';

/** What a link with `#` leads to. */
export interface Goal {
  readonly anchor: string;
  /** Of the translated file. */
  readonly path: string;
  readonly isInSource: boolean;
  readonly isInTarget: boolean;
}

/** All documents of a project in one language. */
export interface Site {
  /** `undefined`: no anchor is named, or nobody knows the document. */
  goalOf(destination: string, from: string): Goal | undefined;
}

/** A translation, with its file where this run writes it. */
type Member = Pick<Translation, 'document' | 'languages' | 'files'> & { readonly text?: string };

/** Nothing is read before a link asks for it. */
export function sitesOf(members: readonly Member[], settings: Settings): (language: Language) => Site {
  const anchorsOf = once((member: Member) => anchorsIn(member, settings));
  const known = new Map<Language, Site>();
  return (language) => {
    const site = known.get(language) ?? siteOf(language, { members, settings, anchorsOf });
    known.set(language, site);
    return site;
  };
}

interface Anchors {
  readonly source: ReadonlySet<string>;
  readonly target: ReadonlySet<string>;
}

interface Sites {
  readonly members: readonly Member[];
  readonly settings: Settings;
  anchorsOf(member: Member): Anchors | undefined;
}

function siteOf(language: Language, { members, settings, anchorsOf }: Sites): Site {
  let names: ReadonlyMap<string, Member> | undefined;
  const prefixes = Object.values(settings.links ?? {}).map((template) => template.replaceAll('{lang}', language));
  return {
    goalOf(destination, from) {
      const hash = destination.indexOf('#');
      const anchor = decoded(destination.slice(hash + 1));
      if (hash < 0 || anchor === '' || anchor === 'top') return undefined;
      const name = nameIn(destination.slice(0, hash), from, prefixes);
      names ??= byName(
        members.filter(({ languages }) => languages.target === language),
        settings,
      );
      const member = name === undefined ? undefined : names.get(name);
      const anchors = member && anchorsOf(member);
      if (member === undefined || anchors === undefined) return undefined;
      const { source, target } = anchors;
      return { anchor, path: member.files.path, isInSource: source.has(anchor), isInTarget: target.has(anchor) };
    },
  };
}

/** By their paths, and by those of the site, which begin with `/`. */
function byName(members: readonly Member[], settings: Settings): ReadonlyMap<string, Member> {
  return new Map(
    members.toReversed().flatMap((member) => {
      const { path } = member.document;
      return [path, `/${pathBelowSource(path, settings)}`].map((each) => [nameOf(each), member] as const);
    }),
  );
}

/** The document that a path leads to: that of the link, one beside it, or one of the site. */
function nameIn(written: string, from: string, prefixes: readonly string[]): string | undefined {
  const path = decoded(written.replace(/\?.*/s, ''));
  if (path === '') return nameOf(from);
  const prefix = prefixes.filter((each) => path.startsWith(each)).toSorted((a, b) => b.length - a.length)[0];
  if (prefix !== undefined) return nameOf(`/${path.slice(prefix.length).replace(/^\//, '')}`);
  if (path.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined;
  return nameOf(joined(from.split('/').slice(0, -1), path));
}

/** A site shows `a.md`, `a/index.md` and `a/README.md` as `a`. */
function nameOf(path: string): string {
  return path
    .replace(/\.(?:mdx?|markdown|mdown|mkd|x?html?)$/i, '')
    .replace(/(?:^|(?<=\/))(?:_?index|readme)$/i, '')
    .replace(/(?<=.)\/$/, '');
}

function joined(folders: readonly string[], path: string): string {
  const names = [...folders];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return names.join('/');
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** A translation that is not there has none, so nothing is said of it. */
function anchorsIn({ document, files, text = files.text }: Member, settings: Settings): Anchors | undefined {
  const { format, newlines } = document;
  if (text === undefined || format.anchors === undefined) return undefined;
  const { units } = format.parse(text, { ...optionsOf(settings), newlines });
  return {
    source: new Set(format.anchors(document.text, document.units)),
    target: new Set(format.anchors(text, units)),
  };
}
