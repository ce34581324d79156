import { idsOf } from '../ids.ts';
import type { Entry, Finding, Place } from '../model.ts';
import type { SegmentFinding, TranslatedDocument } from '../pipeline/index.ts';
import { placeOf } from '../review-file/index.ts';
import type { PlacedFinding } from './findings.ts';

/** Findings of a document at their lines of its review file. */
export function placeFindings({ review, files, findings }: TranslatedDocument): readonly PlacedFinding[] {
  const ids = idsOf(review, review.entries);
  const lines = findings.some(({ fix }) => fix) ? linesOf(files.review) : [];
  return findings.map((finding) => {
    const { entry } = finding;
    const place = placeOf(review, entry);
    const isOneLine = !entry.target.includes('\n');
    return {
      ...finding,
      place: isOneLine ? shifted(place, finding.target?.start) : place,
      segment: ids.get(entry) ?? '',
      pair: entry,
      fixPlace: isOneLine && isLiteral(entry, lines[place.line - 1]) ? fixPlace(finding, place) : undefined,
    };
  });
}

/** On the disk, where other lines may stand as long as what people edited is not adopted. */
function linesOf(review: TranslatedDocument['files']['review']): readonly string[] {
  return review !== undefined && 'entries' in review ? (review.text ?? '').split(/\r\n|\r|\n/) : [];
}

/** The text stands in its block as it is, without quotation marks. */
function isLiteral({ target }: Entry, line: string | undefined): boolean {
  return line?.trimStart() === target;
}

/** Findings of a bilingual file at their lines. */
export function placeSegments(path: string, findings: readonly SegmentFinding[]): readonly PlacedFinding[] {
  return findings.map((finding) => {
    const { segment } = finding;
    const place = { file: path, ...segment.place };
    return {
      ...finding,
      place: segment.isLiteral ? shifted(place, finding.target?.start) : place,
      segment: segment.id,
      name: segment.id,
      pair: segment,
      fixPlace:
        segment.isLiteral && !hasAny(finding.fix?.text, `${segment.reserved}\r\n`)
          ? fixPlace(finding, place)
          : undefined,
    };
  });
}

const hasAny = (text = '', signs: string): boolean => [...signs].some((sign) => text.includes(sign));

const fixPlace = ({ fix }: Finding, place: Place): Place | undefined => fix && shifted(place, fix.start);

const shifted = (place: Place, columns = 0): Place => ({ ...place, column: place.column + columns });
