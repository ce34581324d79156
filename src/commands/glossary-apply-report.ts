import { idsOf } from '../ids.ts';
import type { Entry, Place } from '../model.ts';
import type { AffectedSentence, AppliedDocument } from '../pipeline/apply-glossary.ts';
import { problemJson } from '../reports/problem.ts';
import { placeOf } from '../review-file/index.ts';
import { type Context, printJson } from './context.ts';
import type { Applied } from './glossary-apply.ts';
import { placeText, showProblems } from './translate-report.ts';

/** What `glossary apply` did, for people and as JSON. */
export function reportApplied(applied: Applied, context: Context): void {
  if (context.json) printJson(context, jsonOf(applied, context));
  else show(applied, context);
}

/** A sentence that the change affects, and its entry as it is now. */
interface Listed {
  readonly id: string;
  readonly place: Place;
  readonly entry: Entry;
  readonly affected: AffectedSentence;
}

function listed({ result, review, affected }: AppliedDocument): readonly Listed[] {
  const ids = idsOf(review, result);
  return result.flatMap((entry, at) => {
    const own = affected.get(at);
    return own === undefined ? [] : [{ id: ids.get(entry) ?? '', place: placeOf(review, entry), entry, affected: own }];
  });
}

/** Kept stable. */
function jsonOf({ from, changes, documents, problems, isDry }: Applied, { speaker }: Context): unknown {
  const sentences = documents.flatMap(listed);
  const sentenceOf = ({ id, place, entry }: Listed) => ({ id, ...place, source: entry.source, target: entry.target });
  return {
    from,
    dryRun: isDry,
    billed: 0,
    changed: [...changes].flatMap(([language, entries]) => [...entries.keys()].map(({ term }) => ({ term, language }))),
    rewritten: sentences.flatMap((sentence) => {
      const { replaced } = sentence.affected;
      return replaced === undefined ? [] : [{ ...sentenceOf(sentence), replaced }];
    }),
    left: sentences.flatMap((sentence) => {
      const { reason } = sentence.affected;
      return reason === undefined ? [] : [{ ...sentenceOf(sentence), reason: speaker.say(reason) }];
    }),
    problems: problems.map((problem) => problemJson(problem, speaker.say)),
  };
}

/** `translations/en/a.txt.review.yaml:8:7: Kursk Oblast → Kursk region` */
function show({ from, changes, documents, problems, isDry }: Applied, context: Context): void {
  const { speaker, output } = context;
  const sentences = documents.flatMap(listed);
  const lineOf = ({ place, affected }: Listed): string => {
    const { reason } = affected;
    return `${placeText(place)}${reason === undefined ? affected.replaced.join(', ') : speaker.say(reason)}`;
  };
  const isLeft = ({ affected }: Listed) => affected.reason !== undefined;
  const [left, rewritten] = [sentences.filter(isLeft), sentences.filter((sentence) => !isLeft(sentence))];
  for (const sentence of [...rewritten, ...left]) output.print(lineOf(sentence));
  const entries = new Set([...changes.values()].flatMap((changed) => [...changed.keys()])).size;
  const values = { from, entries, rewritten: rewritten.length, left: left.length };
  output.print(speaker.say({ id: isDry ? 'glossary.apply.plan' : 'glossary.apply.done', values }));
  showProblems(problems, context);
}
