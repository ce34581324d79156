import { isRemoteEngine } from '../engine-ids.ts';
import { once } from '../once.ts';
import type { DocumentRule, Settings } from '../settings.ts';
import { compileExclude } from './globs.ts';
import { pathBelowSource } from './translation-paths.ts';

/** What `documents:` says of a source document: the first rule that fits its path, from the root or from the folder of the originals. */
export function documentRule(path: string, settings: Settings): DocumentRule | undefined {
  const below = pathBelowSource(path, settings);
  return compiled(settings).find(({ matches }) => matches(path) || matches(below))?.rule;
}

/** Whether its text must not leave the machine: so it stands in no report either, which others may read. */
export function isConfidential(path: string, settings: Settings): boolean {
  const rule = documentRule(path, settings);
  return rule !== undefined && !rule.engines.some(isRemoteEngine);
}

const compiled = once(({ documents }: Settings) =>
  documents.map((rule) => ({ rule, matches: compileExclude([rule.path]) })),
);
