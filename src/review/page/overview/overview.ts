import { computed, signal } from '@preact/signals';
import type { Overview } from '../../api.ts';
import { warnOf } from '../notices.tsx';
import { get } from '../server.ts';

export const overview = signal<Overview | undefined>(undefined);

export const sourceLanguage = computed(() => overview.value?.source ?? 'de');

let asked: Promise<void> | undefined;

/** Many files that change at once are one question. */
export function loadOverview(): Promise<void> {
  asked ??= load().finally(() => {
    asked = undefined;
  });
  return asked;
}

async function load(): Promise<void> {
  try {
    await new Promise((resolve) => setTimeout(resolve, overview.value === undefined ? 0 : 500));
    overview.value = await get<Overview>('/api/overview');
  } catch (error) {
    warnOf(error);
  }
}
