import { formatOf } from '../formats/index.ts';
import { readText } from '../formats/unit-text.ts';
import type { Document, Format, ReviewFile, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Answers } from './answered.ts';
import { finishTranslation } from './finish.ts';
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
  const torn = firstTorn(file, first.text, settings);
  const breaches: readonly (Breach | false)[] = [
    echoed.text !== file.text && { law: 'identity', path: file.path, offset: firstDifference(file.text, echoed.text) },
    torn !== undefined && { law: 'structure', path: file.path, offset: torn },
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
  const plan = planTranslation(project, { isSelected: () => true, routeOf: () => [engine] });
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

/** Where the first unit of the source stands that is another one in `text`: other kind, key, codes, or what parts it from the one before. */
function firstTorn(file: SourceFile, text: string, settings: Settings): number | undefined {
  const format = formatOf(file.path);
  if (format === undefined) return undefined;
  const { newlines } = format.parse(file.text, optionsOf(settings));
  const [before, after] = [file.text, text].map((each) =>
    segmentDocument({ ...file, text: each }, format, { ...settings, newlines }),
  );
  const [shapes, others] = [shapesOf(before), shapesOf(after)];
  const at = [...shapes, ''].findIndex((shape, index) => shape !== (others[index] ?? ''));
  return at < 0 && shapes.length === others.length ? undefined : (before?.units[at]?.start ?? file.text.length);
}

function shapesOf(document: Document | undefined): readonly string[] {
  if (document === undefined) return [];
  const { units, text, format } = document;
  return units.map((unit, at) => {
    const gap = text.slice(units[at - 1]?.end ?? 0, unit.start);
    return JSON.stringify([unit.kind, unit.key, unit.furniture, gap, codesOf(unit, text, format)]);
  });
}

function codesOf(unit: Unit, text: string, format: Format): readonly string[] {
  const read = readText(text.slice(unit.start, unit.end), unit, format);
  const codes = format.inline?.codes(read, unit).filter(({ kind }) => kind !== 'escape') ?? [];
  return codes.map(({ kind, name, start, end }) => `${kind} ${name ?? read.slice(start, end)}`).sort();
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
