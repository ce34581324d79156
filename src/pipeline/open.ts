import { exitStatus, UserError } from '../errors.ts';
import { collapse } from '../fingerprint.ts';
import { formatOf } from '../formats/index.ts';
import type { Document, Entry, Languages, ReviewFile } from '../model.ts';
import { placeOf } from '../review-file/index.ts';
import { adoptEdits } from './adopt.ts';
import type { Problem, Project, TranslationFiles } from './project.ts';
import { segmentDocument } from './segment.ts';

/** A document in one target language, with what people did to it taken over. */
export interface Translation {
  readonly document: Document;
  readonly languages: Languages;
  readonly files: TranslationFiles;
  readonly review: ReviewFile;
  readonly entries: readonly Entry[];
  /** Entries that a person edited since the last run, in either file. */
  readonly edited: ReadonlySet<Entry>;
}

export interface Opened {
  readonly translations: readonly Translation[];
  readonly problems: readonly Problem[];
}

/** Parses, segments and adopts edits, document by document; one that cannot be is a problem, not the end of the run. */
export function openTranslations(project: Project): Opened {
  const documents = new Map(project.sources.map((file) => [file.path, parse(project, file.path, file.text)]));
  const opened = project.translations.map((files) => {
    const document = documents.get(files.source);
    return document === undefined ? undefined : openOne(document, files, project);
  });
  return {
    translations: opened.filter((each): each is Translation => each !== undefined && 'document' in each),
    problems: [
      ...project.problems,
      ...opened.filter((each): each is Problem => each !== undefined && 'status' in each),
    ],
  };
}

function parse({ settings }: Project, path: string, text: string): Document | undefined {
  const format = formatOf(path);
  return format && segmentDocument({ path, text }, format, settings);
}

function openOne(document: Document, files: TranslationFiles, { settings }: Project): Translation | Problem {
  const languages = { source: settings.source, target: files.language };
  const review = files.review ?? { path: files.reviewPath, source: document.path, languages, entries: [] };
  if (review instanceof UserError) return problemOf(review);
  if (files.review === undefined && files.text !== undefined) return unmanaged(files);
  const marker = files.text === undefined ? undefined : /^(?:<{7}|>{7}) /m.exec(files.text);
  if (marker) return conflicted(files, marker.index);
  const adoption = adoptEdits(review, files.text, { format: document.format, newlines: document.newlines, settings });
  if (adoption === undefined) return restructured(files);
  const [conflict] = adoption.conflicts;
  if (conflict !== undefined) return editedTwice(review, conflict.entry, conflict.inFile);
  const { entries, edited } = adoption;
  return { document, languages, files, review: { ...review, source: document.path }, entries, edited: new Set(edited) };
}

function problemOf({ text, hint, place, status }: UserError): Problem {
  return { message: text, hint, place, status };
}

function unmanaged({ path, reviewPath }: TranslationFiles): Problem {
  return {
    message: { id: 'translate.unmanaged', values: { review: reviewPath } },
    hint: { id: 'translate.unmanaged.hint', values: { path } },
    place: { file: path },
    status: exitStatus.findings,
  };
}

function conflicted({ path, text = '' }: TranslationFiles, at: number): Problem {
  const line = text.slice(0, at).split('\n').length;
  return {
    message: { id: 'translate.markers' },
    hint: { id: 'translate.markers.hint' },
    place: { file: path, line, column: 1 },
    status: exitStatus.findings,
  };
}

function restructured({ path, reviewPath }: TranslationFiles): Problem {
  return {
    message: { id: 'translate.structure' },
    hint: { id: 'translate.structure.hint', values: { review: reviewPath } },
    place: { file: path },
    status: exitStatus.findings,
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
