import { join } from 'node:path';
import type { Outcome } from '../engines/outcome.ts';
import type { RunOptions } from '../engines/run.ts';
import type { Engine } from '../model.ts';
import { type Answers, type PlannedRequest, type RequestMap, requestMap } from '../pipeline/index.ts';

export interface Asked {
  readonly answers: Answers;
  /** Absent where nobody was asked. */
  readonly outcome?: Outcome | undefined;
}

export interface AskOptions extends Pick<RunOptions, 'budget' | 'jobs' | 'retryQuarantined' | 'onProgress'> {
  readonly root: string;
  readonly signal?: AbortSignal | undefined;
  /** A line of the journal with paid answers that no disk takes. */
  readonly onUnsaved?: ((line: object) => void) | undefined;
}

/** Asks an engine for what the memory does not have; answers are in the journal before they are used. */
export async function askEngine(
  requests: readonly PlannedRequest[],
  engine: Engine | undefined,
  { root, signal = new AbortController().signal, onUnsaved, ...options }: AskOptions,
): Promise<Asked> {
  if (engine === undefined || requests.length === 0)
    return { answers: { engine: engine?.id ?? 'none', texts: requestMap() } };
  const [{ translateRequests }, { openJournal }] = await Promise.all([
    import('../engines/run.ts'),
    import('../store/journal.ts'),
  ]);
  const journal = engine.fake ? undefined : openJournal(join(root, '.wordferry/journal'), { onUnsaved });
  try {
    const outcome = await translateRequests(requests, { ...options, engine, journal, signal });
    return { outcome, answers: { engine: engine.id, texts: textsOf(requests, outcome) } };
  } finally {
    journal?.close();
  }
}

function textsOf(requests: readonly PlannedRequest[], { results }: Outcome): RequestMap<string> {
  return requestMap(
    requests.flatMap((request, at): readonly [PlannedRequest, string][] => {
      const result = results[at];
      return result?.kind === 'answered' ? [[request, result.text]] : [];
    }),
  );
}
