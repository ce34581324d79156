import type { Engine } from '../model.ts';
import type { DeepLSettings } from './deepl-settings.ts';
import type { MockSettings } from './mock.ts';

export interface EngineSettings {
  readonly deepl: DeepLSettings;
  readonly mock: MockSettings;
}

export type EngineId = keyof typeof engines;

/**
 * All engines by the id that users give; `none` is the choice to ask nobody. Each is loaded when it is asked for, and
 * throws `UserError` for settings that cannot work.
 */
export const engines = {
  deepl: async ({ deepl }) => (await import('./deepl.ts')).createDeepL(deepl),
  echo: async () => (await import('./echo.ts')).echo,
  mock: async ({ mock }) => (await import('./mock.ts')).createMock(mock),
  none: async () => undefined,
  pseudo: async () => (await import('./pseudo.ts')).pseudo,
} as const satisfies Readonly<Record<string, (settings: EngineSettings) => Promise<Engine | undefined>>>;

export function isEngineId(id: string): id is EngineId {
  return Object.hasOwn(engines, id);
}
