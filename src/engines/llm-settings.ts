import type { LlmOptions, Styles } from '../engine-options.ts';
import { UserError } from '../errors.ts';
import { checkedKey, requiredAddress, requiredKey, type Variable } from './access.ts';
import type { Exchange } from './exchange.ts';
import { isLoopback } from './loopback.ts';

export interface LlmSettings {
  /** `https://api.openai.com/v1`, or the whole address of an endpoint, with its query (Azure). */
  readonly url: string | undefined;
  /** Not needed on this machine. */
  readonly key?: string | undefined;
  readonly model?: string | undefined;
  /** Origins to which texts and keys may go in the clear. */
  readonly allowHttp?: readonly string[] | undefined;
  readonly options?: LlmOptions | undefined;
  readonly style?: Styles | undefined;
}

/** Where a model is, and what lets us in. */
export interface LlmAccess {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly model: string;
  readonly asker: Pick<Exchange, 'engine' | 'variable' | 'addressVariable' | 'notFound' | 'key' | 'secrets'>;
}

const keyVariable = 'WORDFERRY_LLM_KEY';
const addressVariable = 'WORDFERRY_LLM_URL';
const modelVariable = 'WORDFERRY_LLM_MODEL';

/** Throws `UserError` for settings that cannot work. */
export function accessTo(settings: LlmSettings): LlmAccess {
  const { key: keyValue, model: modelValue, allowHttp, options = {} } = settings;
  const url = requiredAddress({ name: addressVariable, value: settings.url, allowHttp });
  const keyOf: Variable = { name: keyVariable, value: keyValue };
  const key = isLoopback(url) ? checkedKey(keyOf) : requiredKey(keyOf);
  const model = options.model ?? modelValue;
  if (!model) throw new UserError({ id: 'engine.llm.no_model', values: { variable: modelVariable } });
  return {
    url: endpointOf(url),
    headers: key === undefined ? {} : keyHeader(url, key),
    model,
    asker: {
      engine: 'llm',
      variable: keyVariable,
      addressVariable,
      notFound: { id: 'engine.llm.not_found', values: { address: addressVariable, model: modelVariable } },
      key,
      secrets: key === undefined ? [] : [key],
    },
  };
}

function endpointOf(url: URL): string {
  const endpoint = new URL(url);
  const path = url.pathname.replace(/\/$/u, '');
  endpoint.pathname = path.endsWith('/chat/completions') ? path : `${path}/chat/completions`;
  return endpoint.href;
}

/** Azure takes keys in a header of its own. */
function keyHeader({ hostname }: URL, key: string): Readonly<Record<string, string>> {
  return hostname.endsWith('.openai.azure.com') ? { 'api-key': key } : { authorization: `Bearer ${key}` };
}
