/** HTML entities and numeric character references, `&amp;` `&#39;` `&#x27;`. */
export function findEntities(text: string): readonly string[] {
  return text.match(/&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/gu) ?? [];
}

/** Decodes one level of what translation engines produce; other entities stay. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/gu, (entity) => {
    const name = entity.slice(1, -1);
    return named[name] ?? character(name) ?? entity;
  });
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

function character(name: string): string | undefined {
  const code = /^#[xX]/u.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
