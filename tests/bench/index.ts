import { checkManyPairs } from './check-pairs.ts';
import { readCorpus } from './corpus.ts';
import { findBlocks } from './find-blocks.ts';
import { findManyTerms } from './find-terms.ts';
import { lookUpSentences } from './look-up-sentences.ts';
import { print } from './report.ts';
import { reviewPage } from './review-page.ts';
import { splitParagraphs } from './split-paragraphs.ts';
import { translateCold } from './translate-cold.ts';
import { translateUnchanged } from './translate-unchanged.ts';

/**
 * `npm run bench`: how fast wordferry is beside a floor and beside its peers, all measured in this run. The documents are
 * those of the folder `WORDFERRY_CORPUS`; without it they are made, always the same.
 */
const corpus = readCorpus(process.env.WORDFERRY_CORPUS);
for (const bench of [translateCold, findBlocks, splitParagraphs, findManyTerms, checkManyPairs]) print(bench(corpus));

/** `WORDFERRY_SIZES=1000000` for larger ones. */
const sizes = (process.env.WORDFERRY_SIZES ?? '10000,100000').split(',').map(Number);
for (const size of sizes) print(lookUpSentences(size));
print(translateUnchanged());
print(await reviewPage());
