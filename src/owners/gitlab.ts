import { type CodeOwners, isOwner, type OwnerRule } from './code-owners.ts';
import { globSource, isGlob } from './glob.ts';
import { pathMatcher } from './path-matcher.ts';
import { linesOf, wordsOf } from './words.ts';

interface Section {
  readonly name: string;
  /** Of its lines that name nobody. */
  readonly owners: readonly string[];
}

interface Line {
  readonly section: string;
  readonly rule: OwnerRule | undefined;
  /** `!drafts/`: in this section nobody owns it, whatever other lines say. */
  readonly excludes: boolean;
}

/** Globs in sections, whose names do not tell capitals apart: those of one name are one section. */
export function readGitLab(text: string): CodeOwners {
  let section: Section = { name: '', owners: [] };
  const lines = linesOf(text).map((line): Line | undefined => {
    const begun = sectionOf(line);
    section = begun ?? section;
    const words = begun === undefined ? wordsOf(line) : [];
    return words.length === 0 ? undefined : lineOf(words, section);
  });
  const known = lines.filter((line) => line !== undefined);
  return {
    sections: [...new Set(known.map((line) => line.section))].map((name) => rulesOf(known, name)),
    unread: lines.flatMap((line, at) => (line !== undefined && line.rule === undefined ? [at + 1] : [])),
  };
}

/** `[Name]`, `^[Name]` where approval is optional, `[Name][2]` where two have to; owners behind it. */
function sectionOf(line: string): Section | undefined {
  const [, name, owners = ''] = /^\^?\[([^[\]]+)\](?:\[\d+\])?(?=\s|$)(.*)$/.exec(line.trim()) ?? [];
  return name === undefined ? undefined : { name: name.trim().toLowerCase(), owners: wordsOf(owners).filter(isOwner) };
}

function lineOf([word = '', ...owners]: readonly string[], section: Section): Line {
  const excludes = word.startsWith('!');
  const glob = excludes ? word.slice(1) : word;
  const matches = isGlob(glob) ? pathMatcher(sourceOf(glob)) : undefined;
  const own = excludes ? [] : owners.some(isOwner) ? owners.filter(isOwner) : section.owners;
  const rule = matches && { owners: own, matches: (path: string) => matches(path) === true };
  return { section: section.name, rule, excludes };
}

/** A glob without a slash in front is found anywhere; only one with a slash behind is all below a folder. */
function sourceOf(glob: string): string {
  if (glob === '*') return '.*';
  const name = globSource(glob.replace(/^\/|\/$/g, ''));
  return `${glob.startsWith('/') ? '' : '(?:.*/)?'}${name}${glob.endsWith('/') ? '/.*' : ''}`;
}

/** What is left out stands last: the last line counts. */
function rulesOf(lines: readonly Line[], name: string): readonly OwnerRule[] {
  const own = lines.filter(({ section }) => section === name);
  const inOrder = [...own.filter(({ excludes }) => !excludes), ...own.filter(({ excludes }) => excludes)];
  return inOrder.flatMap(({ rule }) => rule ?? []);
}
