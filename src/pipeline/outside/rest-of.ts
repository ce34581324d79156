import type { Range, Unit } from '../../model.ts';

/** What of a unit is in none of its sentences, and what it runs over. */
export function restOf(text: string, unit: Pick<Unit, 'start' | 'end' | 'fixed'>, sentences: readonly Range[]): string {
  const [first, last] = [sentences[0]?.start ?? unit.end, sentences.at(-1)?.end ?? unit.end];
  const between = sentences.slice(1).map(({ start }, at) => text.slice(sentences[at]?.end, start));
  return [text.slice(unit.start, first), ...between, text.slice(last, unit.end), ...(unit.fixed ?? [])].join('\n');
}
