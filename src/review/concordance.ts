import { setImmediate as nextTurn } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { textOf } from '../exchange/memory/index.ts';
import { createTermFinder } from '../glossary/find.ts';
import type { Language } from '../model.ts';
import { createConcordance, isWord } from '../pipeline/concordance.ts';
import { importedIn, rememberedIn } from '../pipeline/remembered.ts';
import { selectTargets } from '../run/selection.ts';
import { attempt } from '../store/attempt.ts';
import { readText } from '../store/files.ts';
import { tryReadReview } from '../store/review.ts';
import type { Concordance } from './api.ts';
import type { Shelf } from './shelf.ts';

/** More nobody reads. */
const most = 50;

type Hit = Concordance['hits'][number];

/** Sentences that people accepted, in which a word stands on either side. Review files are read one by one, others work in between. */
export async function concordanceIn({ root, project }: Shelf, language: Language, word: string): Promise<Concordance> {
  if (!isWord(word)) throw new UserError({ id: 'memory.concordance.word' });
  selectTargets(project.settings, [language]);
  const mark = createConcordance({ word, side: 'both', finder: createTermFinder(project.glossary) });
  const found: Hit[] = [];
  const languages = { source: project.settings.source, target: language };
  for (const files of project.translations.filter((each) => each.language === language)) {
    const text = attempt(() => readText(root, files.reviewPath));
    if (text === undefined || text instanceof UserError) continue;
    const review = tryReadReview(text, files.reviewPath, languages);
    const own = { ...project, translations: [{ ...files, review }], orphans: [] };
    found.push(...rememberedIn(own, language).filter(mark).map(hitOf));
    await nextTurn();
  }
  const imported = importedIn(project, language).units.map(({ source, target, document, place }) => ({
    source: textOf(source),
    target: textOf(target),
    document: document ?? place.file ?? '',
  }));
  found.push(...imported.filter(mark));
  return { hits: found.slice(0, most), more: Math.max(0, found.length - most) };
}

const hitOf = ({ source, target, document }: Hit): Hit => ({ source, target, document });
