import type { Glossary, Language } from '../../model.ts';
import type { Concept, ConceptLanguage, ConceptTerm, TermStatus } from './concept.ts';
import { asRead } from './plain-text.ts';
import { remainderNote } from './remainder.ts';
import type { TbxVersion } from './tbx-versions.ts';
import { toConcept } from './to-concept.ts';

/** A glossary as TBX-Basic. */
export function writeTbx(
  { entries }: Glossary,
  version: TbxVersion,
  languages: { readonly source: Language; readonly targets: readonly Language[] },
): string {
  const options = { ...languages, partsOfSpeech: version.partsOfSpeech };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    version.start.replace('{source}', languages.source),
    ...element(version.header, ['<fileDesc><sourceDesc><p>wordferry</p></sourceDesc></fileDesc>']),
    '<text><body>',
    ...entries.flatMap((entry, at) => conceptLines(toConcept(entry, options), `c${at + 1}`, version)),
    '</body></text>',
    version.end,
    '',
  ].join('\n');
}

/** The elements of a level come in the order that version 2 asks for. */
function conceptLines(concept: Concept, id: string, version: TbxVersion): readonly string[] {
  const { subjects, definition, source, notes, languages, remainder } = concept;
  const content = [
    ...subjects.map((subject) => leaf('descrip', subject, 'subjectField')),
    ...optional(definition, 'descrip', 'definition'),
    ...optional(source, 'admin', 'source'),
    ...[...notes, remainderNote(remainder ?? {})].flatMap((note) => optional(note, 'note')),
    ...languages.flatMap((language) => languageLines(language, version)),
  ];
  return element(version.concept, content, `id="${id}"`);
}

function languageLines({ language, notes, terms, remainder }: ConceptLanguage, version: TbxVersion): readonly string[] {
  const content = [
    ...[...notes, remainderNote(remainder ?? {})].flatMap((note) => optional(note, 'note')),
    ...terms.flatMap((term) => element(version.term, termLines(term))),
  ];
  return element(version.language, content, `xml:lang="${language}"`);
}

function termLines({ text, status, partOfSpeech, termType }: ConceptTerm): readonly string[] {
  return [
    leaf('term', text),
    ...optional(termType, 'termNote', 'termType'),
    ...optional(partOfSpeech, 'termNote', 'partOfSpeech'),
    ...optional(status && statuses[status], 'termNote', 'administrativeStatus'),
  ];
}

const statuses: Readonly<Record<TermStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
  superseded: 'supersededTerm-admn-sts',
};

function element(name: string, content: readonly string[], attributes = ''): readonly string[] {
  const start = attributes === '' ? `<${name}>` : `<${name} ${attributes}>`;
  return [start, ...content.map((line) => `  ${line}`), `</${name}>`];
}

function optional(text: string | undefined, name: string, type?: string): readonly string[] {
  return text === undefined ? [] : [leaf(name, text, type)];
}

function leaf(name: string, text: string, type?: string): string {
  return `<${name}${type === undefined ? '' : ` type="${type}"`}>${escaped(text)}</${name}>`;
}

function escaped(text: string): string {
  return asRead(text).replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');
}
