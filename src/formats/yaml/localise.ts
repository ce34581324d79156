import { isMap, isScalar, type Scalar } from 'yaml';
import type { Languages, Piece } from '../../model.ts';
import { documentsOf, type YamlStream } from './documents.ts';
import { staysPlain } from './plain.ts';

/** `de:` as the only key of a catalog (Rails): it says which language the texts are in, and is no part of their names. */
export function localeRoot({ documents }: YamlStream): Scalar | undefined {
  const [document] = documents;
  const contents = documents.length === 1 ? document?.contents : undefined;
  const [pair] = isMap(contents) && contents.items.length === 1 ? contents.items : [];
  if (!pair || !isScalar(pair.key) || !isMap(pair.value)) return undefined;
  return typeof pair.key.value === 'string' && languageTag.test(pair.key.value) ? pair.key : undefined;
}

const languageTag = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$/;

/** The language of the catalog is that of its translation. */
export function localise(text: string, { source, target }: Languages): readonly Piece[] {
  const stream = documentsOf(text);
  const root = 'why' in stream ? undefined : localeRoot(stream);
  // A private tag is still the same language (BCP 47, 2.2.7).
  if (!root?.range || root.value !== source || target.split('-x-')[0] === source) return [];
  const [start, end] = root.range;
  const quote = root.type === 'PLAIN' ? (staysPlain(target) ? '' : '"') : text.charAt(start);
  return [{ start, end, text: quote + target + quote }];
}
