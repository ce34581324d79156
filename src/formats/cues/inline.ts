import type { Inline, Unit } from '../../model.ts';
import { type FoundCode, pairCodes } from '../pair-codes.ts';

/** Tags of cues: `<i>`, `<v Name>`, `<00:00:01.000>`, `{\an8}`; character references in WebVTT. */
export const cueInline: Inline = {
  codes: (text, { style }) => (/[<{&]/.test(text) ? pairCodes(found(text, style)) : []),
  signs: '<&',
  escape: escapeSign,
};

const tag = String.raw`</?(?:[a-zA-Z][^<>\r\n]*|\d[\d:.]*)>`;
const srtCode = new RegExp(String.raw`${tag}|\{\\[^{}\r\n]*\}`, 'g');
const vttCode = new RegExp(String.raw`${tag}|&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos);`, 'g');

function found(text: string, style: string | undefined): readonly FoundCode[] {
  return Array.from(text.matchAll(style === 'vtt' ? vttCode : srtCode), ({ 0: written, index }): FoundCode => {
    const range = { start: index, end: index + written.length };
    const reads = references[written];
    if (reads !== undefined) return { ...range, kind: 'escape', reads };
    const element = /^<\/?([a-z]+)/i.exec(written)?.[1]?.toLowerCase();
    if (element === undefined) return { ...range, kind: 'alone' };
    return { ...range, kind: written.startsWith('</') ? 'close' : 'open', element };
  });
}

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': '\u00A0',
  '&lrm;': '\u200E',
  '&rlm;': '\u200F',
};

/** SRT has no way to write a sign that is part of no tag. */
function escapeSign(text: string, at: number, { style }: Unit): string {
  const sign = text.charAt(at);
  if (style !== 'vtt') return sign;
  if (sign === '<') return '&lt;';
  return sign === '&' ? '&amp;' : sign;
}
