import { type ExitStatus, exitStatus } from '../errors.ts';
import { explainDocument } from '../pipeline/index.ts';
import { type Context, printJson } from './context.ts';
import { decisionLines } from './decision-lines.ts';
import { readDocument } from './read-document.ts';

interface Options {
  readonly explain?: boolean;
  readonly srx?: string;
}

/** The sentences of a file, and why they end where they do; offsets are UTF-16 code units in the file. */
export async function run(context: Context, [path = '']: readonly string[], options: Options): Promise<ExitStatus> {
  const { document, settings } = await readDocument(path, context, options);
  const { language, segments } = document;
  const decisions = options.explain ? explainDocument(document, settings) : undefined;
  if (context.json)
    printJson(context, {
      file: path,
      language,
      segments: segments.map(({ text, start, end }) => ({ text, start, end })),
      ...(decisions && { decisions }),
    });
  else if (decisions !== undefined)
    for (const line of decisionLines(decisions, document, context.speaker)) context.output.print(line);
  else for (const { text } of segments) context.output.print(text);
  return exitStatus.fine;
}
