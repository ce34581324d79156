import type { Answer, Bill } from '../model.ts';
import { damaged, type Exchange, withheld } from './exchange.ts';
import { isCount, isRecord, parseJson } from './json.ts';

export interface Completion {
  /** One an id, in order; `undefined` for ids that were not answered, or twice. */
  readonly answers: readonly (Answer | undefined)[];
  /** What the service says it counted; absent where it says nothing. */
  readonly tokens: Bill['tokens'];
}

/** A chat completion's translations. Throws `EngineFault` where it is none, or where a smaller request would be one. */
export function readCompletion(body: string, ids: readonly string[], exchange: Exchange): Completion {
  const completion = parseJson(body);
  if (!isRecord(completion)) throw damaged(exchange);
  const choice: unknown = Array.isArray(completion.choices) ? completion.choices[0] : undefined;
  if (!isRecord(choice) || !isRecord(choice.message)) throw damaged(exchange);
  const tokens = tokensIn(completion.usage);
  const isCutShort = choice.finish_reason === 'length';
  if (isCutShort && ids.length > 1) throw withheld(exchange, 'unknown');
  if (isCutShort || isRefusal(choice)) return { answers: withoutText(ids), tokens };
  const answers = answersIn(contentOf(choice.message, exchange), ids);
  if (answers === undefined) throw damaged(exchange);
  return { answers, tokens };
}

type Json = Readonly<Record<string, unknown>>;

/** Of the model, or of a filter behind it. */
function isRefusal({ finish_reason, message }: Json): boolean {
  return (
    finish_reason === 'content_filter' ||
    (isRecord(message) && typeof message.refusal === 'string' && message.refusal !== '')
  );
}

/** One of the texts is to blame: each is asked for once more, alone, and the others get their translations. */
export function withoutText(ids: readonly string[]): readonly Answer[] {
  return ids.map(() => ({ text: undefined }));
}

/** What the model wrote, if that is all that it wants. */
function contentOf({ content, tool_calls: calls, function_call: call }: Json, exchange: Exchange): string {
  const callsTools = isRecord(call) || (Array.isArray(calls) && calls.length > 0);
  if (callsTools || typeof content !== 'string') throw damaged(exchange);
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
