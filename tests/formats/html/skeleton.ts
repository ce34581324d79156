import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/**
 * The tree that parse5 makes of a document, a line a node, without what a translation changes: words, attributes that are
 * read, and languages.
 */
export function skeletonOf(html: string): string {
  const lines: string[] = [];
  const walk = [{ node: parse(html, { scriptingEnabled: false }) as Node, depth: 0, isKept: undefined as Kept }];
  for (let next = walk.pop(); next !== undefined; next = walk.pop()) {
    const { node, depth } = next;
    if (next.isKept || !defaultTreeAdapter.isTextNode(node)) lines.push(`${depth} ${describe(node)}`);
    const isKept = isKeptIn(node, next.isKept);
    const children = childrenOf(node).map((child) => ({ node: child, depth: depth + 1, isKept }));
    walk.push(...children.reverse());
  }
  return lines.join('\n');
}

function childrenOf(node: Node): readonly Node[] {
  if (defaultTreeAdapter.isElementNode(node) && node.tagName === 'template' && 'content' in node) {
    return [node.content as Node];
  }
  return 'childNodes' in node ? node.childNodes : [];
}

function describe(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return JSON.stringify(node.value);
  if (defaultTreeAdapter.isCommentNode(node)) return `<!--${node.data}-->`;
  if (!defaultTreeAdapter.isElementNode(node)) return node.nodeName;
  const attributes = node.attrs.map(({ name, value }) =>
    changing.has(name) ? name : `${name}=${JSON.stringify(value)}`,
  );
  return `<${node.namespaceURI} ${node.tagName} ${attributes.join(' ')}>`;
}

/** Whether nothing in an element is translated; some elements say so for good. */
function isKeptIn(node: Node, outer: Kept): Kept {
  if (!defaultTreeAdapter.isElementNode(node) || outer === 'for good') return outer;
  if (kept.has(node.tagName)) return 'for good';
  const said = (name: string) => node.attrs.find((attribute) => attribute.name === name)?.value.toLowerCase();
  if (said('translate') === 'no' || said('class')?.split(' ').includes('notranslate')) return 'kept';
  return said('translate') === undefined ? outer : undefined;
}

type Kept = 'kept' | 'for good' | undefined;

const kept: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'svg', 'math', 'textarea', 'iframe', 'xmp']);

const changing: ReadonlySet<string> = new Set(
  'alt title placeholder aria-label label summary abbr value content lang data-tip'.split(' '),
);
