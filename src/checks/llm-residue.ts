import type { Check, CheckedPair, Finding, Range } from '../model.ts';

/** A target is the translation and nothing else: no word of a language model about it, no code fence around it. */
export const llmResidue: Check = {
  id: 'llm_residue',
  check(pair) {
    if (!mayHave.test(pair.target)) return [];
    return residues.flatMap(({ pattern, unless }) => {
      const found = pattern.exec(pair.target);
      if (found === null || unless?.test(pair.source)) return [];
      return [finding({ start: found.index, end: found.index + found[0].length }, pair)];
    });
  },
};

/** One of these words or marks is in each of them. */
const mayHave =
  /transl|sure|certainly|of course|as an? |i'm |i’m |note:|번역|다음은|인공지능|언어 모델|참고:|```|here(?:'s|’s| is)/i;

/** Found nowhere but where a model speaks; `unless` the source says the like. */
const residues: readonly { readonly pattern: RegExp; readonly unless?: RegExp }[] = [
  {
    pattern:
      /^\s*(?:(?:sure|certainly|of course|okay|ok)[,!.]\s+)?(?:here(?:'s|’s| is| are)|below is|the following is)\s+(?:the|a|an|your|my)\s+(?:\p{L}+\s+){0,3}translat\p{L}*[^\n]{0,40}?:\s*/iu,
  },
  { pattern: /^\s*(?:sure|certainly|of course)!\s/iu, unless: /!/ },
  { pattern: /^\s*(?:sure|certainly|of course), (?:here|i(?:['’]ll| will| can| would))(?!\p{L})/iu, unless: /ich/iu },
  { pattern: /^\s*(?:(?:english|korean)\s+)?translation\s*:\s*/iu, unless: /Übersetzung/iu },
  { pattern: /^\s*(?:한국어\s*|한글\s*)?번역(?:문|본|\s*결과)?\s*:\s*/u, unless: /Übersetzung/iu },
  { pattern: /^\s*다음은 [^\n.]{0,40}번역[^\n.]{0,20}(?:입니다|이다)[.:]?\s*/u },
  {
    pattern: /(?<!\p{L})as an? (?:ai|artificial intelligence|(?:large )?language model)(?!\p{L})/iu,
    unless: /KI|Sprachmodell/u,
  },
  { pattern: /(?<!\p{L})i(?:'m| am|’m) (?:sorry, but i|unable to translate|an ai)(?!\p{L})/iu },
  { pattern: /(?:저는 )?(?:인공지능|AI|언어 모델)(?:로서|이므로|이기 때문에)/u, unless: /KI|Sprachmodell/u },
  { pattern: /^\s*```[^\n]*\n[\s\S]*\n```\s*$/u, unless: /```/u },
  {
    pattern: /(?:\n|(?<=[.!?…”"]) )\(?\*{0,2}(?:translator['’]s )?note\*{0,2}:\*{0,2}\s[\s\S]*$/iu,
    unless: /Hinweis|Anmerkung|Achtung|Bemerkung|Note|Notiz|Wichtig|Tipp/iu,
  },
  {
    pattern: /(?:\n|(?<=[.!?…”"]) )\(?(?:참고|역주|번역 노트)\s?:\s[\s\S]*$/u,
    unless: /Hinweis|Anmerkung|Achtung|Bemerkung|Siehe|Vgl|Note|Tipp|Wichtig/iu,
  },
];

function finding(target: Range, pair: CheckedPair): Finding {
  const values = { found: pair.target.slice(target.start, target.end).trim().slice(0, 80) };
  return { check: 'llm_residue', severity: 'error', message: { id: 'check.llm_residue', values }, target };
}
