import type { SourceLanguageCode, TextResult } from 'deepl-node';
import type { Batch, Engine, EngineLimits, Languages, Price, Usage } from '../model.ts';
import { charactersIn } from './bill.ts';
import { countCodePoints } from './code-points.ts';
import { accessTo, carried, type DeepLAccess } from './deepl-client.ts';
import { type DeepLForm, formOf, optionsOf, sizeOf } from './deepl-form.ts';
import { findGlossary } from './deepl-glossary-id.ts';
import type { DeepLSettings } from './deepl-settings.ts';
import type { Exchange } from './exchange.ts';
import { isCount } from './json.ts';
import { fromXml } from './markers.ts';
import { limitsOf } from './pace.ts';

/** DeepL's text translation, v2. Throws `UserError` for settings that cannot work. */
export function createDeepL(settings: DeepLSettings): Engine {
  const access = accessTo(settings);
  const { client } = access;
  const { options = {} } = settings;
  const glossaryOf = findGlossary(settings);
  return {
    id: 'deepl',
    fake: false,
    limits: limitsOf(limits, options),
    supports: { tags: true, glossary: true, context: true, style: true, ids: false },
    price: options.price ?? listPrice(settings.key),
    version: ({ target }) => versionOf(settings, target),
    refuses: () => undefined,
    fits: (batch) => batch.requests.length <= limits.texts && fits(formOf(batch, settings)),
    estimate: (batch) => ({ characters: charactersIn(batch) }),
    async translate(batch, signal) {
      const form = formOf(batch, settings);
      const glossary = await glossaryOf(batch.languages, signal);
      const { texts, source, target, isXml } = form;
      const results = await carried(exchangeOf(form, access, signal), () =>
        client().translateText([...texts], source as SourceLanguageCode, target, optionsOf(form, glossary)),
      );
      const answers = results.map(({ text }) => ({ text: isXml && typeof text === 'string' ? fromXml(text) : text }));
      return { answers, bill: { characters: billedIn(results, batch) } };
    },
    async usage(signal) {
      const { character } = await carried(exchangeOf(undefined, access, signal), () => client().getUsage());
      return character && usageOf(character.count, character.limit);
    },
  };
}

/** DeepL takes 50 texts and 128 KiB; the margin is for what a proxy may add. */
const limits: EngineLimits = { texts: 50, bytes: 120 * 1024, concurrency: 4 };

/** DeepL's list prices (API Free, API Pro): what a contract says stands in wordferry.yaml. */
function listPrice(key: string | undefined): Price {
  return { currency: 'EUR', characters: key?.endsWith(':fx') ? 0 : 20 };
}

/** Terms are in the key of an answer by themselves: a glossary that is made anew changes nothing. */
function versionOf({ options = {}, style = {} }: DeepLSettings, target: Languages['target']): string {
  const { model, styleRule, glossary } = options;
  return `2 ${JSON.stringify([style[target] ?? {}, model, styleRule, glossary])}`;
}

/** A lone text goes with the terms that fit. */
function fits(form: DeepLForm): boolean {
  return (form.complete || form.texts.length === 1) && sizeOf(form) <= limits.bytes;
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

/** What DeepL says, or what it bills by: the texts, whatever came back for them. */
function billedIn(results: readonly TextResult[], batch: Batch): number {
  const told = results.map(({ billedCharacters }) => billedCharacters).filter(isCount);
  const isTold = told.length === batch.requests.length && results.length === told.length;
  return isTold ? told.reduce((sum, count) => sum + count, 0) : charactersIn(batch);
}

function usageOf(used: unknown, limit: unknown): Usage | undefined {
  return isCount(used) && isCount(limit) ? { used, limit } : undefined;
}
