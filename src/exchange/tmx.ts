import type { Language } from '../model.ts';
import type { BilingualFile, BilingualReader, BilingualSegment, StatedLanguages } from './bilingual.ts';
import { inLanguage, languageOf } from './language.ts';
import { placesIn } from './places.ts';
import { segmentOf } from './segment-of.ts';
import { childrenNamed, inherited, readRecords, type XmlElement, type XmlStart } from './xml.ts';

/** TMX 1.1 to 1.4b. Where no target language is wanted, each that a unit has makes a pair. */
export const tmx: BilingualReader = {
  id: 'tmx',
  extensions: ['.tmx'],
  read(file, wanted): BilingualFile {
    const segments: BilingualSegment[] = [];
    const placed = { text: file.text, placeAt: placesIn(file.text) };
    let header: XmlStart | undefined;
    let count = 0;
    const take = (record: XmlElement, ancestors: readonly XmlStart[]) => {
      if (record.name === 'header') {
        header = record;
        return;
      }
      count += 1;
      const id = record.attributes.tuid ?? String(count);
      const chain = [...ancestors, ...(header ? [header] : []), record];
      for (const pair of pairsOf(record, chain, wanted)) segments.push(segmentOf({ id, ...pair }, placed));
    };
    readRecords(file, { root: 'tmx', names: ['header', 'tu'], take });
    const isLost = count > 0 && segments.length === 0;
    const values = { source: wanted.source ?? '*', target: wanted.target ?? '*' };
    const problem = { message: { id: 'bilingual.languages', values }, place: { line: 1, column: 1 } } as const;
    return { segments, problems: isLost ? [problem] : [] };
  },
};

interface Variant {
  readonly language: Language;
  readonly text: XmlElement;
}

function pairsOf(unit: XmlElement, chain: readonly XmlStart[], wanted: StatedLanguages) {
  const variants = childrenNamed(unit, 'tuv').flatMap(variantsOf);
  const stated = inherited('srclang', chain);
  const language = wanted.source ?? (stated === '*all*' ? undefined : languageOf(stated));
  const source = language === undefined ? variants[0] : inLanguage(variants, language);
  if (source === undefined) return [];
  const others = variants.filter((variant) => variant !== source);
  const one = wanted.target === undefined ? undefined : inLanguage(others, wanted.target);
  const targets = wanted.target === undefined ? others : one === undefined ? [] : [one];
  const space = (element: XmlElement) => inherited('xml:space', [...chain, element]);
  return targets.map((target) => ({
    source: source.text,
    target: target.text,
    languages: { source: language === undefined ? undefined : source.language, target: target.language },
    space: { source: space(source.text), target: space(target.text) },
  }));
}

/** TMX 1.1 says `lang`. */
function variantsOf(variant: XmlElement): readonly Variant[] {
  const language = languageOf(variant.attributes['xml:lang'] ?? variant.attributes.lang);
  const [text] = childrenNamed(variant, 'seg');
  return language === undefined || text === undefined ? [] : [{ language, text }];
}
