import type { Mark } from './scan.ts';

/** Makes pairs of tags that belong together; `marks` are in order. Unlike in `partnersOf`, tags that cross another pair stand alone. */
export function pairTags(marks: readonly Mark[]): void {
  const open: Mark[] = [];
  const names = new Map<string, number>();
  const leave = (): Mark | undefined => {
    const last = open.pop();
    if (last?.tag !== undefined) names.set(last.tag.name, (names.get(last.tag.name) ?? 0) - 1);
    return last;
  };
  for (const mark of marks) {
    const { kind, tag, partner } = mark;
    if (kind === 'open') open.push(mark);
    else if (kind === 'close') while (open.length > 0 && leave() !== partner);
    else if (tag?.kind === 'start') {
      open.push(mark);
      names.set(tag.name, (names.get(tag.name) ?? 0) + 1);
    } else if (tag?.kind === 'end' && (names.get(tag.name) ?? 0) > 0) {
      const start = startOf(open, tag.name);
      if (start === undefined) continue;
      while (leave() !== start);
      start.kind = 'open';
      start.partner = mark;
      mark.kind = 'close';
      mark.partner = start;
    }
  }
}

/** Not before the start of a pair of another kind. */
function startOf(open: readonly Mark[], name: string): Mark | undefined {
  for (let at = open.length - 1; open[at]?.tag !== undefined; at -= 1) {
    if (open[at]?.tag?.name === name) return open[at];
  }
  return undefined;
}
