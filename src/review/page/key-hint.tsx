/** The key that does the same, for eyes alone: `aria-keyshortcuts` tells the others. */
export function KeyHint({ of }: { readonly of: string }) {
  return <span class="key" data-key={of} />;
}
