/** All that the pure folders use of Node: they compile without its types. */
declare module 'node:crypto' {
  export function hash(algorithm: 'sha256', text: string): string;
}
