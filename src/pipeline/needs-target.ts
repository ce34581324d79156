import type { Entry } from '../model.ts';
import { isFake } from '../states.ts';

/** Whether an engine has to be asked: there is no target, or one of a fake engine, which any other replaces. */
export function needsTarget(entry: Entry, engine: string | undefined): boolean {
  if (entry.source === undefined || entry.joined) return false;
  if (entry.target === '' && entry.state === 'initial') return true;
  return engine !== undefined && isFake(entry) && entry.machine?.split(' ', 1)[0] !== engine;
}
