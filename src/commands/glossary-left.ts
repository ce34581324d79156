import { exitStatus } from '../errors.ts';
import type { DeepLRows } from '../exchange/glossary/deepl-rows.ts';
import type { Language, Message } from '../model.ts';
import type { Problem } from '../pipeline/index.ts';

/** Rows that DeepL cannot take. */
export function leftOut({ problems }: Pick<DeepLRows, 'problems'>): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, status: exitStatus.findings }));
}

/** Terms that wait for a translation: nothing is wrong with them. */
export function untranslatedNote({ untranslated }: DeepLRows, language: Language): readonly Message[] {
  if (untranslated.length === 0) return [];
  const [count, shown] = [untranslated.length, untranslated.slice(0, mostShown)];
  const terms = `${shown.join(', ')}${count > mostShown ? ' …' : ''}`;
  return [{ id: 'glossary.deepl.untranslated', values: { language, count, terms } }];
}

const mostShown = 5;
