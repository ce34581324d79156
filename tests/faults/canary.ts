import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seen } from './hostile-server.ts';

/** A key that nobody has by chance, with all signs that other spellings change. */
export function canaryKey(seed: number): string {
  let state = seed;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  const signs = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at));
  return `K${Array.from({ length: 31 }, () => signs[next() % signs.length]).join('')}"\\%&`;
}

/** Where the key is found, in any spelling that somebody could read back. */
export function findKey(key: string, places: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(places).flatMap(([place, text]) =>
    spellingsOf(key).some((spelling) => text.includes(spelling)) ? [place] : [],
  );
}

function spellingsOf(key: string): readonly string[] {
  const bytes = Buffer.from(key);
  const escaped = JSON.stringify(key).slice(1, -1);
  return [
    key,
    escaped,
    JSON.stringify(escaped).slice(1, -1),
    encodeURIComponent(key),
    bytes.toString('base64').replace(/=+$/u, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    key.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  ];
}

/** All of a request but the one header, or field of LibreTranslate, that a key is for. */
export function requestPlaces(seen: readonly Seen[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    seen.flatMap(({ url, headers, body }, at) => {
      const others = headers.filter((_, index) => !isOwn(headers[index - (index % 2)] ?? ''));
      return [
        [`address of request ${at}`, url],
        [`headers of request ${at}`, others.join('\n')],
        [`body of request ${at}`, body.replace(/,"api_key":"(?:[^"\\]|\\.)*"\}$/u, '}')],
      ];
    }),
  );
}

function isOwn(header: string): boolean {
  return ['authorization', 'api-key'].includes(header.toLowerCase());
}

/** All files below a folder, hidden ones too, and their names. */
export function filePlaces(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name), 'latin1') + name,
    ]),
  );
}
