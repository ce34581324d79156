import type { Format, Newlines, ParseOptions } from '../../model.ts';
import type { CueSyntax } from './boundary.ts';
import { closeCues } from './close.ts';
import { cueFolds } from './folds.ts';
import { cueInline } from './inline.ts';
import { type Cue, scanCues } from './scan.ts';
import { unitsOfCues } from './units.ts';

/** Subtitles: the texts of cues are units, sentences run over them; all else is copied. */
export function subtitles(syntax: CueSyntax): Format {
  return {
    id: syntax.id,
    extensions: [`.${syntax.id}`],
    parse(text: string, { newlines: asked }: ParseOptions) {
      const cues = scanCues(text, syntax);
      const newlines = asked === undefined || asked === 'auto' ? detect(text, cues) : asked;
      return { newlines, units: unitsOfCues(text, cues, { syntax, newlines }) };
    },
    folds: (raw) => cueFolds(raw, syntax),
    close: (raw, unit) => closeCues(raw, unit, syntax),
    inline: cueInline,
  };
}

/** Captions that a machine wrote have no marks where sentences end: then each cue is one. */
function detect(text: string, cues: readonly Cue[]): Newlines {
  const ending = cues.filter(({ start, end }) => /[.!?…](?!\p{L}|\p{N})/u.test(text.slice(start, end)));
  return ending.length * 8 < cues.length ? 'line' : 'paragraph';
}
