import { engineIds } from '../engine-ids.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { Engine, Languages, Message } from '../model.ts';
import { type MakeOptions, makeEngine } from '../run/make-engines.ts';
import { chooseRoutes } from '../run/routes.ts';
import { findRoot, readSettings } from '../store/project.ts';
import { type Context, printJson } from './context.ts';

/** Which engines could be asked here, and why not the others. Asks nobody. */
export async function run(context: Context): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const settings = await readSettings(root);
  const { env, speaker, output } = context;
  const { usual } = chooseRoutes(undefined, settings, env);
  const pairs = settings.targets.map((target) => ({ source: settings.source, target }));
  const ids = [
    ...engineIds.filter((id) => id !== 'none'),
    ...usual.filter((id) => !engineIds.some((each) => each === id)),
  ];
  const all: Listed[] = [];
  for (const id of ids) all.push(await look(id, pairs, { root, settings, env }));
  if (context.json) {
    const engines = all.map((each) => ({ ...jsonOf(each, speaker.say), chosen: usual.includes(each.id) }));
    printJson(context, { engines });
    return exitStatus.fine;
  }
  const width = Math.max(...ids.map((id) => id.length));
  for (const { id, reasons } of all) {
    const mark = usual.includes(id) ? '*' : ' ';
    const [first = { id: 'engines.ready' } as const, ...more] = reasons;
    output.print(`${mark} ${id.padEnd(width)}  ${speaker.say(first)}`);
    for (const reason of more) output.print(`  ${' '.repeat(width)}  ${speaker.say(reason)}`);
  }
  output.print(speaker.say({ id: 'engines.list.hint', values: { engines: usual.join(', ') || 'none' } }));
  return exitStatus.fine;
}

interface Listed {
  readonly id: string;
  readonly engine?: Engine | undefined;
  /** Why it cannot work, for all or some languages; none: it is ready. */
  readonly reasons: readonly Message[];
}

async function look(id: string, pairs: readonly Languages[], options: MakeOptions): Promise<Listed> {
  try {
    const engine = await makeEngine(id, options);
    const refusals = pairs.map((languages) => engine?.refuses(languages)).filter((reason) => reason !== undefined);
    const reasons = [...new Map(refusals.map((reason) => [JSON.stringify(reason), reason])).values()];
    await engine?.close?.();
    return { id, engine, reasons };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { id, reasons: [error.text, ...(error.hint === undefined ? [] : [error.hint])] };
  }
}

function jsonOf({ id, engine, reasons }: Listed, say: (message: Message) => string): object {
  const { limits, supports, price } = engine ?? {};
  const what = engine && { fake: engine.fake, limits, supports, price };
  return { id, ready: reasons.length === 0, reasons: reasons.map(say), ...what };
}
