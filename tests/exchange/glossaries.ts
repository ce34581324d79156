import fc from 'fast-check';
import { inferInflection } from '../../src/glossary/german/forms.ts';
import type { GlossaryEntry, TargetTerm } from '../../src/model.ts';

/** Signs that formats have to do something about, and some that they need not. */
const sign = fc.constantFrom(...'aeuÄß평양クX1 -–\'"=+@;,|:#&<>/\\.()[]{}!%*\u00a0\u{1F600}');
const layout = fc.constantFrom('\n', '\r\n', '\t', ' ', '  ', '\u0001', '\u0085', '\uFFFF', 'wordferry: {}');

/** As a glossary has them: in NFC, on one line, with a letter. */
const form = fc
  .tuple(
    fc.constantFrom('K', 'Kim', '=x', "'=x", '-isch', '+4', 'NATO', 'vereint', 'a;=b', '@'),
    fc.string({ unit: sign, maxLength: 8 }),
  )
  .map((parts) => parts.join('').normalize('NFC').trim());
const text = fc
  .array(fc.oneof(sign, sign, sign, layout), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').normalize('NFC'));
const forms = fc.uniqueArray(form, { maxLength: 3 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const inflection = fc.constantFrom(
  ...(['name', 'acronym', 'adjective', 'noun-en', 'noun-s-n', 'multiword', 'explicit', 'none'] as const),
);

/** None that says nothing: that is the same as none. */
const target: fc.Arbitrary<TargetTerm> = fc
  .record({
    preferred: fc.oneof(form, form, form, fc.constant('')),
    admitted: forms,
    forbidden: forms,
    note: maybe(text),
    reading: maybe(form),
  })
  .filter((each) => Object.values(each).some((value) => value !== undefined && value.length > 0));

const entry = fc
  .record({
    variants: forms,
    forms,
    inflection: maybe(inflection),
    keep: fc.boolean(),
    status: fc.constantFrom('proposed' as const, 'approved' as const, 'deprecated' as const),
    closed: fc.boolean(),
    except: forms,
    case: maybe(fc.constantFrom('exact' as const, 'any' as const)),
    definition: maybe(text),
    note: maybe(text),
    authority: maybe(text),
    domain: maybe(fc.uniqueArray(form, { minLength: 1, maxLength: 3 })),
    targets: fc.record({ en: target, ko: target }, { requiredKeys: [] }),
  })
  .chain((fields) => form.map((term): GlossaryEntry => withTerm(term, fields)));

function withTerm(
  term: string,
  fields: Omit<GlossaryEntry, 'term' | 'place' | 'inflection'> & {
    inflection: GlossaryEntry['inflection'] | undefined;
  },
): GlossaryEntry {
  return {
    ...fields,
    term,
    targets: fields.keep ? kept(term, fields.targets) : fields.targets,
    inflection: fields.inflection ?? inferInflection(term),
    place: { file: 'glossary.yaml', line: 1, column: 1 },
  };
}

/** As a glossary reads them: what is kept is its own translation. */
function kept(term: string, targets: GlossaryEntry['targets']): GlossaryEntry['targets'] {
  const entries = Object.entries(targets).map(([language, target]) => [
    language,
    target.preferred === '' ? { ...target, preferred: term } : target,
  ]);
  return Object.fromEntries(entries);
}

/** Entries of any kind, also such as a glossary would refuse. */
export const anyEntries = fc.uniqueArray(entry, { selector: ({ term }) => term, maxLength: 4 });

/** Without where it stands, and without what says nothing. */
export function plain(entries: readonly GlossaryEntry[]): unknown {
  return JSON.parse(JSON.stringify(entries.map(({ place: _, ...fields }) => fields)));
}
