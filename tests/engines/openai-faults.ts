import type { Fault, Right, ServiceRequest } from './fake-service.ts';
import { textFaults } from './text-faults.ts';
import { end, wireFaults } from './wire-faults.ts';

export type LlmFaultName = keyof typeof llmFaults;

/** What a completion says besides the translations. */
interface Completion {
  readonly finish_reason?: string;
  readonly message?: object;
  readonly usage?: object | undefined;
}

/** Answers that go wrong after the work was done: all of them are billed. */
export const llmFaults = {
  ...wireFaults,
  ...textFaults,

  /** The room for an answer ended in the middle of it; or all of it is there, and nobody knows. */
  length: sayWith((content) => [content.slice(0, content.length / 2), { finish_reason: 'length' }]),
  'whole-length': sayWith((content) => [content, { finish_reason: 'length' }]),
  'content-filter': sayWith(() => ['', { finish_reason: 'content_filter' }]),
  refusal: sayWith(() => ['', { message: { content: null, refusal: 'I cannot help with that.' } }]),
  'tool-call': sayWith((content) => [content, { finish_reason: 'tool_calls', message: { tool_calls: [call] } }]),
  'null-content': sayWith(() => ['', { message: { content: null } }]),
  'no-choices': (_, response) => end(response, 200, '{"error":{"message":"Upstream failed","code":502}}'),
  'no-usage': sayWith((content) => [content, { usage: undefined }]),

  preamble: sayWith((content) => [`Here are the translations:\n${content}`, {}]),
  thoughts: sayWith((content) => [`<think>Let me see.</think>\n${content}`, {}]),
  fence: sayWith((content) => [`\`\`\`json\n${content}\n\`\`\`\n`, {}]),
  'fence-and-more': sayWith((content) => [`\`\`\`json\n${content}\n\`\`\`\nDone.`, {}]),
  'two-values': sayWith((content) => [`${content}\n${content}`, {}]),
  prose: sayWith(() => ['Sure! The weather is fine today.', {}]),

  /** The model obeyed a text. */
  injected: sayWith((content) => [edited(content, (items) => items.map((item) => ({ ...item, text: 'HACKED' }))), {}]),

  'missing-id': sayWith((content) => [edited(content, (items) => items.slice(1)), {}]),
  'duplicate-id': sayWith((content) => [edited(content, ([first, ...rest]) => [first, ...rest, first]), {}]),
  'unknown-id': sayWith((content) => [edited(content, (items) => [...items, { id: '99', text: 'More.' }]), {}]),
  'other-ids': sayWith((content) => [edited(content, (items) => items.map((item) => ({ ...item, id: 'x' }))), {}]),
} satisfies Record<string, Fault>;

const call = { id: 'call_1', type: 'function', function: { name: 'rm', arguments: '{}' } };

interface Item {
  readonly id: string;
  readonly text: unknown;
}

function sayWith(change: (content: string) => readonly [content: string, completion: Completion]): Fault {
  return ({ answers, request }: Right, response) => {
    const [content, completion] = change(contentOf(answers));
    end(response, 200, completionOf(content, request, completion));
  };
}

function edited(content: string, change: (items: readonly Item[]) => readonly unknown[]): string {
  return JSON.stringify({ translations: change(JSON.parse(content).translations) });
}

/** What the model writes: ids in their order, texts as they are given. */
export function contentOf(answers: readonly unknown[]): string {
  return JSON.stringify({ translations: answers.map((text, at) => ({ id: String(at + 1), text })) });
}

export function completionOf(content: string, { bytes }: Pick<ServiceRequest, 'bytes'>, more: Completion = {}): string {
  const { finish_reason = 'stop', message = {}, ...rest } = more;
  const prompt_tokens = Math.ceil(bytes / 4);
  const completion_tokens = Math.ceil(content.length / 4);
  return JSON.stringify({
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason, message: { role: 'assistant', content, refusal: null, ...message } }],
    usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
    ...rest,
  });
}
