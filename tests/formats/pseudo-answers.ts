import { pseudo } from '../../src/engines/pseudo.ts';

/** What the engine `pseudo` says to each text. */
export async function pseudoAnswers(texts: readonly string[]): Promise<readonly string[]> {
  const requests = texts.map((text) => ({ text, context: { before: '', after: '' }, terms: [] }));
  const batch = { languages: { source: 'de', target: 'en' }, requests };
  const { answers } = await pseudo.translate(batch, new AbortController().signal);
  return answers.map((answer) => String(answer?.text));
}
