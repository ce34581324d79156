import type { UserRules } from './languages/sentences/user-rules.ts';
import type { Language, Newlines } from './model.ts';

/** What publishing does with a declared line of page furniture: keeps it, drops it, or has a fixed text a language. */
export type Furniture = 'keep' | 'omit' | Readonly<Record<Language, string>>;

/** What `wordferry.yaml` and the layout say. */
export interface Settings {
  readonly source: Language;
  readonly targets: readonly Language[];
  /** By the source line, white space collapsed. */
  readonly furniture: ReadonlyMap<string, Furniture>;
  readonly newlines: Newlines | 'auto';
  /** What the project knows about the ends of its sentences. */
  readonly sentences: UserRules;
  /** Path of the SRX file whose rules are among them. */
  readonly srx?: string | undefined;
  /** State of a target that a person edited. */
  readonly onEdit: 'reviewed' | 'translated';
  /** Id of the engine where the command line names none. */
  readonly engine?: string | undefined;
  /** Path of a YAML file with the mock engine's answers: language → source → target. */
  readonly mockPairs?: string | undefined;
  /** Characters a run may bill. */
  readonly maxCharacters: number;
}

export const defaults: Omit<Settings, 'targets'> = {
  source: 'de',
  furniture: new Map(),
  newlines: 'auto',
  sentences: { abbreviations: {} },
  onEdit: 'reviewed',
  maxCharacters: 50_000,
};
