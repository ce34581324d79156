import { UserError } from '../errors.ts';
import type { Srx } from '../languages/srx/srx.ts';
import { readNamedText, readText } from './files.ts';

/** The SRX file of a project, by its path from the root. */
export async function readSrx(root: string, path: string): Promise<Srx> {
  return parse(readText(root, path), path);
}

/** One that a person named: it may stand anywhere. `path`: as it was typed. */
export async function readNamedSrx(file: string, path: string): Promise<Srx> {
  return parse(readNamedText(file), path);
}

async function parse(text: string | undefined, path: string): Promise<Srx> {
  if (text === undefined) throw new UserError({ id: 'srx.missing' }, { place: { file: path } });
  const { parseSrx } = await import('../languages/srx/read.ts');
  return parseSrx(text, path);
}
