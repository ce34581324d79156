import { isRecord, parseJson } from './json.ts';

/** What a service says of its refusal, in one of the shapes that they have. */
export interface ServiceError {
  /** `Value for "target_lang" not supported.` */
  readonly message: string | undefined;
  /** Its names for what is wrong: `insufficient_quota`. */
  readonly codes: readonly string[];
}

/** `{message}` (DeepL), `{error: "…"}` (LibreTranslate), `{error: {message, code, type}}` (OpenAI); vLLM has both places. */
export function readServiceError(text: string): ServiceError {
  const body = parseJson(text);
  if (!isRecord(body)) return { message: undefined, codes: [] };
  const error = isRecord(body.error) ? body.error : body;
  const message = [error.message, body.error].find((value) => typeof value === 'string');
  return { message, codes: [error.code, error.type].filter((value) => typeof value === 'string') };
}
