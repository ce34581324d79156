import { createRequire } from 'node:module';

/** Of the package. */
export const version: string = createRequire(import.meta.url)('../package.json').version;
