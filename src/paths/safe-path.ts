/** Never looked into, for reading or writing. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.toLowerCase() === 'node_modules';
}

/**
 * Whether a translation may be written there: below the root, and nowhere where others run, read or trust what they find
 * (git's and GitHub's folders, dotfiles, packages, originals, wordferry's own files). Disks that ignore case are minded.
 */
export function isOutputPlace(path: string): boolean {
  const parts = path.toLowerCase().split('/');
  const isPlain = parts.every((part) => part !== '' && !isHidden(part)) && !/[\p{Cc}\\]/u.test(path);
  const isTaken = /^source-[a-z]{2,3}(?:$|-)/.test(parts[0] ?? '') || ownFiles.has(path.toLowerCase());
  return isPlain && !isTaken && !packages.has(parts.at(-1) ?? '');
}

/** Files at the root that are no documents, whatever reads their format. */
export const ownFiles: ReadonlySet<string> = new Set(['wordferry.yaml', 'glossary.yaml']);

const packages: ReadonlySet<string> = new Set(['package.json', 'package-lock.json']);

/**
 * The first name of a path that Windows cannot store: a device's, with any extension, or one with a dot or blank at its
 * end (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
export function unstorableName(path: string): string | undefined {
  return unstorable.exec(path)?.[1];
}

const unstorable = /(?:^|\/)((?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?:\.[^/]*)?|[^/]*[. ])(?=\/|$)/i;

/** Equal for two paths that are one file where the disk ignores case or how accents are stored. */
export function foldedPath(path: string): string {
  // Most paths are ASCII.
  return /^[\0-\x7f]*$/.test(path)
    ? path.toLowerCase()
    : [...path.normalize('NFC')].map(foldedSign).join('').normalize('NFC');
}

/** Simple case folding, as file systems do it: σ and ς are one sign, ß and ss are not. */
function foldedSign(sign: string): string {
  const upper = sign.toUpperCase();
  return [...upper].length === 1 ? upper.toLowerCase() : sign.toLowerCase();
}
