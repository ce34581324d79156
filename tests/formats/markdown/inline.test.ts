import { tests } from 'commonmark-spec';
import { expect, test } from 'vitest';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { paragraphOf, seenByOracle, seenByUs, unitOf } from './oracle.ts';

const examples = tests.flatMap(({ markdown, number }) => {
  const source = markdown.replaceAll('→', '\t');
  const root = fromMarkdown(source);
  const labels = root.children.flatMap((node) => (node.type === 'definition' ? [node.label ?? ''] : []));
  return root.children.flatMap((node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return [];
    const [start, end] = [node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset];
    const text = source.slice(start, end).replace(/(?: {2,}|\\)\n\s*/g, '\u2029').replace(/\s*\n\s*/g, ' ').replaceAll('\u2029', '\n');
    return [{ number, text, labels }];
  });
});
test('spec', () => {
  let [same, none, bad] = [0, 0, 0];
  for (const { number, text, labels } of examples) {
    const paragraph = paragraphOf(text, labels);
    if (paragraph === undefined) { none++; continue; }
    const want = seenByOracle(paragraph).join(', ');
    const got = seenByUs(text, unitOf(labels)).join(', ');
    if (want === got) same++; else { bad++; console.log(number, JSON.stringify(text), '\n  want', want, '\n  got ', got); }
  }
  console.log(same, none, bad);
  expect(bad).toBe(0);
});
