import { exitStatus, UserError } from '../errors.ts';
import { collapse } from '../fingerprint.ts';
import { formatOf as formatByName } from '../formats/index.ts';
import type { Document, Entry, Languages, Refusal, ReviewFile } from '../model.ts';
import { placeOf } from '../review-file/index.ts';
import type { Adoption } from './adoption/adopt.ts';
import { adoptDocument } from './adoption/adopt-document.ts';
import { fellBehind, versionsOf } from './adoption/merged.ts';
import { withMoved } from './moved.ts';
import { keptOutside } from './outside/kept-outside.ts';
import type { Outside } from './outside/outside.ts';
import { columnAt, lineAt } from './place-in.ts';
import type { Problem, Project, TranslationFiles } from './project.ts';
import { localiseDocument, optionsOf, type SourceFile, segmentDocument } from './segment.ts';

/** A document in one target language, with what people did to it taken over. */
export interface Translation {
  readonly document: Document;
  readonly languages: Languages;
  readonly files: TranslationFiles;
  readonly review: ReviewFile;
  readonly entries: readonly Entry[];
  /** Entries that a person edited since the last run, in either file. */
  readonly edited: ReadonlySet<Entry>;
  /** What a person changed in the translated file outside of the sentences. */
  readonly outside: Outside;
  /** Paragraphs of the translated file that a person split or merged. */
  readonly restructured: number;
  /** They do not all stand where the review file has them. */
  readonly isReshaped: boolean;
}

export interface Opened {
  readonly translations: readonly Translation[];
  readonly problems: readonly Problem[];
}

/** Parses, segments and adopts edits, document by document; one that cannot be is a problem, not the end of the run. */
export function openTranslations(project: Project): Opened {
  const conflicts = project.sources.map(conflictedSource).filter((problem) => problem !== undefined);
  const broken = new Set(conflicts.map(({ place }) => place.file));
  const sources = project.sources.filter(({ path }) => !broken.has(path));
  const parsed = sources.map((file) => parse(project, file)).filter((document) => document !== undefined);
  const documents = new Map(
    parsed.filter(({ refusal }) => refusal === undefined).map((document) => [document.path, document]),
  );
  const refused = parsed.flatMap(({ path, text, refusal }) => (refusal ? [refusedAs(refusal, path, text)] : []));
  const opened = withMoved(project, documents).flatMap((files): readonly (Translation | Problem)[] => {
    const document = documents.get(files.source);
    return document === undefined ? [] : [openOne(document, files, project)];
  });
  return {
    translations: opened.filter((each): each is Translation => 'document' in each),
    problems: [
      ...project.problems,
      ...conflicts,
      ...refused,
      ...opened.filter((each): each is Problem => 'status' in each),
    ],
  };
}

function parse({ settings, formatOf = formatByName }: Project, file: SourceFile): Document | undefined {
  const format = formatOf(file.path);
  return format && segmentDocument(file, format, settings);
}

function openOne(original: Document, files: TranslationFiles, { settings }: Project): Translation | Problem {
  const document = localiseDocument(original, files.language, settings);
  const languages = { source: settings.source, target: files.language };
  const { moved } = files;
  const review = moved?.review ??
    files.review ?? { path: files.reviewPath, source: document.path, languages, entries: [] };
  if (review instanceof UserError) return { ...problemOf(review), files };
  if (files.review === undefined && files.text !== undefined && moved === undefined) return unmanaged(files);
  const behind = fellBehind(document, files, settings);
  const text = behind?.isWhole ? undefined : (files.text ?? moved?.text);
  const marker = text === undefined ? undefined : markerIn(text);
  if (marker !== undefined && markerIn(document.text) === undefined) return conflicted(files, marker);
  const format = (files.text === undefined && moved && formatByName(moved.path)) || document.format;
  const { refusal } = text === undefined ? {} : format.parse(text, { ...optionsOf(settings), original: document.text });
  if (refusal !== undefined) return { ...refusedAs(refusal, files.path, files.text ?? ''), files };
  const reading = { ...document, format, settings, behind: behind?.units };
  const adoption = adoptDocument(document, review, text, reading);
  if (adoption === undefined) return emptied(files);
  const [conflict] = adoption.conflicts;
  if (conflict !== undefined) return { ...editedTwice(review, conflict.entry, conflict.inFile), files };
  const layoutOf = (version: string) => adoptDocument(document, review, version, reading)?.layout;
  const layouts = behind?.isWhole ? versionsOf(files.text ?? '').map(layoutOf) : [adoption.layout];
  const isComparable = review.layout !== 'own' && format === document.format;
  const outside = isComparable ? keptOutside(document, layouts, { files, settings }) : new Map();
  if (outside === undefined) return conflicted(files, markerIn(files.text ?? '') ?? 0);
  if ('message' in outside) return outside;
  return {
    document,
    languages,
    files,
    review: { ...review, path: files.reviewPath, source: document.path },
    entries: adoption.entries,
    edited: new Set(adoption.edited),
    outside,
    restructured: adoption.restructured,
    isReshaped: isComparable && isReshaped(adoption),
  };
}

const isReshaped = ({ layout }: Adoption): boolean => layout?.beads.some(([n, m]) => n !== 1 || m !== 1) ?? false;

function markerIn(text: string): number | undefined {
  return /^(?:<{7}|>{7}) /m.exec(text)?.index;
}

function problemOf({ text, hint, place, status }: UserError): Problem {
  return { message: text, hint, place, status };
}

function unmanaged(files: TranslationFiles): Problem {
  const { path, reviewPath } = files;
  return {
    message: { id: 'translate.unmanaged', values: { review: reviewPath } },
    hint: { id: 'translate.unmanaged.hint', values: { path } },
    place: { file: path },
    status: exitStatus.findings,
    files,
  };
}

function conflicted(files: TranslationFiles, at: number): Problem {
  const { path, text = '' } = files;
  return {
    message: { id: 'translate.markers' },
    hint: { id: 'translate.markers.hint' },
    place: { file: path, line: lineAt(text, at), column: 1 },
    status: exitStatus.findings,
    files,
  };
}

/** Nobody wants to pay for both sides of a conflict. */
function conflictedSource({ path, text }: SourceFile): Problem | undefined {
  const marker = markerIn(text);
  if (marker === undefined || !/^={7}$/m.test(text.replaceAll('\r', ''))) return undefined;
  return {
    message: { id: 'translate.markers.source' },
    hint: { id: 'translate.markers.source.hint' },
    place: { file: path, line: lineAt(text, marker), column: 1 },
    status: exitStatus.findings,
  };
}

/** A file that cannot be kept byte for byte is left alone, with the reason. */
function refusedAs({ message, offset }: Refusal, file: string, text: string): Problem {
  return {
    message,
    hint: { id: 'translate.refused.hint' },
    place: { file, line: lineAt(text, offset), column: columnAt(text, offset) },
    status: exitStatus.findings,
  };
}

function emptied(files: TranslationFiles): Problem {
  const { path, reviewPath } = files;
  return {
    message: { id: 'translate.structure' },
    hint: { id: 'translate.structure.hint', values: { review: reviewPath } },
    place: { file: path },
    status: exitStatus.findings,
    files,
  };
}

/** Both texts are shown; which one is right only a person knows. */
function editedTwice(review: ReviewFile, entry: Entry, inFile: string): Problem {
  return {
    message: {
      id: 'translate.both',
      values: { source: entry.source ?? '', review: collapse(entry.target), file: collapse(inFile) },
    },
    hint: { id: 'translate.both.hint' },
    place: placeOf(review, entry),
    status: exitStatus.findings,
  };
}
