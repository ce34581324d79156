import type { ElementPair } from './segment-of.ts';
import { childrenNamed, inherited, type XmlElement, type XmlStart } from './xml.ts';

/** The pairs of a `<trans-unit>`: one, or one a segment where both texts have their segments marked. */
export function transUnitPairs(
  unit: XmlElement,
  chain: readonly XmlStart[],
): readonly Omit<ElementPair, 'languages'>[] {
  const [source] = childrenNamed(unit, 'source');
  const [target] = childrenNamed(unit, 'target');
  if (source === undefined) return [];
  const space = (element: XmlElement | undefined) => element && inherited('xml:space', [...chain, element]);
  const id = unit.attributes.id ?? '';
  const kind = kindOf(unit.attributes.restype);
  const sources = segmentsIn(childrenNamed(unit, 'seg-source')[0] ?? source);
  const targets = new Map((target ? segmentsIn(target) : []).map((mark) => [mark.attributes.mid, mark]));
  if (sources.length === 0 || targets.size === 0)
    return [{ id, source, target, unit: kind, space: { source: space(source), target: space(target) } }];
  return sources.map((part) => ({
    id: `${id}/${part.attributes.mid ?? ''}`,
    source: part,
    target: targets.get(part.attributes.mid),
    unit: kind,
    space: { source: space(source), target: space(target) },
  }));
}

/** `<mrk mtype="seg">`, also inside of inline elements. */
function segmentsIn({ children }: XmlElement): readonly XmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'mrk' && child.attributes.mtype === 'seg' ? [child] : segmentsIn(child);
  });
}

/** `cell`, `header`, `x-heading`, `x-h1`: what needs no full stop. */
function kindOf(restype = ''): string {
  if (restype === 'cell') return 'cell';
  return /^(?:x-)?(?:caption|title|label|head(?:er|ing)?|h[1-6])$/i.test(restype) ? 'heading' : 'paragraph';
}
