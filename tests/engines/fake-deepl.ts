import type { IncomingMessage } from 'node:http';
import { type FaultName, faults } from './deepl-faults.ts';
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

export type { Refusal };
export interface FakeDeepLOptions extends ServiceOptions<FaultName> {
  /** What v3/glossaries lists. */
  readonly glossaries?: readonly object[];
}
export type FakeDeepL = FakeService<DeepLRequest>;

interface DeepLRequest extends ServiceRequest {
  readonly form: URLSearchParams;
}

/** DeepL's v2/translate, v2/usage and the list of v3/glossaries on loopback, with its limits. */
export function startFakeDeepL(options: FakeDeepLOptions = {}): Promise<FakeDeepL> {
  return startFakeService(deeplWith(options.glossaries ?? []), options);
}

const deeplWith = (glossaries: readonly object[]): Protocol<DeepLRequest> => ({
  faults,
  isForTranslation: (path) => path === '/v2/translate',
  read(body) {
    const form = new URLSearchParams(body);
    const instructions = form
      .getAll('custom_instructions')
      .flatMap((line) => [...line.matchAll(/"([^"]*)" → "([^"]*)"/gu)]);
    const texts = form.getAll('text');
    return {
      form,
      texts,
      characters: charactersIn(texts.map((text) => billedOf(text, form))),
      target: form.get('target_lang') ?? '',
      terms: instructions.map(([, source = '', target = '']) => ({ source, target })),
    };
  },
  refuse,
  json: (answers, { texts, form }) =>
    JSON.stringify({
      translations: answers.map((text, at) => ({
        detected_source_language: 'DE',
        text,
        billed_characters: charactersIn([billedOf(texts[at] ?? '', form)]),
      })),
    }),
  other(path, headers, { used, quota, key }) {
    if (!isAuthorised(headers, key)) return undefined;
    const usage = { character_count: used, character_limit: Number.isFinite(quota) ? quota : 500_000 };
    return new Map<string, object>([
      ['/v2/usage', usage],
      ['/v3/glossaries', { glossaries }],
    ]).get(path);
  },
});

/** Tags are not billed where they are handled. */
function billedOf(text: string, form: URLSearchParams): string {
  return form.has('tag_handling') ? text.replace(/<[^>]*>/gu, '').replace(/&(?:amp|lt|gt);/gu, '&') : text;
}

/** The documented limits: 128 KiB a body, 50 texts, 10 instructions of 300 characters, target languages, the quota. */
function refuse(request: DeepLRequest, { key, quota, used }: Account): Refusal | undefined {
  const { headers, bytes, form, texts, target } = request;
  const refusal = (status: number, message: string) => ({ status, body: JSON.stringify({ message }) });
  const instructions = form.getAll('custom_instructions');
  if (!isAuthorised(headers, key)) return refusal(403, `Wrong key ${headers.authorization}`);
  if (bytes > 128 * 1024) return refusal(413, 'Request Entity Too Large');
  if (texts.length === 0 || texts.length > 50) return refusal(400, 'Bad number of texts');
  if (/^(?:|en|pt|xx)$/iu.test(target)) return refusal(400, "Value for 'target_lang' not supported.");
  if (instructions.length > 10 || instructions.some((instruction) => instruction.length > 300)) {
    return refusal(400, 'Bad custom_instructions');
  }
  return used + request.characters > quota ? refusal(456, 'Quota Exceeded') : undefined;
}

function isAuthorised({ authorization }: IncomingMessage['headers'], key: string): boolean {
  return authorization === `DeepL-Auth-Key ${key}`;
}
