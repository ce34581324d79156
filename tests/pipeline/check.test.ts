import { describe, expect, test } from 'vitest';
import { noCheckSettings } from '../../src/checks/settings.ts';
import { text } from '../../src/formats/text.ts';
import { createTermFinder } from '../../src/glossary/find.ts';
import type { Entry } from '../../src/model.ts';
import { checkEntries } from '../../src/pipeline/checking/check.ts';

const settings = { checks: noCheckSettings };
const finder = createTermFinder({ entries: [] });
const checksOf = (...entries: readonly Partial<Entry>[]) =>
  checkEntries(
    entries.map((entry) => ({ source: 'Er kam.', target: 'He came.', state: 'translated', ...entry })),
    { languages: { source: 'de', target: 'en' }, finder, settings, format: text, unitOf: () => undefined },
  ).map(({ check, entry }) => `${check} ${entry.target}`);

describe('what an entry is checked for', () => {
  const number = { source: 'Er kam 3 Mal.', target: 'He came 4 times.' };

  test('nothing that it ignores, and nothing where there is no target', () => {
    expect(checksOf(number)).toEqual(['number_mismatch He came 4 times.']);
    expect(checksOf({ ...number, ignore: ['quote_style', 'number_mismatch'] })).toEqual([]);
    expect(checksOf({ ...number, target: '', state: 'initial' })).toEqual([]);
    expect(checksOf({ ...number, target: '' })).toEqual(['empty_target ']);
  });

  test('a heading needs no full stop, wherever in it; the next paragraph does', () => {
    const bare = { source: 'Er kam.', target: 'He came' };
    const heading = { ...bare, unit: 'heading nav.home' };
    expect(checksOf({ ...bare, unit: 'paragraph' })).toEqual(['end_punctuation He came']);
    expect(checksOf(heading, bare)).toEqual([]);
    expect(checksOf(heading, { ...bare, unit: 'paragraph' })).toEqual(['end_punctuation He came']);
  });

  test('a joined group is one sentence', () => {
    const joined: Partial<Entry> = { source: 'Sie ging 3 Mal.', target: '', state: 'reviewed', joined: true };
    expect(checksOf({ target: 'He came, and she went 3 times.' }, joined)).toEqual([]);
    expect(checksOf({ target: 'He came, and she went.' }, joined)).toHaveLength(1);
  });

  test('straight quotation marks are wrong where the document has curly ones; an apostrophe is none', () => {
    const straight = { source: 'Er sagte „Ja“.', target: 'He said "yes".' };
    expect(checksOf(straight, { target: 'Don’t come.' })).toEqual([]);
    const marks = ['quote_style He said "yes".', 'quote_style He said "yes".'];
    expect(checksOf(straight, { source: '„Komm nicht.“', target: '“Don’t come.”' })).toEqual(marks);
  });

  test('a Korean sentence ends as most of its document do; of as many, as the first', () => {
    const register = (...targets: readonly string[]) =>
      checkEntries(
        targets.map(
          (target, at): Entry => ({ source: ['Er kam.', 'Er ging.', 'Er stand.'][at], target, state: 'translated' }),
        ),
        { languages: { source: 'de', target: 'ko' }, finder, settings, format: text, unitOf: () => undefined },
      )
        .filter(({ severity }) => severity !== 'info')
        .map(({ check, entry }) => `${check} ${entry.target}`);
    expect(register('그가 왔다.', '그가 갔다.', '그가 섰습니다.')).toEqual(['ko_style 그가 섰습니다.']);
    expect(register('그가 왔습니다.', '그가 갔다.', '그가 섰어요.')).toEqual(['ko_style 그가 갔다.']);
    expect(register('그가 왔습니다.', '그가 갔다.')).toEqual(['ko_style 그가 갔다.']);
    expect(register('그가 왔다.', '“그가 갔습니다.”', '그의 결정.')).toEqual([]);
  });
});
