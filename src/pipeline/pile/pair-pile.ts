import { formatOf as formatByName } from '../../formats/index.ts';
import { createTermFinder, type TermFinder } from '../../glossary/find.ts';
import { sentenceSplitter } from '../../languages/sentences/index.ts';
import type { Document, Format, Languages, ReviewFile, State } from '../../model.ts';
import { renderReviewFile } from '../../review-file/index.ts';
import { asShown } from '../as-shown.ts';
import { planTranslation } from '../plan.ts';
import type { Problem, Project, TranslationFiles } from '../project.ts';
import { type FileChange, renderText } from '../render-document.ts';
import { localiseDocument, optionsOf, type SourceFile, segmentDocument } from '../segment.ts';
import { splitterOf } from '../split-unit.ts';
import { unitsOfTarget } from '../units.ts';
import { stampEntry } from '../write.ts';
import { createAnchors } from './anchors.ts';
import { type PairedUnit, pairSentences } from './pair-sentences.ts';
import { pairUnits } from './pair-units.ts';
import { type PairCounts, pairedEntries } from './paired-entries.ts';

/** A translated file that nobody has a review file for, with its source. */
export interface Pile {
  readonly files: TranslationFiles;
  readonly source: SourceFile;
  /** The source as it was when the translation was last changed. */
  readonly before: SourceFile;
}

/** A document that comes under a review file. Its translated file stays as it is. */
export interface PairedDocument {
  readonly document: Document;
  readonly languages: Languages;
  readonly files: TranslationFiles;
  readonly counts: PairCounts;
  readonly changes: readonly FileChange[];
}

/** Why a document was left as it is. */
export type LeftAlone = Pick<Problem, 'message' | 'hint'>;

export interface Pairing {
  readonly project: Project;
  readonly finder: TermFinder;
  /** Of what has its translation. */
  readonly state: State;
}

export function createPairing(project: Project, state: State): Pairing {
  return { project, state, finder: createTermFinder(project.glossary) };
}

/** Pairs an existing translation with its source, so that the next run finds it as if it had been wordferry's always. */
export function pairPile(pile: Pile, pairing: Pairing): PairedDocument | LeftAlone {
  const { files, source } = pile;
  const { settings, formatOf = formatByName } = pairing.project;
  const format = formatOf(source.path);
  if (format === undefined) throw new Error(`no format reads ${source.path}`);
  const document = localiseDocument(segmentDocument(source, format, settings), files.language, settings);
  const refusal =
    document.refusal ?? format.parse(files.text ?? '', { ...optionsOf(settings), original: source.text }).refusal;
  if (refusal !== undefined) return { message: refusal.message, hint: { id: 'translate.refused.hint' } };
  const languages = { source: settings.source, target: files.language };
  const { entries, counts } = pairedEntries(document, pairedUnits(pile, format, pairing), pairing.state);
  const review = atRest({ path: files.reviewPath, source: source.path, languages, entries }, pile, pairing.project);
  if ('message' in review) return review;
  return {
    document,
    languages,
    files,
    counts,
    changes: [{ path: files.reviewPath, after: renderReviewFile(review).text }],
  };
}

/**
 * The review file after which the next run changes nothing, in the source's layout or else in the file's own. Where there
 * is none, since sentences of the source stand in another order now, the one that describes the file as it is.
 */
function atRest(plain: ReviewFile, pile: Pile, project: Project): ReviewFile | LeftAlone {
  const own: ReviewFile = { ...plain, layout: 'own' };
  for (const review of [plain, own]) {
    const next = nextRun(review, pile, project);
    if ('text' in next && next.text === pile.files.text) return next.review;
  }
  const next = nextRun(own, pile, project);
  return 'message' in next ? next : own;
}

function pairedUnits(
  { files, source, before }: Pile,
  format: Format,
  { project, finder }: Pairing,
): readonly PairedUnit[] {
  const { settings } = project;
  const { language } = files;
  const [former, now] = [before, source].map((file) => segmentDocument(file, format, settings));
  const known = former?.refusal === undefined ? former : now;
  if (known === undefined) return [];
  const document = localiseDocument(known, language, settings);
  const found = unitsOfTarget(files.text ?? '', language, { ...document, settings });
  const anchors = createAnchors(finder, language);
  const split = splitterOf(format, sentenceSplitter(language, settings.sentences));
  return pairUnits(document, { text: files.text ?? '', units: found }, anchors).map((pair) =>
    pairSentences(pair, { document, anchors, split }),
  );
}

/** Both files as the next run would leave them. */
interface NextRun {
  readonly text: string;
  readonly review: ReviewFile;
}

/** A reason where the run would take something for an edit, or would not understand the file. */
function nextRun(review: ReviewFile, { files, source }: Pile, project: Project): NextRun | LeftAlone {
  const { settings, formatOf } = project;
  const alone = { settings, formatOf, glossary: { entries: [] }, earlier: {}, problems: [] };
  const plan = planTranslation(
    { ...alone, sources: [source], translations: [{ ...files, review }] },
    { isSelected: () => true },
  );
  const [problem] = plan.problems;
  const [translation] = plan.translations;
  if (problem !== undefined) return problem;
  if (translation === undefined || translation.edited.size > 0)
    return { message: { id: 'adopt.unclear' }, hint: { id: 'adopt.unclear.hint' } };
  const entries = translation.matched.map(({ entry, segment }) =>
    stampEntry(asShown(entry, segment, translation.document)),
  );
  return { text: renderText(translation, entries, settings), review: { ...review, entries } };
}
