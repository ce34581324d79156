import type { EngineId } from '../engine-ids.ts';
import type { Engine } from '../model.ts';
import type { DeepLSettings } from './deepl-settings.ts';
import type { MockSettings } from './mock.ts';

export interface EngineSettings {
  readonly deepl: DeepLSettings;
  readonly mock: MockSettings;
}

/** The code of each engine; loaded when it is asked for. Throws `UserError` for settings that cannot work. */
export const engines = {
  deepl: async ({ deepl }) => (await import('./deepl.ts')).createDeepL(deepl),
  echo: async () => (await import('./echo.ts')).echo,
  mock: async ({ mock }) => (await import('./mock.ts')).createMock(mock),
  none: async () => undefined,
  pseudo: async () => (await import('./pseudo.ts')).pseudo,
} as const satisfies Readonly<Record<EngineId, (settings: EngineSettings) => Promise<Engine | undefined>>>;
