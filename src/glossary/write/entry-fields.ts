import type { GlossaryEntry, TargetTerm } from '../../model.ts';
import { inferInflection } from '../german/forms.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What an entry says as its author would: without what is inferred, and a lone translation as a text. */
export function fieldsOf(entry: GlossaryEntry): Fields {
  const { term, variants, forms, inflection, targets, keep, closed, except, status } = entry;
  const { definition, note, authority, domain, case: spelling } = entry;
  const translations = Object.entries(targets).map(([language, target]) => [language, targetFields(target, entry)]);
  return {
    ...filled({ variants, inflection: inflection === inferInflection(term) ? undefined : inflection, forms, keep }),
    ...Object.fromEntries(translations),
    ...filled({ match: filled({ closed, except, case: spelling }), definition, note, authority, domain }),
    ...filled({ status: status === 'approved' ? undefined : status }),
  };
}

/** What is kept need not be said again. */
export function targetFields(target: TargetTerm, { term, keep }: GlossaryEntry): unknown {
  const { preferred, admitted, forbidden, note, reading } = target;
  const others = filled({ admitted, forbidden, note, reading });
  if (Object.keys(others).length === 0) return preferred;
  return keep && preferred === term ? others : { preferred, ...others };
}

/** The fields that say something. */
export function filled(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFilled(value)));
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}
