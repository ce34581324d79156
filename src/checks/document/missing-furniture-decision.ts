import type { CheckedPair, DocumentCheck } from '../../model.ts';

/** Lines of page furniture that a copied article brings along are declared under `furniture:`, or they are translated as text. */
export const missingFurnitureDecision: DocumentCheck = {
  id: 'missing_furniture_decision',
  check: ({ units }) =>
    units.flatMap(({ pairs }) => {
      const [pair] = pairs;
      if (pair === undefined || pairs.length > 1 || !isFurniture(pair)) return [];
      const message = { id: 'check.missing_furniture_decision', values: { line: pair.source } } as const;
      const source = { start: 0, end: pair.source.length };
      return [{ check: 'missing_furniture_decision', severity: 'info', message, source, pair }];
    }),
};

function isFurniture({ source, unit, languages }: CheckedPair): boolean {
  return unit === 'paragraph' && /^de(?:-|$)/.test(languages.source) && line.test(source.trim());
}

/** What German news sites put between the paragraphs of an article. */
const line =
  /^(?:(?:gerade|jetzt|oft) lesen(?:\s+\p{L}+)?|lesen sie (?:auch|mehr|hier|dazu)(?: .{0,40})?|mehr (?:zum thema|dazu|lesen)|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|(?:lesetipps?|empfehlung(?:en)?|anzeige|werbung|advertisement)|(?:artikel )?(?:teilen|drucken|merken|kommentieren)|zur startseite|weiterlesen|newsletter(?: bestellen| abonnieren)?|(?:\d+ )?kommentare?)[:!…]?$/iu;
