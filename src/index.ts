/**
 * What a program would call. The types are the documentation; `src/README.md` is the map.
 *
 * ```ts
 * import { createTermFinder, findTerms, parseGlossary, particle, segment, translateFolder } from 'wordferry';
 *
 * const sentences = segment('Er kam. Sie ging.', { language: 'de' });
 * const finder = createTermFinder(parseGlossary('terms: { Pjöngjang: { en: Pyongyang, ko: 평양 } }', 'glossary.yaml'));
 * const terms = findTerms('Pjöngjangs Truppen', finder);
 * const topic = particle('평양', '은/는'); // ['은']
 * const run = await translateFolder('.', { to: ['ko'], engine: 'deepl', env: process.env });
 * ```
 */
export { checkPair, checks } from './checks/index.ts';
export { EngineFault, type ExitStatus, exitStatus, UserError } from './errors.ts';
export { formatOf, formats } from './formats/index.ts';
export { type Enforced, enforceTerms, type Replacement } from './glossary/enforce/enforce-terms.ts';
export { createTermFinder, findTerms, type TermFinder } from './glossary/find.ts';
export { parseGlossary } from './glossary/load.ts';
export { type ParticlePair, particle } from './languages/korean/particle.ts';
export { numberWords, parseQuantities, type Quantity } from './languages/numbers/index.ts';
export { type Decision, explainSentences, splitSentences, type UserRules } from './languages/sentences/index.ts';
export { parseSrx } from './languages/srx/read.ts';
export type * from './model.ts';
export { placeOf, readReviewFile, writeReviewFile } from './review-file/index.ts';
export { type FolderRun, planFolder, type TranslateOptions, translateFolder } from './run/translate-folder.ts';
export { type SegmentOptions, segment } from './segment.ts';
export { findRoot } from './store/project.ts';
