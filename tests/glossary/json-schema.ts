import { z } from 'zod';
import { fieldsSchema, languageField, targetSchema } from '../../src/glossary/read/schema.ts';

/**
 * What editors check a glossary.yaml with (JSON Schema 2020-12). Wordferry reads every scalar of YAML as text; editors
 * see numbers, truth values and empty fields too.
 */
export function glossaryJsonSchema(): Json {
  const { properties } = toJson(fieldsSchema);
  const entry: Json = {
    type: ['object', 'null'],
    properties,
    patternProperties: { [languageField.source]: toJson(targetSchema) },
    additionalProperties: false,
  };
  const terms: Json = {
    description: 'One entry a concept, by its German form.',
    type: ['object', 'null'],
    additionalProperties: entry,
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'wordferry glossary',
    type: ['object', 'null'],
    properties: { terms },
    additionalProperties: false,
  };
}

type Json = z.core.JSONSchema.BaseSchema;

const scalar: Json = { type: ['string', 'number', 'boolean', 'null'] };

function toJson(schema: z.ZodType): Json {
  const { $schema, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => loosen(zodSchema, jsonSchema),
  });
  return json;
}

/** One form stands for a list of one, one text for a target. */
function loosen({ _zod }: z.core.$ZodTypes, json: Json): void {
  const { def } = _zod;
  if (def.type === 'string') Object.assign(json, scalar);
  if (def.type === 'enum' && json.enum?.includes('true')) {
    json.enum = [true, false, 'true', 'false'];
    delete json.type;
  }
  if (def.type === 'pipe' && def.in._zod.def.type === 'transform' && json.anyOf === undefined) {
    const inner = { ...json };
    for (const key of Object.keys(json)) delete json[key];
    json.anyOf = [scalar, inner];
  }
}
