import type { SourceLanguageCode, TextResult } from 'deepl-node';
import type { Answer, Engine, Usage } from '../model.ts';
import { countCodePoints } from './code-points.ts';
import { accessTo, carried, type DeepLAccess } from './deepl-client.ts';
import { type DeepLForm, formOf, optionsOf, sizeOf } from './deepl-form.ts';
import type { DeepLSettings } from './deepl-settings.ts';
import type { Exchange } from './exchange.ts';
import { fromXml } from './markers.ts';

/** DeepL's text translation, v2. Throws `UserError` for settings that cannot work. */
export function createDeepL(settings: DeepLSettings): Engine {
  const access = accessTo(settings);
  const { client } = access;
  const variants = { en: 'en-US', pt: 'pt-PT', ...settings.variants };
  return {
    id: 'deepl',
    fake: false,
    version: `1 ${JSON.stringify(Object.entries(variants).sort())}`,
    fits: (batch) => batch.requests.length <= 50 && fits(formOf(batch, variants)),
    async translate(batch, signal) {
      const form = formOf(batch, variants);
      const { texts, source, target, isXml } = form;
      const results = await carried(exchangeOf(form, access, signal), () =>
        client().translateText([...texts], source as SourceLanguageCode, target, optionsOf(form)),
      );
      return results.map((result, index) => {
        const answer = answerOf(result, texts[index] ?? '');
        return isXml && typeof answer.text === 'string' ? { ...answer, text: fromXml(answer.text) } : answer;
      });
    },
    async usage(signal) {
      const { character } = await carried(exchangeOf(undefined, access, signal), () => client().getUsage());
      return character && usageOf(character.count, character.limit);
    },
  };
}

/** DeepL takes 50 texts and 128 KiB; the margin is for what a proxy may add. A lone text goes with the terms that fit. */
function fits(form: DeepLForm): boolean {
  return (form.complete || form.texts.length === 1) && sizeOf(form) <= 120 * 1024;
}

function exchangeOf(form: DeepLForm | undefined, { asker }: DeepLAccess, signal: AbortSignal): Exchange {
  const { texts = [], context = '', instructions = [] } = form ?? {};
  const characters = texts.reduce((sum, text) => sum + countCodePoints(text), 0);
  return {
    ...asker,
    secrets: [...asker.secrets, ...texts, context, ...instructions],
    deadline: 30_000 + characters,
    bytes: Math.min(8 * 1024 * 1024, 64 * 1024 + 4 * (form ? sizeOf(form) : 0)),
    signal,
  };
}

function answerOf({ text, billedCharacters }: TextResult, source: string): Answer {
  return { text, billed: isCount(billedCharacters) ? billedCharacters : countCodePoints(source) };
}

function usageOf(used: unknown, limit: unknown): Usage | undefined {
  return isCount(used) && isCount(limit) ? { used, limit } : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
