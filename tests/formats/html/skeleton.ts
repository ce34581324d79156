import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/**
 * The tree that parse5 makes of a document, a line a node, without what a translation changes: words, attributes that are
 * read, and languages.
 */
export function skeletonOf(html: string): string {
  const lines: string[] = [];
  const walk = [{ node: parse(html, { scriptingEnabled: false }) as Node, depth: 0, isKept: false }];
  for (let next = walk.pop(); next !== undefined; next = walk.pop()) {
    const { node, depth } = next;
    if (next.isKept || !defaultTreeAdapter.isTextNode(node)) lines.push(`${depth} ${describe(node)}`);
    const isKept = next.isKept || isUntranslated(node);
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

function isUntranslated(node: Node): boolean {
  return (
    defaultTreeAdapter.isElementNode(node) &&
    (kept.has(node.tagName) ||
      node.attrs.some(
        ({ name, value }) => (name === 'translate' && value === 'no') || (name === 'class' && value === 'notranslate'),
      ))
  );
}

const kept: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'svg', 'math', 'textarea', 'iframe', 'xmp']);

const changing: ReadonlySet<string> = new Set(
  'alt title placeholder aria-label label summary abbr value content lang data-tip'.split(' '),
);
