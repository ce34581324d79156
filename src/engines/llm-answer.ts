import type { Answer, Bill } from '../model.ts';
import { damaged, type Exchange, withheld } from './exchange.ts';
import { isCount, isRecord, parseJson } from './json.ts';

export interface Completion {
  /** One an id, in order; `undefined` for ids that were not answered, or twice. */
  readonly answers: readonly (Answer | undefined)[];
  /** What the service says it counted; absent where it says nothing. */
  readonly tokens: Bill['tokens'];
}

/** A chat completion's translations. Throws `EngineFault` where none of it can be used. */
export function readCompletion(body: string, ids: readonly string[], exchange: Exchange): Completion {
  const completion = parseJson(body);
  if (!isRecord(completion)) throw damaged(exchange);
  const answers = answersIn(contentOf(completion, exchange), ids);
  if (answers === undefined) throw damaged(exchange);
  return { answers, tokens: tokensIn(completion.usage) };
}

type Json = Readonly<Record<string, unknown>>;

/** What the model wrote, if it came to its end and is all that it wants to say. */
function contentOf({ choices }: Json, exchange: Exchange): string {
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  if (!isRecord(choice) || !isRecord(choice.message)) throw damaged(exchange);
  const { content, refusal, tool_calls: calls, function_call: call } = choice.message;
  const isCutShort = choice.finish_reason === 'length' || choice.finish_reason === 'content_filter';
  if (isCutShort || (typeof refusal === 'string' && refusal !== '')) throw withheld(exchange, 'unknown');
  const calledTools = isRecord(call) || (Array.isArray(calls) && calls.length > 0);
  if (calledTools || typeof content !== 'string') throw damaged(exchange);
  return content;
}

/** Where several texts were asked for, an answer to none of them is no answer. */
function answersIn(content: string, ids: readonly string[]): Completion['answers'] | undefined {
  const value = parseJson(withoutFence(content.trim()));
  if (!isRecord(value) || !Array.isArray(value.translations)) return undefined;
  const found = new Map<string, Answer | undefined>();
  for (const item of value.translations) {
    if (!isRecord(item)) continue;
    const id = String(item.id);
    found.set(id, found.has(id) ? undefined : { text: item.text });
  }
  const answers = ids.map((id) => found.get(id));
  return ids.length > 1 && answers.every((answer) => answer === undefined) ? undefined : answers;
}

/** A fence is all that may stand around the JSON: whatever else is there, it will not parse. */
function withoutFence(content: string): string {
  const [fence, end] = ['```', content.indexOf('\n')];
  const isFenced =
    content.startsWith(fence) && content.endsWith(fence) && end > 0 && end < content.length - fence.length;
  if (!isFenced || !/^(?:json)?$/iu.test(content.slice(fence.length, end).trim())) return content;
  return content.slice(end, -fence.length);
}

function tokensIn(usage: unknown): Bill['tokens'] {
  if (!isRecord(usage)) return undefined;
  const { prompt_tokens: input, completion_tokens: output } = usage;
  return isCount(input) && isCount(output) ? { input, output } : undefined;
}
