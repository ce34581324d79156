import { foundTag, tagSource } from './catalog-tags.ts';
import type { FoundCode } from './pair-codes.ts';

/** How the texts of a catalog are filled in, where it is not by ICU messages. */
export type Filling = 'plain' | 'printf' | 'numbered' | 'shell';

/** Tags and placeholders of a text. A brace that is part of none stands alone, so that no answer may add one. */
export function findPlaceholders(text: string, filling: Filling): readonly FoundCode[] {
  return Array.from(text.matchAll(patterns[filling]), ({ 0: written, index }): FoundCode => {
    if (written.startsWith('<') && written.endsWith('>')) return foundTag(written, index);
    const range = { start: index, end: index + written.length };
    return filling === 'printf' && written === '%%'
      ? { ...range, kind: 'escape', reads: '%' }
      : { ...range, kind: 'alone' };
  });
}

/** Every pattern starts at a rare sign and ends before the next of its kind, so that each sign is looked at once or twice. */
const braced = [
  String.raw`\{\{[^{}\n]*\}\}`,
  String.raw`\$t\([^()\n]*\)`,
  String.raw`[$%]\{[^{}\n]*\}`,
  String.raw`\{[\w.@:$\[\]!<>=^+*#\-]*\}`,
  String.raw`\{\s*[\w.]+\s*(?:,[^{}\n]*)?\}`,
];

/** `@:key` and `@.lower:key` of Vue, `$NAME$` and `$1` of browsers' and wikis' messages. */
const named = [String.raw`@(?:\.[a-z]+)?:[\w.]*\w`, String.raw`@:\([^()\n]*\)`, String.raw`\$\w+\$|\$\d(?![\d.,])`];

/** What cannot be sent anywhere (U+2400 …, U+FFFD: see a format's `folds`), and braces of no placeholder. */
const rest = [String.raw`[{}]`, String.raw`[\u2400-\u241F\uFFFD]`];

const conversion = String.raw`(?:\d+\$)?[-+#0]*(?:[1-9]\d*)?(?:\.\d+)?(?:hh?|ll?|[Lqjzt])?[diouxXeEfFgGaAcCsSp@]`;

/** In prose: `%s`, but neither `70 % der` nor `70%iges`; `%(name)s`. */
const cautious = [
  String.raw`(?<![\p{N}%])%${conversion}(?![\p{L}\p{N}_])`,
  String.raw`%\([\w.\-]+\)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]`,
];

/** Where a file says that a text is such a pattern: all of C, Python, PHP, Perl, Tcl, Ruby; `%<PRIu64>` is gettext's. */
const exact = [
  '%%',
  String.raw`%\([^()\n]*\)[-+ #0]*\d*(?:\.\d+)?[hlL]?[a-zA-Z]`,
  String.raw`%<[^<>\s]*>[a-zA-Z]?`,
  String.raw`%(?:\d+\$)?[-+ #0I]*(?:\*(?:\d+\$)?|\d+)?(?:\.(?:\*(?:\d+\$)?|\d*))?(?:<\w+>|(?:hh?|ll?|[Lqjzt])?[a-zA-Z@])`,
];

const patterns: Readonly<Record<Filling, RegExp>> = {
  plain: union(cautious),
  printf: union(exact),
  numbered: union([String.raw`%L?\d{1,2}%?|%n`]),
  shell: union([String.raw`\$\w+`]),
};

function union(own: readonly string[]): RegExp {
  return new RegExp([tagSource, ...braced, ...own, ...named, ...rest].join('|'), 'gu');
}
