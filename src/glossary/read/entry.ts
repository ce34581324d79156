import { isNode, isScalar, type Pair } from 'yaml';
import type { z } from 'zod';
import type { GlossaryEntry, Message, Place } from '../../model.ts';
import { inferInflection } from '../german/forms.ts';
import type { Problem } from '../problem.ts';
import { checkEntry } from './rules.ts';
import { type Fields, fieldsSchema, languageField, type Targets, targetsSchema } from './schema.ts';
import { warnOf } from './warnings.ts';
import { keyAt, nodeAt, type Yaml } from './yaml.ts';

/** An entry as it stands in a glossary, or what is wrong with it. */
export interface ReadEntry {
  readonly entry?: GlossaryEntry;
  readonly problems: readonly Problem[];
  /** What its author may not have meant. */
  readonly warnings: readonly Problem[];
}

export function readEntry({ key, value }: Pair, { document, placeOf }: Yaml): ReadEntry {
  const isEmpty = !isNode(value) || (isScalar(value) && value.value === '');
  const raw: unknown = isEmpty ? {} : value.toJS(document);
  const { own, languages } = split(raw);
  const fields = fieldsSchema.safeParse(own);
  const targets = targetsSchema.safeParse(languages);
  if (!fields.success || !targets.success) {
    const issues = [...(fields.error?.issues ?? []), ...(targets.error?.issues ?? [])];
    return { problems: issues.flatMap((issue) => shapeProblems(issue, value ?? key, placeOf)), warnings: [] };
  }
  const term = isScalar(key) ? String(key.value).normalize('NFC') : '';
  const entry = entryOf(term, { fields: fields.data, targets: targets.data, place: placeOf(key) });
  const at = (path: readonly PropertyKey[]): Place => placeOf(path.length === 0 ? key : nodeAt(value, path));
  return { entry, problems: checkEntry(entry, at), warnings: warnOf(entry, at) };
}

/** Languages are the fields that look like a BCP 47 tag. */
function split(raw: unknown): { own: unknown; languages: Readonly<Record<string, unknown>> } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { own: raw, languages: {} };
  const isLanguage = ([name]: [string, unknown]) => languageField.test(name);
  const fields: [string, unknown][] = Object.entries(raw);
  return {
    own: Object.fromEntries(fields.filter((field) => !isLanguage(field))),
    languages: Object.fromEntries(fields.filter(isLanguage)),
  };
}

interface Parts {
  readonly fields: Fields;
  readonly targets: Targets;
  readonly place: Place;
}

function entryOf(term: string, { fields, targets, place }: Parts): GlossaryEntry {
  const { variants, forms, keep, status, match, definition, note, authority, domain } = fields;
  const kept = Object.entries(targets).map(([language, target]) => {
    return [language, { ...target, preferred: target.preferred === '' && keep ? term : target.preferred }];
  });
  return {
    term,
    variants,
    forms,
    inflection: fields.inflection ?? inferInflection(term),
    keep,
    status,
    closed: match.closed,
    except: match.except,
    case: match.case === 'smart' ? undefined : match.case,
    targets: Object.fromEntries(kept),
    definition,
    note,
    authority,
    domain,
    place,
  };
}

function shapeProblems(issue: z.core.$ZodIssue, value: unknown, placeOf: Yaml['placeOf']): readonly Problem[] {
  const node = nodeAt(value, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => {
      const values = { field, fields: fieldsAt(issue.path) };
      return { text: { id: 'glossary.field', values }, place: placeOf(keyAt(node, field)) };
    });
  }
  return [{ text: shapeMessage(issue, node), place: placeOf(node) }];
}

function shapeMessage(issue: z.core.$ZodIssue, node: unknown): Message {
  const field = String(issue.path.findLast((step) => typeof step === 'string') ?? 'terms');
  if (issue.code === 'invalid_value') {
    const value = isScalar(node) ? String(node.value) : '…';
    return { id: 'glossary.value', values: { field, value, values: issue.values.map(String) } };
  }
  if (issue.code === 'too_big') return { id: 'glossary.many_forms', values: { field, most: Number(issue.maximum) } };
  const expected = issue.code === 'invalid_type' ? issue.expected : '';
  if (expected === 'array') return { id: 'glossary.expected_list', values: { field } };
  return { id: expected === 'string' ? 'glossary.expected_text' : 'glossary.expected_fields', values: { field } };
}

/** What may stand beside an unknown field. */
function fieldsAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return [...Object.keys(fieldsSchema.shape), 'en', 'ko'];
  return path[0] === 'match' ? ['closed', 'except', 'case'] : ['preferred', 'admitted', 'forbidden', 'note', 'reading'];
}
