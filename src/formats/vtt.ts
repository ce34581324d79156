import { vttSyntax } from './cues/boundary.ts';
import { subtitles } from './cues/format.ts';

/** WebVTT subtitles and captions (W3C). */
export const vtt = subtitles(vttSyntax);
