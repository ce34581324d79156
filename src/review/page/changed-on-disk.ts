import { reloadDocument } from './document/opened.ts';
import { loadOverview } from './overview/overview.ts';
import { place } from './place.ts';

/** Brings what is on the screen up to date; texts that are being written stay. */
export function changedOnDisk(paths: readonly string[] | undefined): void {
  if (place.value === undefined) void loadOverview();
  else if (paths === undefined || paths.includes(place.value)) void reloadDocument();
}
