import type { Unit } from '../../model.ts';

/**
 * How a unit's text is written, its `style` in HTML: `html-text`; `html-mixed`, where values of attributes stand in the
 * text, so that quotation marks are markup; `html-title`, where no tags are; and values of attributes by their quotes.
 * A text's style goes on with the names of further attributes that are read: `html-mixed data-tip`.
 */
export type Style = 'html-text' | 'html-mixed' | 'html-title' | 'html-double' | 'html-single' | 'html-unquoted';

export function styleOf({ style = 'html-text' }: Unit): Style {
  const [own = ''] = style.split(' ', 1);
  return styles.find((known) => known === own) ?? 'html-text';
}

export const isMarkup = (style: Style): boolean => style === 'html-text' || style === 'html-mixed';

export function withExtra(style: Style, extra: readonly string[]): string {
  return [style, ...extra].join(' ');
}

export function extraOf({ style = '' }: Unit): readonly string[] {
  return style.includes(' ') ? style.split(' ').slice(1) : [];
}

const styles: readonly Style[] = [
  'html-text',
  'html-mixed',
  'html-title',
  'html-double',
  'html-single',
  'html-unquoted',
];
