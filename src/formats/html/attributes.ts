import type { Unit } from '../../model.ts';
import { isTornTemplate } from './template.ts';
import type { Attribute, Token } from './token.ts';
import { plainTokensOf } from './tokens.ts';
import { hasWords, trimmed } from './words.ts';

/** The attributes of a start tag that are read by people; `extra` names others: `data-tip`, `card.label`. */
function readAttributes(tag: Token, extra: readonly string[]): readonly Attribute[] {
  if (tag.kind !== 'open' || tag.attributes.length === 0) return [];
  return tag.attributes.filter(
    ({ name, value, quote }) =>
      quote !== undefined &&
      value !== '' &&
      (isRead(tag, name) || extra.includes(name) || extra.includes(`${tag.name}.${name}`)) &&
      isText(value),
  );
}

/** Those that are read as part of the text that the tag stands in: without quotes a value cannot get any. */
export function inlineAttributes(tag: Token, extra: readonly string[]): readonly Attribute[] {
  return readAttributes(tag, extra).filter(({ quote, value }) => quote !== '' && !/[{<]/.test(value));
}

/** The values of all of them, each as a unit. */
export function attributeUnits(text: string, tag: Token, extra: readonly string[]): readonly Unit[] {
  return readAttributes(tag, extra).map((attribute) => ({
    ...trimmed(text, attribute),
    kind: 'attribute',
    key: keyOf(tag, attribute),
    style: attribute.quote === '"' ? 'html-double' : attribute.quote === "'" ? 'html-single' : 'html-unquoted',
  }));
}

function keyOf(tag: Token, { name }: Attribute): string {
  return `${tag.name} ${tag.name === 'meta' ? (metaName(tag) ?? name) : name}`;
}

/** Words that are not a template's; nothing where a template begins and does not end. */
function isText(value: string): boolean {
  const range = { start: 0, end: value.length };
  if (!/[{<]/.test(value)) return hasWords(value, range, 'attribute');
  const texts = plainTokensOf(value).filter(({ kind }) => kind === 'text');
  return (
    texts.some((token) => hasWords(value, token, 'attribute')) &&
    !texts.some(({ start, end }) => isTornTemplate(value.slice(start, end)))
  );
}

function isRead(tag: Token, name: string): boolean {
  if (anywhere.has(name)) return name !== 'title' || !sheets.has(tag.name);
  if (name === 'content') return tag.name === 'meta' && metaNames.has(metaName(tag) ?? '');
  if (name === 'value') return tag.name === 'input' && buttons.has(writtenValue(tag, 'type') ?? '');
  return onlyOn.get(name)?.includes(tag.name) ?? false;
}

const metaName = (tag: Token): string | undefined => writtenValue(tag, 'name') ?? writtenValue(tag, 'property');

function writtenValue({ attributes }: Token, name: string): string | undefined {
  return attributes
    .find((attribute) => attribute.name === name)
    ?.value.trim()
    .toLowerCase();
}

const anywhere: ReadonlySet<string> = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
]);

/** There a title chooses between style sheets. */
const sheets: ReadonlySet<string> = new Set(['link', 'style']);

const onlyOn: ReadonlyMap<string, readonly string[]> = new Map([
  ['abbr', ['th']],
  ['label', ['menuitem', 'optgroup', 'option', 'track']],
  ['summary', ['table']],
]);

const buttons: ReadonlySet<string> = new Set(['button', 'reset', 'submit']);

const metaNames: ReadonlySet<string> = new Set([
  'abstract',
  'apple-mobile-web-app-title',
  'application-name',
  'description',
  'keywords',
  'og:description',
  'og:image:alt',
  'og:site_name',
  'og:title',
  'title',
  'twitter:description',
  'twitter:image:alt',
  'twitter:title',
]);
