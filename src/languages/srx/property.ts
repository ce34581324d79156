import { notUnderstood } from './pattern-fault.ts';

/**
 * A property of ICU (`Lu`, `uppercase letter`, `IsGreek`, `Script=Hangul`, `Punct`) as `v` mode has it. ICU does not care
 * for case, blanks and underscores in names.
 */
export function propertySource(name: string, part: string): string {
  const [key = '', value] = name.split('=', 2);
  if (value !== undefined) return firstKnown([`${keyOf(key)}=${titled(value)}`, `${keyOf(key)}=${value.trim()}`], part);
  const posix = posixClasses[folded(key)];
  if (posix !== undefined) return posix;
  const bare = key.trim().replace(/^is_?/i, '');
  return firstKnown([bare, titled(bare), `Script=${titled(bare)}`, key.trim()], part);
}

/** `[:alpha:]`; any other name is a property. */
export function posixSource(name: string, part: string): string {
  return name.startsWith('^') ? `[^${propertySource(name.slice(1), part)}]` : propertySource(name, part);
}

const posixClasses: Readonly<Record<string, string>> = {
  alnum: '[\\p{Alphabetic}\\p{Nd}]',
  alpha: '\\p{Alphabetic}',
  blank: '[\\t\\p{Zs}]',
  cntrl: '\\p{Cc}',
  digit: '\\p{Nd}',
  graph: '[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]',
  lower: '\\p{Lowercase}',
  print: '[^\\p{Cc}\\p{Cs}\\p{Cn}]',
  punct: '\\p{P}',
  space: '\\p{White_Space}',
  upper: '\\p{Uppercase}',
  word: '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u{200c}\\u{200d}]',
  xdigit: '\\p{Hex_Digit}',
  all: '\\p{Any}',
};

const keys: Readonly<Record<string, string>> = {
  gc: 'gc',
  generalcategory: 'gc',
  sc: 'sc',
  script: 'sc',
  scx: 'scx',
  scriptextensions: 'scx',
};

const keyOf = (key: string): string => keys[folded(key)] ?? key;

const folded = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** `uppercase letter` → `Uppercase_Letter`. */
function titled(name: string): string {
  const words = name.trim().split(/[\s_]+/);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()).join('_');
}

function firstKnown(names: readonly string[], part: string): string {
  const known = names.find(isKnown);
  if (known === undefined) throw notUnderstood(part);
  return `\\p{${known}}`;
}

function isKnown(name: string): boolean {
  if (!/^\w+(?:=\w+)?$/.test(name)) return false;
  try {
    return new RegExp(`\\p{${name}}`, 'u').test('') || true;
  } catch {
    return false;
  }
}
