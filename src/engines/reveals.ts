import { decodeEntities } from './entities.ts';

/**
 * Whether an answer has the key in it that its request was sent with: as it stands, as we would read it (escaped in JSON,
 * in JSON within JSON, as entities), or in another spelling that anybody could read back.
 */
export function reveals(answer: string, key: string | undefined): boolean {
  if (key === undefined || key.length < leastLength) return false;
  const spellings = spellingsOf(key);
  let read = answer;
  return readings.some((next) => {
    read = next(read);
    return spellings.some((spelling) => read.includes(spelling));
  });
}

/** What is shorter is no secret, and may well be a word of a translation. */
const leastLength = 8;

/** One after the other, as texts on their way into a translation are, and once more: from JSON, from HTML. */
const readings: readonly ((text: string) => string)[] = [
  (text) => text,
  unescapeJson,
  unescapeJson,
  unescapeJson,
  decodeEntities,
  decodeEntities,
  (text) => text.normalize('NFC'),
];

function unescapeJson(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|(["\\/]))/gu, (_, code?: string, sign?: string) =>
    code === undefined ? (sign ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function spellingsOf(key: string): readonly string[] {
  const bytes = Buffer.from(key);
  const encoded = ['base64url', 'hex'] as const;
  const base64 = bytes.toString('base64').replace(/=+$/u, '');
  return [key, encodeURIComponent(key), base64, ...encoded.map((encoding) => bytes.toString(encoding))];
}
