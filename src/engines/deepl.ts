import type { SourceLanguageCode, TextResult } from 'deepl-node';
import { EngineFault } from '../errors.ts';
import type { Answer, Engine, Usage } from '../model.ts';
import { version } from '../version.ts';
import { countCodePoints } from './code-points.ts';
import { type DeepLForm, formOf, optionsOf, sizeOf } from './deepl-form.ts';
import { addressVariable, checkedKey, checkedServerUrl, type DeepLSettings, keyVariable } from './deepl-settings.ts';
import { carry, loadDeepL } from './deepl-transport.ts';
import { damaged, type Exchange } from './exchange.ts';
import { fromXml } from './markers.ts';

/** DeepL's text translation, v2. Throws `UserError` for settings that cannot work. */
export function createDeepL(settings: DeepLSettings): Engine {
  const key = checkedKey(settings.key);
  const serverUrl = checkedServerUrl(settings.serverUrl);
  const variants = { en: 'en-US', pt: 'pt-PT', ...settings.variants };
  const asker: Asker = { key, addressVariable: serverUrl && addressVariable };
  const client = () => new (loadDeepL().DeepLClient)(key, { ...clientOptions, ...(serverUrl && { serverUrl }) });
  return {
    id: 'deepl',
    fake: false,
    version: `1 ${JSON.stringify(Object.entries(variants).sort())}`,
    fits: (batch) => batch.requests.length <= 50 && fits(formOf(batch, variants)),
    async translate(batch, signal) {
      const form = formOf(batch, variants);
      const { texts, source, target, isXml } = form;
      const results = await carried(exchangeOf(form, asker, signal), () =>
        client().translateText([...texts], source as SourceLanguageCode, target, optionsOf(form)),
      );
      return results.map((result, index) => {
        const answer = answerOf(result, texts[index] ?? '');
        return isXml && typeof answer.text === 'string' ? { ...answer, text: fromXml(answer.text) } : answer;
      });
    },
    async usage(signal) {
      const { character } = await carried(exchangeOf(undefined, asker, signal), () => client().getUsage());
      return character && usageOf(character.count, character.limit);
    },
  };
}

/** Pauses and repeats are run.ts's. The server learns who asks, not on what machine. */
const clientOptions = {
  maxRetries: 0,
  sendPlatformInfo: false,
  appInfo: { appName: 'wordferry', appVersion: version },
};

/** DeepL takes 50 texts and 128 KiB; the margin is for what a proxy may add. A lone text goes with the terms that fit. */
function fits(form: DeepLForm): boolean {
  return (form.complete || form.texts.length === 1) && sizeOf(form) <= 120 * 1024;
}

interface Asker extends Pick<Exchange, 'addressVariable'> {
  readonly key: string;
}

function exchangeOf(form: DeepLForm | undefined, { key, addressVariable }: Asker, signal: AbortSignal): Exchange {
  const { texts = [], context = '', instructions = [] } = form ?? {};
  const characters = texts.reduce((sum, text) => sum + countCodePoints(text), 0);
  return {
    engine: 'deepl',
    variable: keyVariable,
    addressVariable,
    secrets: [key, ...texts, context, ...instructions],
    deadline: 30_000 + characters,
    bytes: Math.min(8 * 1024 * 1024, 64 * 1024 + 4 * (form ? sizeOf(form) : 0)),
    signal,
  };
}

/** What the client cannot read is a damaged answer. */
async function carried<T>(exchange: Exchange, work: () => Promise<T>): Promise<T> {
  try {
    return await carry(exchange, work);
  } catch (error) {
    throw !(error instanceof EngineFault) && error instanceof loadDeepL().DeepLError ? damaged(exchange) : error;
  }
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
