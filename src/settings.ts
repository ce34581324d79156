import { type CheckSettings, noCheckSettings } from './checks/settings.ts';
import type { EngineOptions, Styles } from './engine-options.ts';
import type { UserRules } from './languages/sentences/user-rules.ts';
import type { HeadingIds, Language, Newlines } from './model.ts';

/** What publishing does with a declared line of page furniture: keeps it, drops it, or has a fixed text a language. */
export type Furniture = 'keep' | 'omit' | Readonly<Record<Language, string>>;

export interface Limits {
  /** To read it. */
  readonly seconds: number;
  readonly megabytes: number;
}

/** What `wordferry.yaml` and the layout say. */
export interface Settings {
  readonly source: Language;
  readonly targets: readonly Language[];
  /** Globs of the originals, from the root; absent: all below `source-<language>/`. */
  readonly include?: readonly string[] | undefined;
  /** Globs of files and folders that are no originals. */
  readonly exclude: readonly string[];
  /** Template of the paths of translated files. */
  readonly target: string;
  /** Template of the paths of review files, without `.review.yaml`; absent: beside the translated file. */
  readonly reviews?: string | undefined;
  /** By the source line, white space collapsed. */
  readonly furniture: ReadonlyMap<string, Furniture>;
  readonly newlines: Newlines | 'auto';
  /** Keys of catalogs and front matter whose values are translated; each format's own where none is named. */
  readonly keys?: readonly string[] | undefined;
  /** Attributes that are translated besides HTML's own. */
  readonly attributes?: readonly string[] | undefined;
  /** What destinations of links begin with, and what with in a target language: `/de/` → `/{lang}/`. */
  readonly links?: Readonly<Record<string, string>> | undefined;
  readonly headingIds: HeadingIds;
  /** What the project knows about the ends of its sentences. */
  readonly sentences: UserRules;
  /** Path of the SRX file whose rules are among them. */
  readonly srx?: string | undefined;
  /** What the project says of checks, by the ids that findings have. */
  readonly checks: CheckSettings;
  /** State of a target that a person edited. */
  readonly onEdit: 'reviewed' | 'translated';
  /** What makes a sentence reviewed: somebody accepts it, or the pull request with it is merged (`accept --merged`). */
  readonly review: 'accept' | 'merge';
  /** Who is asked where the command line names nobody: ids, the next one where one fails; absent: by the environment. */
  readonly engines?: readonly string[] | undefined;
  readonly engineOptions: EngineOptions;
  /** Who is asked about some documents, whatever else is said; the first that fits counts. */
  readonly documents: readonly DocumentRule[];
  readonly style: Styles;
  /** Path of a YAML file with the mock engine's answers: language → source → target. */
  readonly mockPairs?: string | undefined;
  /** What one document may cost: longer or slower ones are left out. */
  readonly limits: Limits;
  /** What a run may bill. */
  readonly budget: { readonly characters: number; readonly cost?: number | undefined };
}

export interface DocumentRule {
  /** A glob, from the root or from the folder of the originals. */
  readonly path: string;
  /** Ids; none: the memory alone. */
  readonly engines: readonly string[];
}

export const defaults: Omit<Settings, 'targets'> = {
  source: 'de',
  exclude: [],
  target: 'translations/{lang}/{path}',
  furniture: new Map(),
  newlines: 'auto',
  headingIds: 'keep',
  sentences: { abbreviations: {} },
  checks: noCheckSettings,
  onEdit: 'reviewed',
  review: 'accept',
  limits: { seconds: 10, megabytes: 20 },
  engineOptions: {},
  documents: [],
  style: {},
  budget: { characters: 50_000 },
};
