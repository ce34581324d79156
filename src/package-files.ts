import { createRequire } from 'node:module';

/**
 * A file that comes with the program: `templates/action.yml`. This module stands at the top of `src/`, as the built program
 * does at the top of `dist/`: that is a few files, which no longer know where each part of it stood.
 */
export function packageFile(path: string): URL {
  return new URL(`./${path}`, import.meta.url);
}

/** What such a JSON file says. */
export function packageData(path: string): unknown {
  return createRequire(import.meta.url)(`./${path}`);
}

/** Whether this is the built program: JavaScript that a thread of its own can run. */
export const isBuilt = import.meta.url.endsWith('.js');

/** Changes with each byte of the built program; none while it is not built. */
export function buildId(): string | undefined {
  return isBuilt ? (packageData('build.json') as { readonly id: string }).id : undefined;
}
