import type { Range } from '../../model.ts';

/**
 * What an HTML tokenizer sees, as ranges that lie one behind the other and cover the text.
 *
 * `comment`: comments, declarations, processing instructions and statements of template languages; `template`: what a
 * template language puts into the text; `content`: of an element that is not read (script, style, svg …); `title`: of
 * `title`, where nothing but references is markup; `rest`: up to the end of the text, because nothing ends it.
 */
export interface Token extends Range {
  readonly kind: 'text' | 'open' | 'close' | 'comment' | 'template' | 'content' | 'title' | 'rest';
  /** Of a tag, lower case; of a rest, that of the element whose content it is. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** Ends with `/>`. */
  readonly selfClosing: boolean;
}

/** Its range is that of the value, without quotes. */
export interface Attribute extends Range {
  /** Lower case. */
  readonly name: string;
  readonly nameStart: number;
  /** As it is written. */
  readonly value: string;
  /** `''`: unquoted; `undefined`: no value. */
  readonly quote: '"' | "'" | '' | undefined;
}

export function plainToken(kind: Token['kind'], start: number, end: number): Token {
  return { kind, start, end, name: '', attributes: none, selfClosing: false };
}

const none: readonly Attribute[] = [];
