import type { CheckSetting, CheckSettings } from '../checks/settings.ts';
import type { Limit } from '../model.ts';

type Level = CheckSetting['severity'];

/** Everything but the severity and `most` is a language with its range. */
type Written = Level | { readonly severity?: Level; readonly most?: number };

/** `checks:` of wordferry.yaml, as its schema lets it through. */
export function checkSettings(written: Readonly<Record<string, unknown>>): CheckSettings {
  return new Map(Object.entries(written).map(([id, value]) => [id, settingOf(value as Written)]));
}

function settingOf(value: Written): CheckSetting {
  if (typeof value !== 'object') return { severity: value };
  const { severity, most, ...ranges } = value;
  const limit = { most, ranges: ranges as Limit['ranges'] };
  return { severity, limit };
}
