import { collapse } from '../fingerprint.ts';
import { formatOf as formatByName } from '../formats/index.ts';
import type { Project } from './project.ts';
import { segmentDocument } from './segment.ts';

/** Short lines without a final mark that stand in several documents and are not declared as furniture. */
export function proposeFurniture({
  sources,
  settings,
  formatOf = formatByName,
}: Project): readonly { readonly line: string; readonly documents: number }[] {
  const documents = new Map<string, Set<string>>();
  for (const file of sources) {
    const format = formatOf(file.path);
    const { units, text } = format === undefined ? { units: [], text: '' } : segmentDocument(file, format, settings);
    for (const line of units
      .filter(({ furniture }) => !furniture)
      .map(({ start, end }) => collapse(text.slice(start, end)))) {
      if (line.length <= 60 && !/[.!?:…“”"»]$/.test(line))
        documents.set(line, (documents.get(line) ?? new Set()).add(file.path));
    }
  }
  const repeated = [...documents].filter(([, paths]) => paths.size > 1);
  return repeated.map(([line, paths]) => ({ line, documents: paths.size })).sort((a, b) => b.documents - a.documents);
}
