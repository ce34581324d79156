import { createDeepL } from '../../src/engines/deepl.ts';
import { createLlm } from '../../src/engines/llm.ts';
import type { Engine, Price } from '../../src/model.ts';
import type { FaultName } from '../engines/deepl-faults.ts';
import { startFakeDeepL } from '../engines/fake-deepl.ts';
import { startFakeOpenAI } from '../engines/fake-openai.ts';
import type { FakeService, ServiceOptions } from '../engines/fake-service.ts';
import type { LlmFaultName } from '../engines/openai-faults.ts';

export type EngineName = 'deepl' | 'llm';
export type AnyFaultName = FaultName | LlmFaultName;

export interface Staffed {
  readonly service: FakeService;
  /** Of so many texts in one request at most. */
  engineFor(texts: number): Engine;
}

/** A service, and wordferry's engine for it. */
export async function staff(name: EngineName, options: ServiceOptions<AnyFaultName>): Promise<Staffed> {
  const { service, engine } = await start[name](options);
  return { service, engineFor: (texts) => inBatchesOf(texts, engine) };
}

const start = {
  async deepl(options: ServiceOptions) {
    const service = await startFakeDeepL(options as Parameters<typeof startFakeDeepL>[0]);
    return { service, engine: createDeepL({ key: options.key ?? 'test-key', serverUrl: service.url }) };
  },
  async llm(options: ServiceOptions) {
    const service = await startFakeOpenAI(options as Parameters<typeof startFakeOpenAI>[0]);
    const settings = { url: `${service.url}/v1`, key: options.key ?? 'test-key', model: 'toy', options: { price } };
    return { service, engine: createLlm(settings) };
  },
};

/** Of a million tokens. */
const price: Price = { currency: 'EUR', input: 1, output: 4 };

function inBatchesOf(texts: number, engine: Engine): Engine {
  return { ...engine, fits: (batch) => batch.requests.length <= texts && engine.fits(batch) };
}
