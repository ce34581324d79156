import { expect, test } from 'vitest';
import { reveals } from '../../src/engines/reveals.ts';
import { expectLinear } from '../expect-linear.ts';

const key = 'K3y "of\\&ours';

test.each<readonly [string, string, boolean]>([
  ['as it stands', `a${key}b`, true],
  ['in JSON', JSON.stringify({ text: key }), true],
  ['in JSON within JSON', JSON.stringify({ content: JSON.stringify({ text: `a ${key}` }) }), true],
  ['in other escapes', Array.from(key, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`).join(''), true],
  ['as entities', Array.from(key, (sign) => `&#${sign.charCodeAt(0)};`).join(''), true],
  ['with a Kelvin sign', key.replace('K', '\u212a'), true],
  ['in an address', encodeURIComponent(key), true],
  ['in base64', Buffer.from(key).toString('base64'), true],
  ['in hex', Buffer.from(key).toString('hex'), true],
  ['half of it', key.slice(0, 6), false],
  ['another one', JSON.stringify({ text: key.replace('o', '0') }), false],
])('a key %s: %j is %j', (_, answer, revealed) => {
  expect(reveals(answer, key)).toBe(revealed);
});

test('what is too short to be secret may be a word of an answer', () => {
  expect(reveals('no ollama', 'ollama')).toBe(false);
  expect(reveals('undefined', undefined)).toBe(false);
});

test.each(['\\', '&#', '\\u00', '&amp;', 'a'])('%j many times takes no longer for each of them', (piece) => {
  expectLinear((count) => reveals(piece.repeat(count), key), 20_000);
});
