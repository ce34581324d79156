import { type ExitStatus, exitStatus } from '../errors.ts';
import { type Context, printJson } from './context.ts';
import { readDocument } from './read-document.ts';

/** The sentences of a file; offsets are UTF-16 code units in the file. */
export async function run(context: Context, [path = '']: readonly string[]): Promise<ExitStatus> {
  const { document } = await readDocument(path, context);
  const { language, segments } = document;
  if (context.json)
    printJson(context, {
      file: path,
      language,
      segments: segments.map(({ text, start, end }) => ({ text, start, end })),
    });
  else for (const { text } of segments) context.output.print(text);
  return exitStatus.fine;
}
