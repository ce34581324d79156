declare module 'commonmark-spec' {
  /** The examples of the specification; → is a tab. */
  export const tests: readonly { readonly markdown: string; readonly number: number }[];
}
