import { expect, test } from 'vitest';
import { isGlob } from '../../src/paths/globs.ts';
import { templateProblem } from '../../src/paths/template.ts';

test.each([
  'docs/**/*.md',
  '**',
  'README.md',
  'docs/',
  '{docs,blog}/{de,at}/**',
  'a/{b/c,d}/*.md',
  'kapitel-{1..3}/*.md',
  'src/(group)/[[]slug]/+page.md',
  '!wichtig.md',
  '[a-z]*.md',
])('include: %s', (glob) => {
  expect([isGlob(glob, 'include'), isGlob(glob, 'exclude')]).toEqual([true, true]);
});

test.each([
  '../x/**',
  'docs/../../x',
  '/etc/**',
  './docs/**',
  'docs//x',
  '',
  '/',
  'C:\\docs\\**',
  'a/{b,../c}/**',
  'a\n',
  'a\u0000',
  '{a,b}'.repeat(7),
  'a'.repeat(1001),
])('not include: %j', (glob) => {
  expect([isGlob(glob, 'include'), isGlob(glob, 'exclude')]).toEqual([false, false]);
});

test.each(['.vitepress/**', 'docs/.x/*.md', 'node_modules/x/**', '{docs,.git}/**'])('only exclude: %s', (glob) => {
  expect([isGlob(glob, 'include'), isGlob(glob, 'exclude')]).toEqual([false, true]);
});

test.each([
  '{lang}/{path}',
  'i18n/{lang}/docusaurus-plugin-content-docs/current/{path}',
  '{dir}/{name}.{lang}.{ext}',
  '{dir}/{lang}/{name}.{lang}.{ext}',
  'values-{lang}/strings.xml',
  'x/{dir}/{name}_{lang}.{ext}',
  'Übersetzungen/{lang}/{path}',
])('target: %s', (template) => {
  expect(templateProblem(template, 'target')).toBeUndefined();
});

test.each([
  '',
  'out/{path}',
  'out/{lang}{path}',
  'out/x{lang}/{path}',
  'out/{lang}x/{path}',
  'out/{lang}/{path}/{path}',
  'out/{lang}/{locale}/{path}',
  'out/{lang}/{path',
  'out/{lang}/path}',
  'out/{lang}/{{path}}',
  'out/{lang}/{name}{ext}',
  'out/{lang}/{dir}.{name}',
  'out/{lang}/x-{dir}/{name}',
  `${'a/'.repeat(500)}{lang}/{path}`,
])('not target: %j', (template) => {
  expect(templateProblem(template, 'reviews')?.id).toBe('settings.template');
});

test.each([
  '../{lang}/{path}',
  'a/../{lang}/{path}',
  '/{lang}/{path}',
  './{lang}/{path}',
  'a//{lang}/{path}',
  'a\\{lang}/{path}',
  '.git/{lang}/{path}',
  '.GitHub/{lang}/{path}',
  'a/.{lang}/{path}',
  'Node_Modules/{lang}/{path}',
  'source-de/{lang}/{path}',
  'SOURCE-fr/{lang}/{path}',
  '{lang}/package.json',
  '{lang}/{dir}/Package.JSON',
])('nothing is written to %s', (template) => {
  expect(templateProblem(template, 'target')).toEqual({
    id: 'settings.template.place',
    values: { key: 'target', template },
  });
});
