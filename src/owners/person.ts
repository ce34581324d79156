/**
 * What CODEOWNERS may call somebody whom git names: `Anna <anna@example.org>` → the address; GitHub's address of those
 * who hide theirs, `7+anna@users.noreply.github.com`, also → `@anna`. In a trailer also `@anna`.
 */
export function ownersOfPerson(text: string): readonly string[] {
  const [address] = /[^\s<>@]+@[^\s<>@]+(?=>?\s*$)/.exec(text.slice(-400)) ?? [];
  const [login] = /^@[\w-]+(?:\/[\w.-]+)?$/.exec(text.trim()) ?? [];
  if (address === undefined) return login === undefined ? [] : [login];
  const [, hidden] = /^(?:\d+\+)?([\w-]+)@users\.noreply\.github\.com$/i.exec(address) ?? [];
  return hidden === undefined ? [address] : [address, `@${hidden}`];
}
