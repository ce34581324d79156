import { createContext, Script } from 'node:vm';

let work: () => void = () => undefined;
const call = new Script('call()');
const context = createContext({ call: () => work() });

/**
 * Runs something in this thread, for so many seconds at most: V8 stops it wherever it is, in a loop or in a regular
 * expression. Gives whether it came to its end. What it throws is thrown here.
 */
export function endsWithin(seconds: number, run: () => void): boolean {
  work = run;
  try {
    call.runInContext(context, { timeout: Math.max(1, Math.ceil(seconds * 1000)) });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  } finally {
    work = () => undefined;
  }
}
