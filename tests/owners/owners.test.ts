import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isOneOf, isOwner, ownersOf, ownersOfPerson, type Platform, platforms } from '../../src/owners/index.ts';
import { expectLinear } from '../expect-linear.ts';

interface Case {
  readonly name: string;
  readonly platform: Platform;
  readonly file: string;
  readonly unread?: readonly number[];
  readonly owners: Readonly<Record<string, readonly string[]>>;
}

const cases: readonly Case[] = parse(readFileSync('tests/owners/owners.yaml', 'utf8'));

describe.each(cases)('$name', ({ platform, file, unread = [], owners }) => {
  const read = platforms[platform].read(file);

  test.each(Object.entries(owners))('%s', (paths, expected) => {
    expect(ownersOf(read, paths.split('|'))).toEqual(expected);
  });

  test('lines that are not understood', () => expect(read.unread).toEqual(unread));
});

test.each<readonly [string, readonly string[]]>([
  ['Anna Weber <anna@example.org>', ['anna@example.org']],
  ['anna <7+anna-w@users.noreply.github.com>', ['7+anna-w@users.noreply.github.com', '@anna-w']],
  ['anna <anna@users.noreply.github.com>', ['anna@users.noreply.github.com', '@anna']],
  ['anna@example.org', ['anna@example.org']],
  ['@anna', ['@anna']],
  ['@house/korean', ['@house/korean']],
  ['Anna', []],
  ['Kim <kim@example.org> and @anna', []],
])('git names %s', (person, owners) => expect(ownersOfPerson(person)).toEqual(owners));

test.each([
  ['@anna', true],
  ['@house/korean', true],
  ['a@b.org', true],
  ['@@maintainer', true],
  ['anna', false],
  ['@', false],
  ['@a @b', false],
  ['', false],
])('%s is an owner: %s', (text, expected) => expect(isOwner(text)).toBe(expected));

test('logins do not tell capitals apart', () => expect(isOneOf(['@Anna'], ['@x', '@anna'])).toBe(true));

test.each<readonly [Platform, string]>([
  ['github', `${'*a'.repeat(40)}b @x`],
  ['github', `${'**/a/'.repeat(40)}b @x`],
  ['gitlab', `${'*a'.repeat(40)}b @x`],
  ['forgejo', '(a|a)*(a*)*b @x'],
])('a hostile line for %s takes no longer than the path has signs: %s', (platform, line) => {
  const read = platforms[platform].read(line);
  const names = ['a', 'a/a'].map((name) => name.repeat(60));
  expectLinear((count) => {
    for (let at = 0; at < count; at += 1) expect(ownersOf(read, [names[at % 2] ?? ''])).toEqual([]);
  }, 50);
});
