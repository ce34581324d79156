import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { baseOf, checkedAddress, checkedKey, requiredAddress, requiredKey } from '../../src/engines/access.ts';
import { createDeepL } from '../../src/engines/deepl.ts';
import { createLibreTranslate } from '../../src/engines/libretranslate.ts';
import { createLlm } from '../../src/engines/llm.ts';
import { UserError } from '../../src/errors.ts';
import type { Engine, MessageId } from '../../src/model.ts';

function errorOf(work: () => unknown): UserError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }
}

describe('a key', () => {
  test.each(['secret\r\nx: y', 'secret secret', 'secret\n', 'secret\u0000', 'secret–ö', '\u00A0secret', '\tsecret'])(
    '%j is none',
    (value) => {
      const error = errorOf(() => checkedKey({ name: 'THE_KEY', value }));
      expect(error).toMatchObject({ text: { id: 'engine.bad_key', values: { variable: 'THE_KEY' } }, status: 2 });
      expect(inspect(error)).not.toContain('secret');
    },
  );
  test.each([undefined, ''])('%j is not there', (value) => {
    expect(checkedKey({ name: 'THE_KEY', value })).toBeUndefined();
    expect(errorOf(() => requiredKey({ name: 'THE_KEY', value }))?.text.id).toBe('engine.no_key');
  });
});

describe('an address', () => {
  test.each([
    'http://api.example.org',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://127.0.0.1@evil.example',
    'http://[::2]:1',
    'https://user:pass@api.example.org',
    'https://user@api.example.org',
    'https://api.example.org/#evil',
    'https://api.example.org/#',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'javascript:evil()',
    'api.example.org',
    'https://',
  ])('%s is none', (value) => {
    const error = errorOf(() => checkedAddress({ name: 'THE_URL', value }));
    expect(error).toMatchObject({ text: { id: 'engine.bad_address', values: { variable: 'THE_URL' } }, status: 2 });
    expect(inspect(error)).not.toMatch(/evil|pass|example/u);
  });
  test.each([
    'https://api.example.org',
    'https://api.example.org/v1/',
    'https://api.example.org/v1?api-version=2',
    'http://localhost:1',
    'http://127.0.0.1:1/v1',
    'http://[::1]:1',
  ])('%s is fine', (value) => {
    expect(checkedAddress({ name: 'THE_URL', value })?.href).toContain(value);
  });
  test.each([undefined, ''])('%j is not there', (value) => {
    expect(checkedAddress({ name: 'THE_URL', value })).toBeUndefined();
    expect(errorOf(() => requiredAddress({ name: 'THE_URL', value }))?.text.id).toBe('engine.no_address');
  });
  test('in the clear is fine where a person says so, for that very origin', () => {
    const addressAt = (value: string) =>
      checkedAddress({ name: 'THE_URL', value, allowHttp: ['http://house:5000'] })?.href;
    expect(addressAt('http://house:5000/v1')).toBe('http://house:5000/v1');
    for (const value of [
      'http://house',
      'http://house:5001/',
      'http://house:5000@evil.example/',
      'http://x.house:5000/',
    ])
      expect(errorOf(() => addressAt(value))?.text.id).toBe('engine.bad_address');
  });
  test('to which paths are added has no query, and no slash at its end', () => {
    const variable = { name: 'THE_URL', value: undefined };
    expect(baseOf(new URL('https://example.org/mt/'), variable)).toBe('https://example.org/mt');
    expect(errorOf(() => baseOf(new URL('https://example.org/?a'), variable))?.text.id).toBe('engine.bad_address');
  });
});

const llm = { url: 'https://llm.example/v1', key: 'k', model: 'm' };
test.each<readonly [MessageId, variable: string, () => Engine]>([
  ['engine.no_key', 'DEEPL_API_KEY', () => createDeepL({ key: undefined })],
  ['engine.bad_key', 'DEEPL_API_KEY', () => createDeepL({ key: 'a b' })],
  ['engine.bad_address', 'DEEPL_SERVER_URL', () => createDeepL({ key: 'k', serverUrl: 'https://x.example?a' })],
  ['engine.no_address', 'WORDFERRY_LLM_URL', () => createLlm({ ...llm, url: undefined })],
  ['engine.bad_address', 'WORDFERRY_LLM_URL', () => createLlm({ ...llm, url: 'http://llm.example' })],
  ['engine.no_key', 'WORDFERRY_LLM_KEY', () => createLlm({ ...llm, key: undefined })],
  ['engine.bad_key', 'WORDFERRY_LLM_KEY', () => createLlm({ ...llm, key: 'a b' })],
  ['engine.bad_key', 'WORDFERRY_LLM_KEY', () => createLlm({ ...llm, url: 'http://localhost:1', key: 'a\nb' })],
  ['engine.llm.no_model', 'WORDFERRY_LLM_MODEL', () => createLlm({ ...llm, model: undefined })],
  ['engine.no_address', 'LIBRETRANSLATE_URL', () => createLibreTranslate({ url: undefined, key: 'k' })],
  ['engine.bad_address', 'LIBRETRANSLATE_URL', () => createLibreTranslate({ url: 'http://mt.example' })],
  ['engine.bad_address', 'LIBRETRANSLATE_URL', () => createLibreTranslate({ url: 'https://mt.example?a' })],
  ['engine.bad_key', 'LIBRETRANSLATE_KEY', () => createLibreTranslate({ url: 'https://mt.example', key: 'a b' })],
])('%s: %s', (id, variable, make) => {
  expect(errorOf(make)).toMatchObject({ text: { id, values: { variable } }, status: 2 });
});

test('on this machine a model needs no key, elsewhere LibreTranslate may do without', () => {
  expect(createLlm({ url: 'http://localhost:11434/v1', model: 'm' }).id).toBe('llm');
  expect(createLibreTranslate({ url: 'https://mt.example' }).id).toBe('libretranslate');
});
