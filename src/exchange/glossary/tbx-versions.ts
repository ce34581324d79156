import type { Inflection } from '../../model.ts';
import type { ConceptOptions } from './to-concept.ts';

/** How the versions of TBX-Basic name the same things (ISO 30042:2008 and :2019, style DCA). */
export interface TbxVersion {
  readonly start: string;
  readonly header: string;
  readonly concept: string;
  readonly language: string;
  readonly term: string;
  readonly end: string;
  readonly partsOfSpeech: ConceptOptions['partsOfSpeech'];
}

const nouns: Partial<Record<Inflection, string>> = {
  adjective: 'adjective',
  'noun-en': 'noun',
  'noun-weak-en': 'noun',
  'noun-es-e-en': 'noun',
  'noun-s-n': 'noun',
};

export const tbx2: TbxVersion = {
  start: '<martif type="TBX-Basic" xml:lang="{source}">',
  header: 'martifHeader',
  concept: 'termEntry',
  language: 'langSet',
  term: 'tig',
  end: '</martif>',
  partsOfSpeech: { ...nouns, name: 'properNoun', acronym: 'properNoun' },
};

export const tbx3: TbxVersion = {
  start: '<tbx style="dca" type="TBX-Basic" xml:lang="{source}" xmlns="urn:iso:std:iso:30042:ed-2">',
  header: 'tbxHeader',
  concept: 'conceptEntry',
  language: 'langSec',
  term: 'termSec',
  end: '</tbx>',
  partsOfSpeech: { ...nouns, name: 'noun', acronym: 'noun' },
};
