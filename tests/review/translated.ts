import { fingerprint } from '../../src/fingerprint.ts';

/** A paragraph each: source, target (`''`: none, which shows the source), and what else the entry says, as lines. */
export type Row = readonly [source: string, target: string, more?: string];

/** A document with its translation and its review file, as a run would have left them. */
export function translated(name: string, rows: readonly Row[], language = 'en'): Readonly<Record<string, string>> {
  const shown = rows.map(([source, target]) => (target === '' ? source : target));
  const entries = rows.map(([source, target, more = 'state: translated\n    machine: deepl'], at) =>
    [
      '  - unit: paragraph',
      `    de: |-\n      ${source}`,
      target === '' ? `    ${language}: ''` : `    ${language}: |-\n      ${target}`,
      `    ${more}`,
      `    written: ${fingerprint(shown[at] ?? '')}`,
    ].join('\n'),
  );
  return {
    [`source-de/${name}`]: `${rows.map(([source]) => source).join('\n\n')}\n`,
    [`translations/${language}/${name}`]: `${shown.join('\n\n')}\n`,
    [`translations/${language}/${name}.review.yaml`]: `source: source-de/${name}\nsegments:\n${entries.join('\n\n')}\n`,
  };
}
