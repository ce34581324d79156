import type { Result } from '../engines/outcome.ts';
import { type ExitStatus, UserError } from '../errors.ts';
import type { Engine, Language } from '../model.ts';
import type { PlannedRequest } from '../pipeline/index.ts';
import { type Asked, askEngines, endOf } from '../run/ask-engines.ts';
import { makeEngine } from '../run/make-engines.ts';
import { refuseUntrusted } from '../run/trusted-settings.ts';
import { waitForLock } from '../store/lock.ts';
import { findRoot, readSettings } from '../store/project.ts';
import { type Context, printJson } from './context.ts';
import { showProblems } from './translate-report.ts';
import { billedLine } from './translate-summary.ts';
import { lockOptions } from './under-lock.ts';

interface TestOptions {
  readonly to?: readonly Language[];
  readonly allowHttp?: readonly string[];
}

/** Of no document. Whoever asks twice gets the answer that he has paid for. */
const text = 'Die Delegation reiste im Januar nach Berlin.';

/** Sends one sentence in each target language, and says what came. */
export async function run(
  context: Context,
  [id = '']: readonly string[],
  { to, allowHttp }: TestOptions,
): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const settings = await readSettings(root);
  const { env, signal } = context;
  refuseUntrusted([[id]], env);
  const engine = await makeEngine(id, { root, settings, env, allowHttp, named: id });
  if (engine === undefined) throw new UserError({ id: 'engines.test.none' });
  const requests = (to ?? settings.targets).map((target): PlannedRequest => {
    const languages = { source: settings.source, target };
    return { languages, route: [id], document: '', request: { text, context: { before: '', after: '' }, terms: [] } };
  });
  const release = await waitForLock(root, lockOptions(context));
  try {
    const options = { root, engines: new Map<string, Engine>([[id, engine]]), budget: settings.budget, signal };
    const asked = await context.awaiting(() => askEngines(requests, { ...options, retryQuarantined: true }));
    report(context, { id, requests, asked });
    return endOf(asked).status;
  } finally {
    await engine.close?.();
    release();
  }
}

interface Tested {
  readonly id: string;
  readonly requests: readonly PlannedRequest[];
  readonly asked: Asked;
}

function report(context: Context, { id, requests, asked }: Tested): void {
  const { output, speaker } = context;
  const { status, stopped } = endOf(asked);
  const said = (result: Result | undefined) => (result?.kind === 'left' ? speaker.say(result.text) : result?.text);
  if (context.json) {
    const results = requests.map(({ languages: { target } }, at) => {
      const result = asked.results[at];
      return {
        target,
        ready: result?.kind === 'answered',
        [result?.kind === 'left' ? 'message' : 'text']: said(result),
      };
    });
    printJson(context, { engine: id, source: text, results, status });
    return;
  }
  output.print(`${requests[0]?.languages.source ?? ''}  ${text}`);
  for (const [at, { languages }] of requests.entries())
    output.print(`${languages.target}  ${said(asked.results[at]) ?? '–'}`);
  output.print(billedLine(asked.outcomes, speaker));
  if (stopped) showProblems([{ place: {}, message: stopped.text, hint: stopped.hint }], context);
}
