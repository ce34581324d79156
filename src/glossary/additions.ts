import type { TargetTerm } from '../model.ts';
import type { Completion } from './merge.ts';
import { filled, targetFields } from './write/entry-fields.ts';

/** What a completed entry got, as fields of the glossary. */
export function additionsOf({ before, after }: Completion): Readonly<Record<string, unknown>> {
  const targets = Object.entries(after.targets).map(([language, target]) => {
    const known = before.targets[language];
    return [language, known === undefined ? targetFields(target, after) : targetAdditions(known, target)] as const;
  });
  const texts = (['definition', 'note', 'authority'] as const).map((name) => [
    name,
    addedText(before[name], after[name]),
  ]);
  return filled({
    variants: added(before.variants, after.variants),
    forms: added(before.forms, after.forms),
    ...Object.fromEntries(targets),
    match: filled({ closed: after.closed && !before.closed, except: added(before.except, after.except) }),
    ...Object.fromEntries(texts),
    domain: added(before.domain, after.domain),
  });
}

function targetAdditions(before: TargetTerm, after: TargetTerm): Readonly<Record<string, unknown>> {
  return filled({
    preferred: addedText(before.preferred, after.preferred),
    admitted: added(before.admitted, after.admitted),
    forbidden: added(before.forbidden, after.forbidden),
    note: addedText(before.note, after.note),
    reading: addedText(before.reading, after.reading),
  });
}

function added(before: readonly string[] = [], after: readonly string[] = []): readonly string[] {
  return after.filter((form) => !before.includes(form));
}

function addedText(before: string | undefined, after: string | undefined): string | undefined {
  return before ? undefined : after;
}
