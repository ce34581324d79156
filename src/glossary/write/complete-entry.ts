import { type Document, isMap, isScalar, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml';

/**
 * The text of an entry, from its key on, with further fields. Its comments, its order and the style of its values stay;
 * only what stands between them is laid out anew. `step`: by how much its fields are indented.
 */
export function completeEntry(text: string, additions: Readonly<Record<string, unknown>>, step: number): string {
  const document: Document = parseDocument(`${text}\n`, { schema: 'failsafe', uniqueKeys: false });
  const pair = isMap(document.contents) ? document.contents.items[0] : undefined;
  if (pair === undefined) return text;
  const fields = isMap(pair.value) ? pair.value : new YAMLMap();
  pair.value = fields;
  addFields(fields, additions);
  return document.toString({ lineWidth: 0, indent: step }).replace(/\n$/, '');
}

/** Lists grow, fields below fields are added, texts were not there. */
function addFields(fields: YAMLMap, additions: object): void {
  for (const [name, value] of Object.entries(additions)) {
    if (Array.isArray(value)) addForms(fields, name, value);
    else if (typeof value === 'object' && value !== null) addFields(fieldsIn(fields, name), value);
    else fields.set(name, String(value));
  }
}

/** The fields below a name; a translation that was a text is the preferred one. New ones stand in one line. */
function fieldsIn(fields: YAMLMap, name: string): YAMLMap {
  const known: unknown = fields.get(name, true);
  if (isMap(known)) return known;
  const map = new YAMLMap();
  map.flow = true;
  if (isScalar(known)) {
    map.comment = known.comment;
    known.comment = null;
    if (known.value !== '') map.set('preferred', known);
  }
  fields.set(name, map);
  return map;
}

/** One form needs no brackets; two do. */
function addForms(fields: YAMLMap, name: string, forms: readonly string[]): void {
  const known: unknown = fields.get(name, true);
  const list = isSeq(known) ? known : new YAMLSeq();
  if (!isSeq(known)) {
    list.flow = true;
    if (isScalar(known) && known.value !== '') list.add(known);
    fields.set(name, list);
  }
  for (const form of forms) list.add(form);
}
