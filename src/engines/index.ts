import type { EngineId } from '../engine-ids.ts';
import type { EngineOptions, Styles } from '../engine-options.ts';
import type { LocalModels } from '../local-models.ts';
import type { Engine } from '../model.ts';
import type { MockSettings } from './mock.ts';

/** All that engines are made from. Keys and addresses come from the environment alone. */
export interface EngineSettings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Origins to which texts and keys may go in the clear. */
  readonly allowHttp?: readonly string[] | undefined;
  readonly options: EngineOptions;
  readonly style: Styles;
  readonly models: LocalModels;
  readonly mock: MockSettings;
}

/** The code of each engine; loaded when it is asked for. Throws `UserError` for settings that cannot work. */
export const engines = {
  deepl: async ({ env, options: { deepl }, style }) => {
    const { createDeepL } = await import('./deepl.ts');
    return createDeepL({ key: env.DEEPL_API_KEY, serverUrl: env.DEEPL_SERVER_URL, options: deepl, style });
  },
  echo: async () => (await import('./echo.ts')).echo,
  libretranslate: async ({ env, allowHttp, options: { libretranslate: options } }) => {
    const { createLibreTranslate } = await import('./libretranslate.ts');
    return createLibreTranslate({ url: env.LIBRETRANSLATE_URL, key: env.LIBRETRANSLATE_KEY, allowHttp, options });
  },
  llm: async ({ env, allowHttp, options: { llm }, style }) => {
    const { createLlm } = await import('./llm.ts');
    const { WORDFERRY_LLM_URL: url, WORDFERRY_LLM_KEY: key, WORDFERRY_LLM_MODEL: model } = env;
    return createLlm({ url, key, model, allowHttp, options: llm, style });
  },
  local: async ({ models }) => (await import('./local.ts')).createLocal(models),
  mock: async ({ mock }) => (await import('./mock.ts')).createMock(mock),
  none: async () => undefined,
  pseudo: async () => (await import('./pseudo.ts')).pseudo,
} as const satisfies Readonly<Record<EngineId, (settings: EngineSettings) => Promise<Engine | undefined>>>;
