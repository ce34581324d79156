import type { DocumentCheck } from '../../model.ts';
import { headingStructure } from './heading-structure.ts';
import { inconsistentSegment } from './inconsistent-segment.ts';
import { inconsistentTerm } from './inconsistent-term.ts';
import { missingFurnitureDecision } from './missing-furniture-decision.ts';
import { paragraphCount } from './paragraph-count.ts';
import { varietyMix } from './variety-mix.ts';

export const documentChecks: readonly DocumentCheck[] = [
  inconsistentTerm,
  inconsistentSegment,
  paragraphCount,
  headingStructure,
  varietyMix,
  missingFurnitureDecision,
];
