import type { Language, Price, Style } from './model.ts';

/** What wordferry.yaml may say of any engine that bills or waits. */
export interface Pace {
  /** Requests at once; never more than the engine's own limit. */
  readonly concurrency?: number | undefined;
  /** Unicode code points. */
  readonly charactersPerMinute?: number | undefined;
  /** In place of the engine's own. */
  readonly price?: Price | undefined;
}

export interface DeepLOptions extends Pace {
  /** DeepL's `model_type`. */
  readonly model?: 'quality_optimized' | 'latency_optimized' | 'prefer_quality_optimized' | undefined;
  /** Id of a style rule list. */
  readonly styleRule?: string | undefined;
  /** Name of a glossary at DeepL that `glossary sync` keeps. */
  readonly glossary?: string | undefined;
}

export interface LlmOptions extends Pace {
  /** In place of the environment's. */
  readonly model?: string | undefined;
  /** How the endpoint is told the shape of an answer; `schema` is JSON Schema, which not every server knows. */
  readonly output?: 'schema' | 'json' | 'text' | undefined;
  /** Sentences in one request. */
  readonly texts?: number | undefined;
  readonly temperature?: number | undefined;
}

/** By id of the engine. Where a key goes is never said here. */
export interface EngineOptions {
  readonly deepl?: DeepLOptions | undefined;
  readonly llm?: LlmOptions | undefined;
  readonly libretranslate?: Pace | undefined;
}

/** By language. */
export type Styles = Readonly<Record<Language, Style>>;
