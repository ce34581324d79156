import { controlCharacter } from '../control-characters.ts';

/**
 * Whether a plain scalar is a text for every reader of YAML: none of the core schema's null, booleans and numbers
 * (YAML 1.2.2, 10.3.2), nor of those and the dates that YAML 1.1 knew and many readers still do.
 */
export function readsAsText(plain: string): boolean {
  return plain !== '' && !other.test(plain) && !number.test(plain) && !date.test(plain);
}

const other = /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.inf|\.nan)$/i;

const number =
  /^[-+]?(?:0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\.[0-9_]+(?:e[-+]?[0-9]+)?)$/i;

const date =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:t|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?[ \t]*(?:z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?)?$/i;

/** Whether a text may stand without quotes between block indicators, and reads as it stands. */
export function staysPlain(text: string): boolean {
  return readsAsText(text) && !odd.test(text) && !controlCharacter.test(text);
}

/** Whether it may inside of `[…]` and `{…}`. */
export function staysPlainInFlow(text: string): boolean {
  return staysPlain(text) && !/[,[\]{}]|^[-?:]$|:$/.test(text);
}

/** An indicator at its start, `: `, ` #`, blanks around it, the marker of a document. */
const odd = /^[-?:](?=\s|$)|^[\s,[\]{}#&*!|>'"%@`]|:(?=\s|$)|\s#|\s$|^(?:---|\.\.\.)(?=\s|$)/;
