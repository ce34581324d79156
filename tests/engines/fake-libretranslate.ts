import {
  type Account,
  charactersIn,
  type FakeService,
  type Fault,
  type Protocol,
  type Refusal,
  type ServiceOptions,
  type ServiceRequest,
  startFakeService,
} from './fake-service.ts';
import { textFaults } from './text-faults.ts';
import { end, wireFaults } from './wire-faults.ts';

export type LibreTranslateFaultName = keyof typeof faults;
export type FakeLibreTranslateOptions = ServiceOptions<LibreTranslateFaultName>;
export type FakeLibreTranslate = FakeService<LibreTranslateRequest>;

interface LibreTranslateRequest extends ServiceRequest {
  readonly fields: {
    readonly q: readonly string[];
    readonly source: string;
    readonly target: string;
    readonly format: string;
    readonly api_key?: string;
  };
}

/** LibreTranslate on loopback: it knows German, English and Korean, and takes 5,000 characters. */
export function startFakeLibreTranslate(options: FakeLibreTranslateOptions = {}): Promise<FakeLibreTranslate> {
  return startFakeService(libretranslate, options);
}

const faults = {
  ...wireFaults,
  ...textFaults,
  /** As it answers a single text. */
  'one-string': ({ answers }, response) => end(response, 200, JSON.stringify({ translatedText: answers[0] })),
} satisfies Record<string, Fault>;

const libretranslate: Protocol<LibreTranslateRequest> = {
  faults,
  isForTranslation: (path) => path === '/translate',
  read(body) {
    const fields: LibreTranslateRequest['fields'] = JSON.parse(body);
    return { fields, texts: fields.q, characters: charactersIn(fields.q), target: fields.target, terms: [] };
  },
  refuse,
  json: (answers, { fields }) =>
    JSON.stringify({ translatedText: fields.format === 'html' ? answers.map(decoded) : answers }),
};

/** The real one decodes entities of all that it answers. */
function decoded(answer: unknown): unknown {
  if (typeof answer !== 'string') return answer;
  return answer.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function refuse(request: LibreTranslateRequest, { key, quota, used }: Account): Refusal | undefined {
  const { api_key, source, target } = request.fields;
  const { characters } = request;
  const refusal = (status: number, error: string) => ({ status, body: JSON.stringify({ error }) });
  if (api_key !== key) return refusal(403, 'Invalid API key');
  if (characters > 5000) {
    return refusal(400, `Invalid request: request (${characters}) exceeds text limit (5000)`);
  }
  const unknown = [source, target].find((language) => !['de', 'en', 'ko'].includes(language));
  if (unknown !== undefined) return refusal(400, `${unknown} is not supported`);
  return used + characters > quota ? refusal(429, 'Slowdown: 80 per 1 day') : undefined;
}
