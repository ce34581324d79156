import { judgeTerms } from '../glossary/adherence.ts';
import { primaryLanguage } from '../language-tag.ts';
import { faultyParticles, type ParticleFault } from '../languages/korean/faulty-particles.ts';
import { maskPair } from '../languages/mask.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, CheckedPair, Finding } from '../model.ts';

/** A particle is not of the form that the word before it asks for, where that is certain without knowing what words there are. */
export const koParticle: Check = {
  id: 'ko_particle',
  check(pair) {
    const { target, languages } = pair;
    const signs = signsOf(pair).target;
    if (primaryLanguage(languages.target) !== 'ko' || (signs & sign.hangul) === 0) return [];
    // Another form of Unicode has a check of its own.
    if ((signs & sign.odd) !== 0 && target !== target.normalize('NFC')) return [];
    return faultyParticles(maskPair(pair).target, knownWords(pair)).map((fault) => findingOf(fault, target));
  },
};

/** Where terms of the glossary end in the target, and how they are read. */
function knownWords(pair: CheckedPair): ReadonlyMap<number, string> {
  const accepted = judgeTerms(pair).filter(({ kind }) => kind === 'preferred' || kind === 'admitted');
  return new Map(
    accepted.flatMap(({ wanted, kind, found }) =>
      found.map(({ end, text }) => [end, (kind === 'preferred' ? wanted.reading : undefined) ?? text] as const),
    ),
  );
}

function findingOf({ from, start, end, right }: ParticleFault, target: string): Finding {
  const word = target.slice(from, start);
  const values = { found: target.slice(from, end), expected: word + right };
  return {
    check: 'ko_particle',
    severity: 'warning',
    message: { id: 'check.ko_particle', values },
    target: { start: from, end },
    fix: { start, end, text: right },
  };
}
