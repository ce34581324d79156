import { readFileSync } from 'node:fs';

/** A file that `init` writes; it stands beside the code in `templates/`. */
export function readTemplate(name: string): string {
  return readFileSync(new URL(`../templates/${name}`, import.meta.url), 'utf8');
}
