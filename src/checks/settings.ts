import type { CheckLimits, Finding, Severity } from '../model.ts';
import { once } from '../once.ts';
import { checkIds } from './ids.ts';

/** What a project says of one check: how grave its findings are, whether it runs at all, its limits. */
export interface CheckSetting {
  readonly severity?: Severity | 'off' | undefined;
  readonly limit?: CheckLimits[string] | undefined;
}

/** By the ids of `checkIds`. */
export type CheckSettings = ReadonlyMap<string, CheckSetting>;

export const noCheckSettings: CheckSettings = new Map();

/** The limits for a pair; absent where the project has none. */
export const limitsOf = once((settings: CheckSettings): CheckLimits | undefined => {
  const limits = [...settings].flatMap(([id, { limit }]) => (limit === undefined ? [] : [[id, limit] as const]));
  return limits.length === 0 ? undefined : Object.fromEntries(limits);
});

/** The checks of a list that are not turned off. One stays as long as any of the ids that it reports does. */
export function turnedOn<Check extends { readonly id: string }>(
  checks: readonly Check[],
  settings: CheckSettings,
): readonly Check[] {
  if (settings.size === 0) return checks;
  const isOff = (id: string) => settings.get(id)?.severity === 'off';
  return checks.filter(({ id }) => ![id, ...(checkIds.get(id) ?? [])].every(isOff));
}

/** A finding as grave as the project says; none where it is turned off. */
export function asSet<Found extends Finding>(findings: readonly Found[], settings: CheckSettings): readonly Found[] {
  if (settings.size === 0) return findings;
  return findings.flatMap((finding) => {
    const { severity = finding.severity } = settings.get(finding.check) ?? {};
    return severity === 'off' ? [] : [severity === finding.severity ? finding : { ...finding, severity }];
  });
}
