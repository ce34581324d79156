import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactor } from '../../src/reports/redact.ts';

test.each([
  ['DEEPL_API_KEY', 'k3y-0f-m1ne:fx', 'Wrong key k3y-0f-m1ne:fx!', 'Wrong key ***!'],
  ['GITHUB_TOKEN', 'ghs_abcdefgh', 'https://x?t=ghs_abcdefgh', 'https://x?t=***'],
  ['WORDFERRY_LLM_KEY', 'a"b\\c/defg', JSON.stringify({ message: 'a"b\\c/defg' }), '{"message":"***"}'],
  ['LIBRETRANSLATE_KEY', 'a/b+c=defg', encodeURIComponent('a/b+c=defg'), '***'],
  ['PATH', '/usr/local/bin', '/usr/local/bin/x', '/usr/local/bin/x'],
  ['MY_KEY', 'short', 'a short text', 'a short text'],
  ['MONKEY', 'banana-banana', 'banana-banana', 'banana-banana'],
])('%s=%s: %s → %s', (name, value, text, expected) => {
  expect(redactor({ [name]: value })(text)).toBe(expected);
});

test('no key is in anything that is shown, whatever it is and whatever is around it', () => {
  const key = fc.stringMatching(/^[!-~]{8,60}$/);
  fc.assert(
    fc.property(key, key, fc.string(), fc.string(), (one, two, before, after) => {
      const shown = redactor({ A_KEY: one, B_TOKEN: two })(`${before}${one}${after}${two}${JSON.stringify(one)}`);
      expect(shown.replaceAll('***', '\0')).not.toContain(one);
      expect(shown.replaceAll('***', '\0')).not.toContain(two);
    }),
    { seed: 1 },
  );
});
