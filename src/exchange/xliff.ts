import type {
  BilingualFile,
  BilingualProblem,
  BilingualReader,
  BilingualSegment,
  StatedLanguages,
} from './bilingual.ts';
import { languageOf } from './language.ts';
import { placesIn } from './places.ts';
import { segmentOf } from './segment-of.ts';
import { transUnitPairs } from './xliff-1.ts';
import { unitPairs } from './xliff-2.ts';
import { inherited, readRecords, type XmlElement, type XmlStart } from './xml.ts';

/** XLIFF 1.0 to 1.2, and 2.0 to 2.2; also as Trados, memoQ and Phrase name their own. */
export const xliff: BilingualReader = {
  id: 'xliff',
  extensions: ['.xlf', '.xliff', '.sdlxliff', '.mqxliff', '.mxliff'],
  read(file, wanted): BilingualFile {
    const segments: BilingualSegment[] = [];
    const problems: BilingualProblem[] = [];
    const placed = { text: file.text, placeAt: placesIn(file.text) };
    const take = (record: XmlElement, ancestors: readonly XmlStart[]) => {
      const chain = [...ancestors, record];
      if (inherited('translate', chain) === 'no') return;
      const pairs = record.name === 'unit' ? unitPairs(record, chain) : transUnitPairs(record, chain);
      const languages = languagesOf(ancestors, wanted);
      for (const pair of pairs) segments.push(segmentOf({ ...pair, languages }, placed));
      if (pairs.length === 0)
        problems.push({
          message: { id: 'bilingual.source', values: { element: record.name } },
          place: placed.placeAt(record.start),
        });
    };
    readRecords(file, { root: 'xliff', names: ['trans-unit', 'unit'], take });
    return { segments, problems };
  },
};

/** The command line may know better. */
function languagesOf(ancestors: readonly XmlStart[], { source, target }: StatedLanguages): StatedLanguages {
  const stated = (...names: readonly string[]) => names.map((name) => inherited(name, ancestors)).find(Boolean);
  return {
    source: source ?? languageOf(stated('source-language', 'srcLang')),
    target: target ?? languageOf(stated('target-language', 'trgLang')),
  };
}
