/**
 * Where a text has what looks like a key: DeepL's, OpenAI's and their like, GitHub's. Keys are for the environment;
 * whoever can read a repository could spend with one in it.
 */
export function keyIn(text: string): number | undefined {
  const at = text.search(keys);
  return at < 0 ? undefined : at;
}

const keys =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:fx\b|\bsk-[A-Za-z0-9_-]{20,200}|\bgh[pousr]_[A-Za-z0-9]{30,200}|\b(?:api[-_]?key|auth[-_]?key|token|secret)["']? *[:=] *["']?[A-Za-z0-9_-]{16,200}/i;
