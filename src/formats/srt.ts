import { srtSyntax } from './cues/boundary.ts';
import { subtitles } from './cues/format.ts';

/** SubRip subtitles. */
export const srt = subtitles(srtSyntax);
