import { Document, type YAMLSeq } from 'yaml';

/** A value on one line of YAML, as people write it: `{ en: Kursk, ko: { preferred: 쿠르스크, admitted: [쿠르스크주] } }`. */
export function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(fieldInFlow).join(', ')} }`;
  return scalarInFlow(String(value), value);
}

function fieldInFlow([name, value]: readonly [string, unknown]): string {
  return `${scalarInFlow(name, name)}: ${inFlow(value)}`;
}

/** Quoted where it could be read as something else. JSON is YAML, and keeps line breaks on one line. */
function scalarInFlow(text: string, value: unknown): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return JSON.stringify(text);
  const document = new Document([value]);
  (document.contents as unknown as YAMLSeq).flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).slice(1, -2);
}
