import type { Range } from '../../model.ts';
import { splice } from '../../splice.ts';
import { maskProtected } from '../mask.ts';
import { quotations } from '../quotations.ts';
import { hangulStart } from './hangul-start.ts';

/** `plain`: 했다, as newspapers write; `polite`: 했습니다, 했어요. */
export type Register = 'plain' | 'polite';

/** The verb at the end of a sentence. */
export interface SentenceEnding extends Range {
  readonly register: Register;
}

/** The ends of sentences that say a register, outside of quotations; nouns and headings say none. */
export function sentenceEndings(text: string): readonly SentenceEnding[] {
  if (!/[다까요오죠]/u.test(text)) return [];
  const masked = maskProtected(text);
  const quoted = quotations(masked).map(({ start, end }) => ({ start, end, text: '\uFFFC'.repeat(end - start) }));
  const spoken = splice(masked, quoted);
  return Array.from(spoken.matchAll(sentenceEnd)).flatMap(({ index }): readonly SentenceEnding[] => {
    const [start, end] = [hangulStart(spoken, index), index + 1];
    const register = registerOf(spoken.slice(start, end), spoken.slice(end, end + 8));
    return register === undefined ? [] : [{ start, end, register }];
  });
}

/** The register of most sentences; of as many in either, the first one's. */
export function registerOfTexts(texts: readonly string[]): Register | undefined {
  const registers = texts.flatMap(sentenceEndings).map(({ register }) => register);
  const polite = registers.filter((register) => register === 'polite').length;
  if (2 * polite === registers.length) return registers[0];
  return 2 * polite > registers.length ? 'polite' : 'plain';
}

const sentenceEnd = /[다까요오죠](?=[*_~)\]’”"']{0,4}(?:[.!?…。:]|\s*$))/gu;

/** Without a full stop only 습니다 is no noun for certain: 캐나다, 개요. */
function registerOf(word: string, rest: string): Register | undefined {
  if (/[니시]다$|니까$/u.test(word) && /\u11B8$/u.test(word.at(-3)?.normalize('NFD') ?? '')) return 'polite';
  if (!/^[*_~)\]’”"']*[.!?…。:]/u.test(rest)) return undefined;
  if (word.endsWith('다')) return word.length > 1 ? 'plain' : undefined;
  return politeEnding.test(word) ? 'polite' : undefined;
}

const politeEnding =
  /(?:[십시]시오|[가-힣]죠|[가-힣](?:[어아여해세에예네지까군래데대게와워줘돼봐려셔가나걸고든는]요))$/u;
