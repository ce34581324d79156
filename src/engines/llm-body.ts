import type { LlmOptions, Styles } from '../engine-options.ts';
import type { Batch } from '../model.ts';
import { idsOf, materialOf, systemPrompt } from './llm-prompt.ts';

export interface Addressee {
  readonly model: string;
  readonly options: LlmOptions;
  readonly style: Styles;
}

/** A request's body: all that the endpoint gets to see. There are no tools in it. */
export function bodyOf(batch: Batch, { model, options, style }: Addressee): string {
  const { target } = batch.languages;
  return JSON.stringify({
    model,
    temperature: options.temperature ?? 0,
    messages: [
      { role: 'system', content: systemPrompt(batch.languages, style[target] ?? {}) },
      { role: 'user', content: JSON.stringify(materialOf(batch)) },
    ],
    ...formats[options.output ?? 'schema'](batch),
  });
}

/** How the endpoint is told what an answer looks like; the prompt says it in any case. */
const formats: Readonly<Record<NonNullable<LlmOptions['output']>, (batch: Batch) => object>> = {
  schema: (batch) => ({
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'translations', strict: true, schema: schemaFor(idsOf(batch)) },
    },
  }),
  json: () => ({ response_format: { type: 'json_object' } }),
  text: () => ({}),
};

/** The same for all batches of a size: services compile and keep it. */
function schemaFor(ids: readonly string[]): object {
  return object({
    translations: { type: 'array', items: object({ id: { type: 'string', enum: ids }, text: { type: 'string' } }) },
  });
}

/** Strict schemas want all properties required, and no others. */
function object(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
