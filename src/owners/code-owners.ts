/** A line of CODEOWNERS: which paths it names, and their owners; none where it takes away what lines before it say. */
export interface OwnerRule {
  readonly owners: readonly string[];
  /** Paths from the repository's top, in NFC. */
  matches(path: string): boolean;
}

/** What a CODEOWNERS file says. */
export interface CodeOwners {
  /** In each the last line counts that names a path. What several sections say adds up. */
  readonly sections: readonly (readonly OwnerRule[])[];
  /** Lines, from 1, that name nobody since they are not understood. */
  readonly unread: readonly number[];
}

/** Whose CODEOWNERS it is: each platform reads them in its own way. */
export type Platform = 'github' | 'gitlab' | 'forgejo';

/**
 * As they are written: `@login`, `@org/team`, an address. Of several files that stand for one thing, such as a translated
 * file and its review file, the last line counts that names one of them.
 */
export function ownersOf({ sections }: CodeOwners, paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => path.normalize('NFC'));
  const lines = sections.map((rules) => rules.findLast((rule) => names.some(rule.matches)));
  return [...new Set(lines.flatMap((rule) => rule?.owners ?? []))];
}

/** Logins and addresses do not tell capitals apart. */
export function isOneOf(owners: readonly string[], asked: readonly string[]): boolean {
  const known = new Set(owners.map((owner) => owner.toLowerCase()));
  return asked.some((owner) => known.has(owner.toLowerCase()));
}

/** `@login`, `@org/team` or an address. */
export function isOwner(text: string): boolean {
  return /^[^\s@]*@[^\s@]+$/.test(text) || /^@@[a-z]+$/.test(text);
}
