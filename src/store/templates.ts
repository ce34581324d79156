import { readFileSync } from 'node:fs';
import { packageFile } from '../package-files.ts';

/** A file that `init` writes. */
export function readTemplate(name: string): string {
  return readFileSync(packageFile(`templates/${name}`), 'utf8');
}
