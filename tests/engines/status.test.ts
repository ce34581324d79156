import { expect, test } from 'vitest';
import { statusFault } from '../../src/engines/status.ts';
import type { EngineFault } from '../../src/errors.ts';
import type { MessageId } from '../../src/model.ts';

const notFound = { id: 'engine.llm.not_found', values: { address: 'URL', model: 'MODEL' } } as const;
const asker = { engine: 'llm', variable: 'THE_KEY', secrets: ['k3y-0f-m1ne', 'Ein geheimer Satz.'], notFound };

const faultOf = (status: number, body: unknown) =>
  statusFault({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) }, asker);

const stop = { billing: 'refused', remedy: 'stop', status: 2 } as const;
const split = { billing: 'refused', remedy: 'split' } as const;
const quota = { billing: 'refused', remedy: 'stop', status: 4 } as const;
const busy = { billing: 'refused', remedy: 'again', status: 3 } as const;

test.each<readonly [status: number, body: unknown, id: MessageId, Partial<EngineFault>]>([
  [400, { error: { code: 'context_length_exceeded', message: 'Too long.' } }, 'engine.fault.size', split],
  [400, { error: { code: 400, type: 'exceed_context_size_error' } }, 'engine.fault.size', split],
  [
    400,
    { object: 'error', message: "This model's maximum context length is 4096 tokens.", code: 400 },
    'engine.fault.size',
    split,
  ],
  [400, { error: 'Invalid request: request (9000) exceeds text limit (5000)' }, 'engine.fault.size', split],
  [413, '', 'engine.fault.size', split],
  [400, { error: { code: 'content_filter', message: 'Filtered.' } }, 'engine.fault.withheld', split],
  [429, { error: { code: 'insufficient_quota' } }, 'engine.fault.quota', quota],
  [429, { error: { type: 'insufficient_quota', code: 'project_spend_limit_exceeded' } }, 'engine.fault.quota', quota],
  [402, { error: { message: 'Insufficient Balance' } }, 'engine.fault.quota', quota],
  [456, { message: 'Quota Exceeded' }, 'engine.fault.quota', quota],
  [429, { error: { code: 'rate_limit_exceeded', type: 'tokens' } }, 'engine.fault.busy', busy],
  [429, { error: 'Slowdown: 80 per 1 minute' }, 'engine.fault.busy', busy],
  [503, '', 'engine.fault.busy', busy],
  [529, '', 'engine.fault.busy', busy],
  [401, { error: { code: 'invalid_api_key' } }, 'engine.fault.key', stop],
  [403, { error: 'Invalid API key' }, 'engine.fault.key', stop],
  [404, { error: { code: 'model_not_found' } }, 'engine.fault.request', { ...stop, hint: notFound }],
  [400, { error: { code: 'unsupported_value' } }, 'engine.fault.request', { ...stop, hint: undefined }],
  [400, { error: 'xx is not supported' }, 'engine.fault.request', stop],
  [307, '', 'engine.fault.redirect', stop],
  [500, { error: { code: 'context_length_exceeded' } }, 'engine.fault.server', { billing: 'unknown', remedy: 'again' }],
  [502, '<html>', 'engine.fault.server', { billing: 'unknown', remedy: 'again' }],
])('%i %j is %s', (status, body, id, expected) => {
  expect(faultOf(status, body)).toMatchObject({ ...expected, text: { id } });
});

const words = 'temperature does not support 0 with this model.';
test.each<readonly [body: unknown, told: string]>([
  [{ message: words }, `: ${words}`],
  [{ error: words }, `: ${words}`],
  [{ error: { message: words, code: 'unsupported_value' } }, `: ${words}`],
  [{ error: { message: words }, message: 'other' }, `: ${words}`],
  [{ error: { message: { text: words } } }, ''],
  [{ detail: words }, ''],
  [[words], ''],
  ['null', ''],
  [words, ''],
  [{ error: { message: 'You sent Ein geheimer Satz.' } }, ''],
  [{ error: 'Key k3y-0f-m1ne is wrong' }, ''],
  [{ error: `\u001b[2J${'x'.repeat(300)}` }, `:  [2J${'x'.repeat(196)}`],
])('of %j is told %j', (body, told) => {
  expect(faultOf(400, body).text.values?.words).toBe(told);
});
