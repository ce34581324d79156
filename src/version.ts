import { packageData } from './package-files.ts';

/** Of the package. */
export const version = (packageData('../package.json') as { readonly version: string }).version;
