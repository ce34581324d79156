/** Signs of a glob that others are not made of: a set, or an order to leave something out. */
export function isGlob(glob: string): boolean {
  return glob !== '' && !/^!|[[\]]/.test(glob);
}

/** A glob as a regular expression: `*` and `?` stay within a name, `**` is any folders, `\` takes the next sign as it is. */
export function globSource(glob: string): string {
  return glob.replace(/(?<=^|\/)\*\*\/|(?<=^|\/)\*\*$|\*+|\\?./gsu, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**' && glob.endsWith('**')) return '.*';
    if (part.startsWith('*')) return '[^/]*';
    return part === '?' ? '[^/]' : literal(part.length > 1 && part.startsWith('\\') ? part.slice(1) : part);
  });
}

const literal = (sign: string): string =>
  /[\p{L}\p{N}/]/u.test(sign) ? sign : `\\x{${sign.codePointAt(0)?.toString(16)}}`;
