import type { ElementPair } from './segment-of.ts';
import { childrenNamed, inherited, type XmlElement, type XmlStart } from './xml.ts';

/** The pairs of a `<unit>`, one a segment. What stands between segments (`<ignorable>`) is no sentence. */
export function unitPairs(unit: XmlElement, chain: readonly XmlStart[]): readonly Omit<ElementPair, 'languages'>[] {
  const segments = childrenNamed(unit, 'segment');
  return segments.flatMap((segment, at) => {
    const [source] = childrenNamed(segment, 'source');
    const [target] = childrenNamed(segment, 'target');
    if (source === undefined) return [];
    const space = (element: XmlElement | undefined) => element && inherited('xml:space', [...chain, segment, element]);
    const part = segment.attributes.id ?? (segments.length > 1 ? String(at + 1) : undefined);
    const id = [unit.attributes.id ?? '', part].filter((name) => name !== undefined).join('/');
    return [{ id, source, target, space: { source: space(source), target: space(target) } }];
  });
}
