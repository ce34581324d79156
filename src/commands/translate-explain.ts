import type { Explanation } from '../pipeline/explain-matches.ts';
import type { IsConfidential } from '../reports/concealed.ts';
import type { Context } from './context.ts';

/** Why each sentence has its target: two lines each, the second with what it was made from. */
export function showExplanations(
  explanations: readonly Explanation[],
  { speaker, output }: Context,
  isHidden: IsConfidential,
): void {
  for (const { place, language, source, kind, basis, replaced = [] } of explanations) {
    const why = speaker.say({ id: `explain.${kind}` });
    const hidden = isHidden(place.file);
    const text = hidden ? '' : `  ${shortened(source)}`;
    output.print(`${place.file}:${place.line}:${place.column}  ${language}  ${why}${text}`);
    if (basis === undefined || hidden) continue;
    const { similarity, path } = basis;
    output.print(
      `    ${speaker.percent(similarity / 100)}  ${shortened(basis.source)} = ${shortened(basis.target)}${path === undefined ? '' : `  (${path})`}`,
    );
    if (replaced.length > 0) output.print(`    ${replaced.join(', ')}`);
  }
}

/** Of a confidential document where something was decided, and no word of it. */
export function jsonExplanations(explanations: readonly Explanation[], isHidden: IsConfidential): unknown {
  return explanations.map(({ place, language, kind, ...texts }) => ({
    ...place,
    language,
    kind,
    ...(isHidden(place.file) ? {} : texts),
  }));
}

const longest = 120;

/** In UTF-16 units, never in the middle of a sign. */
function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
