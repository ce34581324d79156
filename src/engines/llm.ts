import type { Batch, Bill, Engine, EngineLimits, Language } from '../model.ts';
import { version } from '../version.ts';
import { charactersIn } from './bill.ts';
import { countCodePoints } from './code-points.ts';
import { type Exchange, isWithheld } from './exchange.ts';
import { exchangeHttp } from './http.ts';
import { readCompletion, withoutText } from './llm-answer.ts';
import { type Addressee, bodyOf } from './llm-body.ts';
import { idsOf, promptVersion } from './llm-prompt.ts';
import { accessTo, type LlmAccess, type LlmSettings } from './llm-settings.ts';
import { limitsOf } from './pace.ts';

/** A model behind OpenAI's chat completions, whoever runs it. Throws `UserError` for settings that cannot work. */
export function createLlm(settings: LlmSettings): Engine {
  const access = accessTo(settings);
  const { options = {}, style = {} } = settings;
  const addressee: Addressee = { model: access.model, options, style };
  const limits = limitsOf({ ...ownLimits, texts: options.texts ?? ownLimits.texts }, options);
  const estimate = (batch: Batch) => estimated(batch, bodyOf(batch, addressee));
  return {
    id: 'llm',
    fake: false,
    limits,
    supports: { tags: true, glossary: true, context: true, style: true, ids: true },
    price: options.price,
    version: ({ target }) => versionOf(addressee, target),
    refuses: () => undefined,
    fits: (batch) =>
      batch.requests.length <= limits.texts && Buffer.byteLength(bodyOf(batch, addressee)) <= limits.bytes,
    estimate,
    async translate(batch, signal) {
      const ids = idsOf(batch);
      const call = {
        method: 'POST',
        url: access.url,
        headers: headersOf(access),
        body: bodyOf(batch, addressee),
      } as const;
      const exchange = exchangeOf(batch, access, signal);
      try {
        const { answers, tokens } = readCompletion(await exchangeHttp(call, exchange), ids, exchange);
        return { answers, bill: { ...estimate(batch), ...(tokens && { tokens }) } };
      } catch (error) {
        // A filter before the model: with a single text there is nothing to split.
        if (isWithheld(error) && ids.length === 1) return { answers: withoutText(ids), bill: { characters: 0 } };
        throw error;
      }
    },
  };
}

/** Small enough for the memory of a small model, and so that one bad answer spoils little. */
const ownLimits: EngineLimits = { texts: 20, bytes: 32 * 1024, concurrency: 4 };

function headersOf({ headers }: LlmAccess): Readonly<Record<string, string>> {
  return { ...headers, 'content-type': 'application/json', 'user-agent': `wordferry/${version}` };
}

function versionOf({ model, options, style }: Addressee, target: Language): string {
  const { output = 'schema', temperature = 0 } = options;
  return JSON.stringify([promptVersion, model, output, temperature, style[target] ?? {}]);
}

/**
 * A token is two bytes or more in all but the rarest texts; an answer has fewer tokens than half of its text has
 * characters, and a frame. What a model thinks before it answers nobody knows.
 */
function estimated(batch: Batch, body: string): Bill {
  const output = batch.requests.reduce((sum, { text }) => sum + Math.ceil(countCodePoints(text) / 2) + frame, frame);
  return { characters: charactersIn(batch), tokens: { input: Math.ceil(Buffer.byteLength(body) / 2), output } };
}

/** Tokens of `{"id":"1","text":""},`. */
const frame = 16;

function exchangeOf({ requests }: Batch, { asker }: LlmAccess, signal: AbortSignal): Exchange {
  const texts = requests.flatMap(({ text, context, previous, match, rejected }) => [
    text,
    context.before,
    context.after,
    ...[previous, match].flatMap((pair) => (pair ? [pair.source, pair.target] : [])),
    rejected?.text ?? '',
  ]);
  return { ...asker, secrets: [...asker.secrets, ...texts], deadline: 120_000, bytes: 1024 * 1024, signal };
}
