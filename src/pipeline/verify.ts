import { formatOf } from '../formats/index.ts';
import type { ReviewFile } from '../model.ts';
import type { Settings } from '../settings.ts';
import { type Answers, finishTranslation } from './finish.ts';
import { type PlannedRequest, planTranslation } from './plan.ts';
import type { Project, TranslationFiles } from './project.ts';
import { optionsOf, type SourceFile, segmentDocument } from './segment.ts';

export type Law = 'identity' | 'structure' | 'idempotence';

/** A law that a document breaks; `offset` is the first UTF-16 unit that differs. */
export interface Breach {
  readonly law: Law;
  readonly path: string;
  readonly offset: number;
}

/** Answers of one engine to everything that is asked. */
export type AskAll = (engine: 'echo' | 'pseudo', requests: readonly PlannedRequest[]) => Promise<Answers>;

/**
 * Proves three laws on one document, from an empty memory: echo gives its bytes back, pseudo gives the same structure,
 * and a second run asks for nothing and changes nothing.
 */
export async function verifyDocument(file: SourceFile, settings: Settings, ask: AskAll): Promise<readonly Breach[]> {
  const echoed = await translateAlone(file, settings, 'echo', ask);
  const first = await translateAlone(file, settings, 'pseudo', ask);
  const second = await translateAlone(file, settings, 'pseudo', ask, first);
  const breaches: readonly (Breach | false)[] = [
    echoed.text !== file.text && { law: 'identity', path: file.path, offset: firstDifference(file.text, echoed.text) },
    shapeOf(file, file.text, settings) !== shapeOf(file, first.text, settings) && {
      law: 'structure',
      path: file.path,
      offset: 0,
    },
    (second.asked > 0 || second.changed > 0) && { law: 'idempotence', path: file.path, offset: 0 },
  ];
  return breaches.filter((breach) => breach !== false);
}

interface Alone {
  readonly text: string;
  readonly review: ReviewFile;
  readonly asked: number;
  readonly changed: number;
}

/** A run over one document, with what an earlier run wrote. The private tag keeps the two texts of an entry apart. */
async function translateAlone(
  file: SourceFile,
  settings: Settings,
  engine: 'echo' | 'pseudo',
  ask: AskAll,
  before?: Alone,
): Promise<Alone> {
  const language = `${settings.source}-x-${engine}`;
  const files: TranslationFiles = {
    source: file.path,
    language,
    path: 'target',
    text: before?.text,
    reviewPath: 'review',
    review: before?.review,
  };
  const alone = { ...settings, targets: [language] };
  const project: Project = {
    settings: alone,
    glossary: { entries: [] },
    sources: [file],
    translations: [files],
    earlier: {},
    problems: [],
  };
  const plan = planTranslation(project, { isSelected: () => true, engine });
  const answers = await ask(engine, plan.requests);
  const [document] = finishTranslation(plan, answers, alone);
  if (document === undefined)
    return {
      text: '',
      review: { path: 'review', source: file.path, languages: { source: '', target: '' }, entries: [] },
      asked: 0,
      changed: 1,
    };
  const written = document.changes.find(({ path }) => path === 'target')?.after ?? before?.text ?? '';
  return { text: written, review: document.review, asked: plan.requests.length, changed: document.changes.length };
}

/** Kinds and keys of the units, which of them are furniture, and how they are parted. */
function shapeOf(file: SourceFile, text: string, settings: Settings): string {
  const format = formatOf(file.path);
  if (format === undefined) return '';
  const { newlines } = format.parse(file.text, optionsOf(settings));
  const { units } = segmentDocument({ ...file, text }, format, { ...settings, newlines });
  const gaps = units.map(({ start }, at) => text.slice(units[at - 1]?.end ?? 0, start));
  return JSON.stringify(units.map(({ kind, key, furniture }, at) => [kind, key, furniture, gaps[at]]));
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
