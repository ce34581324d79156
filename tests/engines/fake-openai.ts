import type { Pair } from '../../src/model.ts';
import {
  type Account,
  charactersIn,
  type FakeService,
  type Protocol,
  type Refusal,
  type ServiceOptions,
  type ServiceRequest,
  startFakeService,
} from './fake-service.ts';
import { completionOf, contentOf, type LlmFaultName, llmFaults } from './openai-faults.ts';

export type FakeOpenAIOptions = ServiceOptions<LlmFaultName>;
export type FakeOpenAI = FakeService<ChatRequest>;

interface ChatRequest extends ServiceRequest {
  readonly chat: {
    readonly model: string;
    readonly temperature: number;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
  };
  /** What the user message says. */
  readonly material: { readonly glossary?: readonly Pair[]; readonly segments: readonly SegmentOf[] };
}

interface SegmentOf {
  readonly id: string;
  readonly text: string;
  readonly rejected?: object;
}

/** OpenAI's chat completions on loopback, below any path: a model that translates what it is given. */
export function startFakeOpenAI(options: FakeOpenAIOptions = {}): Promise<FakeOpenAI> {
  return startFakeService(openai, options);
}

const openai: Protocol<ChatRequest> = {
  faults: llmFaults,
  isForTranslation: (path) => new URL(path, 'http://localhost').pathname.endsWith('/chat/completions'),
  read(body) {
    const chat: ChatRequest['chat'] = JSON.parse(body);
    const [system, user] = chat.messages.map(({ content }) => content);
    const material: ChatRequest['material'] = JSON.parse(user ?? '');
    const texts = material.segments.map(({ text }) => text);
    return {
      chat,
      material,
      texts,
      characters: charactersIn(texts),
      target: system?.match(/ into [^()]*\(([\w-]+)\)/u)?.[1] ?? '',
      terms: material.glossary ?? [],
    };
  },
  refuse,
  json: (answers, request) => completionOf(contentOf(answers), request),
};

function refuse(request: ChatRequest, { key, quota, used }: Account): Refusal | undefined {
  const { authorization, 'api-key': azure } = request.headers;
  if (authorization !== `Bearer ${key}` && azure !== key) {
    return refusal(401, { message: `Incorrect API key provided: ${authorization}`, code: 'invalid_api_key' });
  }
  if (used + request.characters <= quota) return undefined;
  return refusal(429, { message: 'You exceeded your current quota.', code: 'insufficient_quota' });
}

export function refusal(status: number, error: object): Refusal {
  return { status, body: JSON.stringify({ error }) };
}
