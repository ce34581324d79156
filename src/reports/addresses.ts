import type { Place } from '../model.ts';

/** Where a report leads, on the platform that shows it. */
export interface Addresses {
  /** Where a line is edited: `{path}` and `{line}` stand for it. */
  readonly edit?: string | undefined;
  /** Where all of the report is. */
  readonly whole?: string | undefined;
}

/** Undefined: there is no such page, or the address is none of the web's. */
export function editAddress({ file, line }: Pick<Place, 'file' | 'line'>, { edit }: Addresses): string | undefined {
  if (edit === undefined) return undefined;
  const path = file.split('/').map(encodeURIComponent).join('/');
  return webAddress(edit.replaceAll('{path}', () => path).replaceAll('{line}', `${line}`));
}

/** With what no address has as its signs encoded; undefined for what is none of the web's. */
export function webAddress(address: string): string | undefined {
  if (!/^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#]|$)/i.test(address)) return undefined;
  return address.toWellFormed().replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, encodeURIComponent);
}
