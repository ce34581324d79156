import type { Intent, Settled } from '../model.ts';

/** A line says one of these. */
export interface JournalLine {
  /** About to be sent; on disk before the request. */
  readonly intent?: Intent | undefined;
  /** Keys of an intent that the engine surely did not bill. */
  readonly refused?: readonly string[] | undefined;
  /** Paid answers; on disk before anyone uses them. */
  readonly settled?: readonly Settled[] | undefined;
}

/** `undefined` for what no run wrote. */
export function parseJournalLine(bytes: Uint8Array): JournalLine | undefined {
  try {
    const line: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isLine(line: unknown): line is JournalLine {
  if (!isObject(line)) return false;
  const { intent, refused, settled } = line;
  if (intent !== undefined) return isObject(intent) && isKeys(intent.keys);
  if (refused !== undefined) return isKeys(refused);
  return Array.isArray(settled) && settled.every(isSettled);
}

function isSettled(settled: unknown): settled is Settled {
  if (!isObject(settled) || typeof settled.key !== 'string' || typeof settled.billed !== 'number') return false;
  const { answer } = settled;
  if (!isObject(answer)) return false;
  return typeof answer.text === 'string' || (isObject(answer.wrong) && typeof answer.wrong.id === 'string');
}

function isKeys(keys: unknown): keys is readonly string[] {
  return Array.isArray(keys) && keys.every((key) => typeof key === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
