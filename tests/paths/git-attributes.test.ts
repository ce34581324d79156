import { describe, expect, test } from 'vitest';
import { attributeLines, withAttributes } from '../../src/paths/git-attributes.ts';
import { defaults, type Settings } from '../../src/settings.ts';

const textFor = (settings: Partial<Settings>, text = '') =>
  withAttributes(text, attributeLines({ ...defaults, targets: ['en', 'ko'], ...settings }));

const usual = `source-de/** -text
translations/** -text linguist-generated
translations/**/*.review.yaml -text -linguist-generated
`;

const review = '*.review.yaml -text -linguist-generated\n';

describe('translated files fold up, review files are shown', () => {
  test.each<readonly [string, Partial<Settings>, string]>([
    ['the usual layout', {}, usual],
    [
      'review files elsewhere',
      { reviews: 'reviews/{lang}/{path}' },
      `source-de/** -text\ntranslations/** -text linguist-generated\n${review}`,
    ],
    [
      'folders of a site',
      { include: ['docs/**'], target: 'i18n/{lang}/docs [x]/{path}' },
      `"i18n/en/docs \\\\[x\\\\]/**" linguist-generated\n"i18n/ko/docs \\\\[x\\\\]/**" linguist-generated\n${review}`,
    ],
    [
      'beside the originals',
      { include: ['content/**', 'blog/*.md', '*.txt'], targets: ['en'], target: '{dir}/{name}.{lang}.{ext}' },
      `content/**/*.en.* linguist-generated\nblog/**/*.en.* linguist-generated\n**/*.en.* linguist-generated\n${review}`,
    ],
  ])('%s', (_, settings, expected) => {
    expect(textFor(settings)).toBe(expected);
    expect(textFor(settings, expected)).toBe(expected);
  });
});

describe('what is there stays', () => {
  test.each([
    ['lines of others', '*.png binary', `*.png binary\n${usual}`],
    ['a choice of the user', `${usual.replace('-linguist', 'linguist')}`, `${usual.replace('-linguist', 'linguist')}`],
    ['all, without a last line break', usual.trimEnd(), usual.trimEnd()],
    [
      'what an earlier version wrote: the new line is above the one that counts more',
      'source-de/** -text\ntranslations/** -text\ntranslations/**/*.review.yaml linguist-generated=false\n',
      'source-de/** -text\ntranslations/** -text\ntranslations/** linguist-generated\ntranslations/**/*.review.yaml linguist-generated=false\ntranslations/**/*.review.yaml -text\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(textFor({}, text)).toBe(expected);
    expect(textFor({}, expected)).toBe(expected);
  });
});
