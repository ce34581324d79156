import { UserError } from '../../errors.ts';
import type { Language } from '../../model.ts';
import { languageOf } from '../language.ts';
import { childrenNamed, inherited, readRecords, type XmlElement, type XmlStart } from '../xml.ts';
import type { Concept, ConceptLanguage, ConceptTerm, TermStatus } from './concept.ts';
import type { GlossaryText } from './file.ts';
import { plainText } from './plain-text.ts';
import { readEntryRemainder, readTargetRemainder } from './remainder.ts';

/** A concept and where it begins. */
export interface ReadConcept {
  readonly concept: Concept;
  readonly offset: number;
}

/**
 * TBX of either version, styles DCA and DCT, and what tools call so: data categories count by their names, wherever they
 * stand. Throws `UserError` with the place for what is no such XML.
 */
export function readConcepts(file: GlossaryText): readonly ReadConcept[] {
  const concepts: ReadConcept[] = [];
  const take = (record: XmlElement, ancestors: readonly XmlStart[]) =>
    void concepts.push({ concept: conceptOf(record, ancestors), offset: record.start });
  const root = /<martif[\s>]/.test(file.text) ? 'martif' : 'tbx';
  try {
    readRecords(file, { root, names: ['conceptEntry', 'termEntry'], take });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.text, { place: error.place, hint: { id: 'glossary.file.hint' } });
  }
  return concepts;
}

function conceptOf(record: XmlElement, ancestors: readonly XmlStart[]): Concept {
  const own = detailsIn(record);
  const sections = childrenOf(record, languageSections);
  return {
    subjects: own.get('subjectField') ?? [],
    definition: own.get('definition')?.[0],
    source: own.get('source')?.[0],
    notes: own.get('note') ?? [],
    remainder: readEntryRemainder(own.get('note') ?? []),
    languages: merged(sections.flatMap((section) => languageSection(section, [...ancestors, record]))),
  };
}

const languageSections: readonly string[] = ['langSec', 'langSet'];
const termSections: readonly string[] = ['termSec', 'tig', 'ntig'];

function languageSection(section: XmlElement, chain: readonly XmlStart[]): readonly ConceptLanguage[] {
  const language = languageOf(inherited('xml:lang', [...chain, section]) ?? section.attributes.lang);
  const own = childrenOf(section, termSections);
  // Some tools leave the section of the term away.
  const terms = (own.length > 0 ? own : [section]).map((each) => ({ element: each, details: detailsIn(each) }));
  const read = terms.flatMap(({ details }) => termOf(details));
  if (language === undefined || read.length === 0) return [];
  const levels = [detailsIn(section), ...terms.map(({ details }) => details)];
  const notes = levels.flatMap((details) => details.get('note') ?? []);
  return [
    {
      language,
      definition: levels.flatMap((details) => details.get('definition') ?? [])[0],
      notes,
      terms: read,
      remainder: readTargetRemainder(notes),
      offset: terms[0]?.element.start ?? section.start,
    },
  ];
}

/** Some tools write a section a term. */
function merged(sections: readonly ConceptLanguage[]): readonly ConceptLanguage[] {
  const byLanguage = new Map<Language, ConceptLanguage[]>();
  for (const section of sections) push(byLanguage, section.language, section);
  return [...byLanguage.values()].map((parts) => ({
    ...parts[0]!,
    notes: parts.flatMap(({ notes }) => notes),
    terms: parts.flatMap(({ terms }) => terms),
  }));
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function termOf(details: Details): readonly ConceptTerm[] {
  const text = details.get('term')?.[0] ?? '';
  if (text === '') return [];
  return [
    {
      text: text.normalize('NFC'),
      status: statusOf(details.get('administrativeStatus')?.[0]),
      partOfSpeech: details.get('partOfSpeech')?.[0],
      termType: details.get('termType')?.[0],
    },
  ];
}

/** By their beginnings: `preferredTerm-admn-sts`, `preferredTerm`, `Preferred`; a status of its own kind says nothing. */
function statusOf(name = ''): TermStatus | undefined {
  return statuses.find(([beginning]) => beginning.test(name))?.[1];
}

const statuses: readonly (readonly [RegExp, TermStatus])[] = [
  [/^prefer/i, 'preferred'],
  [/^(?:admit|allow)/i, 'admitted'],
  [/^(?:deprecat|forbid|not-?recommend)/i, 'deprecated'],
  [/^(?:supersed|obsolete)/i, 'superseded'],
];

type Details = ReadonlyMap<string, readonly string[]>;

/**
 * Texts of a level by their data category: that of `type` (`<descrip type="definition">`), or the element itself
 * (`<term>`, `<note>`, in style DCT `<basic:definition>`). Groups (`descripGrp`, `termGrp`) are none of their own.
 */
function detailsIn(level: XmlElement): Details {
  const details = new Map<string, string[]>();
  const collect = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string' || isSection(child)) continue;
      if (child.name.endsWith('Grp')) collect(child);
      else {
        const category = child.attributes.type ?? child.name.replace(/^[^:]*:/, '');
        const text = plainText(child).normalize('NFC');
        if (text !== '') push(details, category, text);
      }
    }
  };
  collect(level);
  return details;
}

function isSection({ name }: XmlElement): boolean {
  return languageSections.includes(name) || termSections.includes(name);
}

function childrenOf(element: XmlElement, names: readonly string[]): readonly XmlElement[] {
  return names.flatMap((name) => childrenNamed(element, name));
}
