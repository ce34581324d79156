import { blank } from '../languages/protected/blank.ts';
import { maskCodeSpans } from '../languages/protected/code-spans.ts';
import { protectedPatterns } from '../languages/protected/patterns.ts';
import { sign, signsOf } from '../languages/signs.ts';
import type { Check, CheckedPair, MarkupNode } from '../model.ts';
import { mismatches } from './mismatch.ts';

/** A target has the addresses, e-mail addresses and destinations of links of its source, character for character. */
export const urlMismatch: Check = {
  id: 'url_mismatch',
  check(pair) {
    const signs = signsOf(pair);
    if (((signs.source | signs.target) & mayHave) === 0) return [];
    const { source, target, links = {} } = pair;
    const found = addressesOf(target);
    const names = new Set(found.map(({ name }) => name));
    // A longer prefix, an image or a file may keep the source's address.
    const wanted = addressesOf(source).map((address) => {
      const mapped = inTarget(address.name, links);
      return names.has(mapped) ? { ...address, name: mapped } : address;
    });
    return mismatches('url_mismatch', wanted, found);
  },
};

/** Also inside tags and behind link texts. Punctuation and Korean particles after an address are none of it. */
function addressesOf(text: string): readonly MarkupNode[] {
  const found: MarkupNode[] = [];
  let rest = maskCodeSpans(text);
  for (const pattern of patterns) {
    rest = rest.replace(pattern, (written, start: number) => {
      const name = written.replace(/^<|>$/g, '');
      if (name !== '') found.push({ name, start, end: start + written.length });
      return blank(written);
    });
  }
  return found;
}

const mayHave = sign.code | sign.link | sign.web;

/** The attributes of HTML that hold addresses. */
const attribute = /(?<=\s(?:href|src)\s*=\s*["'])[^"'<>]+/gi;

/** What contains an address before the address. */
const patterns: readonly RegExp[] = [
  protectedPatterns.link.pattern,
  attribute,
  protectedPatterns.url.pattern,
  protectedPatterns.email.pattern,
];

function inTarget(address: string, links: NonNullable<CheckedPair['links']>): string {
  const [from, to] = Object.entries(links).find(([prefix]) => address.startsWith(prefix)) ?? ['', ''];
  return to + address.slice(from.length);
}
