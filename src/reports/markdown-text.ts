import stringWidth from 'string-width';
import { visible, visibleText } from './visible.ts';

/** Columns (a Korean sign takes two) after which a line inside a fence is continued on the next. */
const width = 100;

/** Breaks at blanks; each line begins with the sign that colours it. Line breaks of the text cannot end the fence. */
export function wrapped(sign: string, text: string): readonly string[] {
  const lines: string[] = [];
  let room = 0;
  for (const word of text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ').split(' ')) {
    const needed = stringWidth(word) + 1;
    room -= needed;
    if (lines.length > 0 && room >= 0) lines[lines.length - 1] += ` ${word}`;
    else {
      lines.push(lines.length === 0 ? `${sign} ${word}` : `${sign}     ${word}`);
      room = width - (lines.length === 1 ? sign.length : sign.length + 4) - needed;
    }
  }
  return lines.map(visible);
}

export function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}diff\n${text}\n${fence}`;
}

/** A path as inline code, whatever it contains. */
export function code(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  return ticks.length === 1 ? `\`${visibleText(text)}\`` : `${ticks} ${visibleText(text)} ${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Words of ours with a value of theirs (an engine's name, a revision): no markup, mention or reference. */
export function plain(text: string): string {
  return visibleText(text).replace(/[\\`*_{}[\]<>#@!|~&$]/g, (sign) => `&#${sign.codePointAt(0)};\u200b`);
}

/** A link of our own words to an address, whatever stands in that. */
export function link(words: string, address: string): string {
  const signs = /[()[\]<>\\`|*_]/g;
  return `[${words}](${address.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}
