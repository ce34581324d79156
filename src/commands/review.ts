import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { ReviewServer } from '../review/index.ts';
import { openBrowser } from '../store/open-browser.ts';
import { findRoot } from '../store/project.ts';
import { readPage, writeDoor } from '../store/review-page.ts';
import { type Context, note, pathsFromRoot, printJson } from './context.ts';
import { showProblems } from './translate-report.ts';

interface Options {
  readonly port?: number;
  readonly open?: boolean;
  readonly lockTimeout?: number;
}

/** Serves the review page to this machine until it is interrupted, or nobody has had it open for half an hour. */
export async function run(context: Context, paths: readonly string[], { port, open }: Options): Promise<ExitStatus> {
  const root = findRoot(context.cwd);
  const page = readPage();
  const { speaker, signal, glossary, lockTimeout: patience } = context;
  const onError = (error: unknown) => sayError(error, context);
  const { createReviewServer, openSession } = await import('../review/index.ts');
  const wanted = { root, glossary, paths: pathsFromRoot(paths, context.cwd, root) };
  const session = await openSession(wanted, { patience, onError });
  const server = await createReviewServer({ session, page, speaker, port, onError });
  const close = () => server.close();
  const door = open ? writeDoor(root, server.url) : undefined;
  try {
    say(server, context);
    if (door !== undefined) openBrowser(door.path);
    signal.addEventListener('abort', close);
    await context.awaiting(() => server.closed);
    if (!signal.aborted) note(context, { id: 'review.idle' });
    return exitStatus.fine;
  } finally {
    door?.remove();
    close();
  }
}

function say({ url }: ReviewServer, context: Context): void {
  if (context.json) printJson(context, { url });
  else context.output.print(url);
  note(context, { id: 'review.open' });
}

/** The page goes on. */
function sayError(error: unknown, context: Context): void {
  if (error instanceof UserError) showProblems([{ ...error, message: error.text }], context);
  else for (const line of String(error instanceof Error ? error.stack : error).split('\n')) context.output.note(line);
}
