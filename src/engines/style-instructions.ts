import type { Style } from '../model.ts';

/** House style as instructions, in English, one directive each; variety and formality have fields of their own. */
export function styleInstructions({ register, guide }: Style): readonly string[] {
  return [
    ...(register === 'plain' ? ['End sentences in the plain style: -다, never -습니다 or -요.'] : []),
    ...(register === 'polite' ? ['End sentences in the formal polite style: -습니다, never -다 or -요.'] : []),
    ...(guide === undefined ? [] : [`Follow the ${guide} style guide for numbers, dates, titles and spelling.`]),
  ];
}
