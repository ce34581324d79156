import { UserError } from '../errors.ts';
import { isHeader, type PoEntry, type PoTarget, type PoText, scanPo } from '../formats/po/entries.ts';
import { keyOf } from '../formats/po.ts';
import type { BilingualFile, BilingualReader, BilingualSegment, StatedLanguages } from './bilingual.ts';
import { languageOf } from './language.ts';
import { type PlaceAt, placesIn } from './places.ts';

/** gettext's catalogs: `msgid` and `msgstr`, also where they are fuzzy; of plurals `msgid` and the first form, `msgid_plural` and the others. */
export const po: BilingualReader = {
  id: 'po',
  extensions: ['.po'],
  read({ text, path }, wanted): BilingualFile {
    const { entries, refusal } = scanPo(text);
    const placeAt = placesIn(text);
    if (refusal !== undefined)
      throw new UserError(refusal.message, { place: { file: path, ...placeAt(refusal.offset) } });
    const languages = languagesOf(entries, wanted);
    const read = entries.filter((entry) => !isHeader(entry)).flatMap((entry) => pairsOf(entry));
    return { segments: read.map((pair) => segmentOf(pair, languages, { text, placeAt })), problems: [] };
  },
};

/** `X-Source-Language` is Poedit's. */
function languagesOf(entries: readonly PoEntry[], { source, target }: StatedLanguages): StatedLanguages {
  const header = entries.find(isHeader)?.targets[0]?.says ?? '';
  const field = (name: string) => new RegExp(`^${name}:(.*)$`, 'imu').exec(header)?.[1];
  return {
    source: source ?? languageOf(field('X-Source-Language')),
    target: target ?? languageOf(field('Language')),
  };
}

interface PoPair {
  readonly id: string;
  readonly source: PoText;
  readonly target: PoTarget;
  readonly context?: string | undefined;
}

function pairsOf(entry: PoEntry): readonly PoPair[] {
  const { id, plural, targets } = entry;
  const key = keyOf(entry);
  const context = entry.context && key;
  if (plural === undefined) return targets.map((target) => ({ id: key, source: id, target, context }));
  return targets.map((target, at) => {
    const isSingular = at === 0 && targets.length > 1;
    const form = `${key}[${at}]`;
    return { id: form, source: isSingular ? id : plural, target, context: form };
  });
}

function segmentOf(
  { id, source, target, context }: PoPair,
  languages: StatedLanguages,
  file: { readonly text: string; readonly placeAt: PlaceAt },
): BilingualSegment {
  const { start, end } = target.content;
  return {
    id,
    languages,
    unit: 'message',
    context,
    source: source.says,
    target: target.says,
    place: file.placeAt(start),
    isLiteral: file.text.slice(start, end) === target.says,
    reserved: '"\\',
  };
}
