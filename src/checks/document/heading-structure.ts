import type { DocumentCheck } from '../../model.ts';

/** Each heading of the source is one in the target: a line of text. */
export const headingStructure: DocumentCheck = {
  id: 'heading_structure',
  check({ units }) {
    return units.flatMap(({ pairs }) => {
      const [pair] = pairs;
      if (pair?.unit !== 'heading') return [];
      const text = pairs.map(({ target }) => target).join(' ');
      if (!/\S\s*\n\s*\S/u.test(text)) return [];
      const message = { id: 'check.heading_structure', values: { source: pair.source } } as const;
      return [{ check: 'heading_structure', severity: 'warning', message, pair }];
    });
  },
};
