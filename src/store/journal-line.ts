import type { BillRow, Settled } from '../model.ts';

/** A line says one of these. */
export type JournalLine =
  /** The first of a file: its version, and the number of the last file whose lines it has taken over. */
  | { readonly journal: number; readonly replaces?: number | undefined }
  /** About to be sent; on disk before the request. All requests of all runs are numbered. */
  | { readonly intent: number; readonly keys: readonly string[]; readonly bill: readonly BillRow[] }
  /** The engine surely did none of it. */
  | { readonly refused: number }
  /** Paid answers; on disk before anyone uses them. `of`: the intent, all of whose keys are known now. */
  | { readonly settled: readonly Settled[]; readonly bill: readonly BillRow[]; readonly of?: number | undefined };

/** Of the lines that this program writes; it reads no newer ones. */
export const journalVersion = 2;

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
  if (line.journal !== undefined)
    return isNumber(line.journal) && (line.replaces === undefined || isNumber(line.replaces));
  if (line.refused !== undefined) return isNumber(line.refused);
  if (line.intent !== undefined) return isNumber(line.intent) && isKeys(line.keys) && isBill(line.bill);
  const { settled, bill, of } = line;
  return Array.isArray(settled) && settled.every(isSettled) && isBill(bill) && (of === undefined || isNumber(of));
}

function isSettled(settled: unknown): settled is Settled {
  if (!isObject(settled) || typeof settled.key !== 'string' || !isObject(settled.answer)) return false;
  const { text, wrong, rejected } = settled.answer;
  if (typeof text === 'string') return true;
  return isObject(wrong) && typeof wrong.id === 'string' && (rejected === undefined || typeof rejected === 'string');
}

function isBill(bill: unknown): bill is readonly BillRow[] {
  return Array.isArray(bill) && bill.every(isRow);
}

function isRow(row: unknown): row is BillRow {
  if (!isObject(row) || !isNumber(row.characters)) return false;
  const { day, engine, document, target, cost, currency, tokens } = row;
  if (![day, engine, document, target].every((part) => typeof part === 'string')) return false;
  if (cost !== undefined && !(isNumber(cost) && typeof currency === 'string')) return false;
  return tokens === undefined || (isObject(tokens) && isNumber(tokens.input) && isNumber(tokens.output));
}

function isKeys(keys: unknown): keys is readonly string[] {
  return Array.isArray(keys) && keys.every((key) => typeof key === 'string');
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
