import type { Pace } from '../engine-options.ts';
import { primaryLanguage } from '../language-tag.ts';
import type { Answer, Batch, Engine, EngineLimits } from '../model.ts';
import { version } from '../version.ts';
import { baseOf, checkedKey, requiredAddress, type Variable } from './access.ts';
import { charactersIn } from './bill.ts';
import { findEntities } from './entities.ts';
import { damaged, type Exchange } from './exchange.ts';
import { exchangeHttp } from './http.ts';
import { isRecord, parseJson } from './json.ts';
import { fromHtml, toHtml } from './libretranslate-html.ts';
import { hasMarkers } from './markers.ts';
import { limitsOf } from './pace.ts';

export interface LibreTranslateSettings {
  readonly url: string | undefined;
  /** Most servers of one's own want none. */
  readonly key?: string | undefined;
  /** Origins to which texts and keys may go in the clear. */
  readonly allowHttp?: readonly string[] | undefined;
  readonly options?: Pace | undefined;
}

/** A LibreTranslate server. Throws `UserError` for settings that cannot work. */
export function createLibreTranslate(settings: LibreTranslateSettings): Engine {
  const { allowHttp, options = {} } = settings;
  const address: Variable = { name: 'LIBRETRANSLATE_URL', value: settings.url, allowHttp };
  const base = baseOf(requiredAddress(address), address);
  const key = checkedKey({ name: keyVariable, value: settings.key });
  const limits = limitsOf(ownLimits, options);
  return {
    id: 'libretranslate',
    fake: false,
    limits,
    supports: { tags: true, glossary: false, context: false, style: false, ids: false },
    price: options.price,
    // What it answers depends on the models that it has.
    version: () => `1 ${new URL(base).host}`,
    refuses: () => undefined,
    fits: (batch) => batch.requests.length <= limits.texts && Buffer.byteLength(bodyOf(batch, key)) <= limits.bytes,
    estimate: (batch) => ({ characters: charactersIn(batch) }),
    async translate(batch, signal) {
      const exchange = exchangeOf(batch, key, signal);
      const call = { method: 'POST', url: `${base}/translate`, headers, body: bodyOf(batch, key) } as const;
      const answers = readAnswers(await exchangeHttp(call, exchange), exchange);
      return { answers: isHtml(batch) ? answers.map(asText) : answers, bill: { characters: charactersIn(batch) } };
    },
  };
}

const keyVariable = 'LIBRETRANSLATE_KEY';

/** Servers translate one text after the other, most of them on a few cores; how much they take they say themselves. */
const ownLimits: EngineLimits = { texts: 25, bytes: 32 * 1024, concurrency: 2 };

/** Its words depend on the language; `status.ts` knows the English ones. */
const headers = {
  'content-type': 'application/json',
  'accept-language': 'en',
  'user-agent': `wordferry/${version}`,
};

/** It decodes entities in plain texts, also those that stood there: then a text goes as HTML, as those with codes do. */
function isHtml({ requests }: Batch): boolean {
  return requests.some(({ text }) => hasMarkers(text) || findEntities(text).length > 0);
}

/** Its languages have no varieties. */
function bodyOf(batch: Batch, key: string | undefined): string {
  const { languages, requests } = batch;
  const asHtml = isHtml(batch);
  return JSON.stringify({
    q: requests.map(({ text }) => (asHtml ? toHtml(text) : text)),
    source: primaryLanguage(languages.source),
    target: primaryLanguage(languages.target),
    format: asHtml ? 'html' : 'text',
    ...(key && { api_key: key }),
  });
}

function readAnswers(body: string, exchange: Exchange): readonly Answer[] {
  const reply = parseJson(body);
  if (!isRecord(reply) || !Array.isArray(reply.translatedText)) throw damaged(exchange);
  return reply.translatedText.map((text: unknown) => ({ text }));
}

function asText({ text }: Answer): Answer {
  return { text: typeof text === 'string' ? fromHtml(text) : text };
}

function exchangeOf({ requests }: Batch, key: string | undefined, signal: AbortSignal): Exchange {
  return {
    engine: 'libretranslate',
    variable: keyVariable,
    addressVariable: 'LIBRETRANSLATE_URL',
    notFound: { id: 'engine.fault.unreachable.address', values: { variable: 'LIBRETRANSLATE_URL' } },
    key,
    secrets: [...(key ? [key] : []), ...requests.map(({ text }) => text)],
    deadline: 120_000,
    bytes: 1024 * 1024,
    signal,
  };
}
