import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** A file with what stood in it and what stands in it; absent: there was or is none. */
export interface PatchedFile {
  readonly path: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** One patch that `git apply` takes, of all files, or of those that fit into `most` UTF-16 units; a line on top says how many do not. */
export function patchReport(changes: readonly PatchedFile[], most = Number.POSITIVE_INFINITY): string {
  const changed = changes.filter(({ before, after }) => before !== after);
  let patch = '';
  for (const [at, { path, before, after }] of changed.entries()) {
    if (patch.length > most) return `${changed.length - at} more files changed: see git diff.\n${patch}`;
    patch += patchOf(path, before, after);
  }
  return patch;
}

function patchOf(path: string, before: string | undefined, after: string | undefined): string {
  const old = before === undefined ? '/dev/null' : `a/${path}`;
  const fresh = after === undefined ? '/dev/null' : `b/${path}`;
  const body =
    before === undefined && after !== undefined
      ? `--- ${old}\n+++ ${fresh}\n${wholeFile(after)}`
      : createTwoFilesPatch(old, fresh, before ?? '', after ?? '', '', '', {
          headerOptions: FILE_HEADERS_ONLY,
          context: 3,
        });
  const mode =
    before === undefined ? 'new file mode 100644\n' : after === undefined ? 'deleted file mode 100644\n' : '';
  return `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}\n${mode}${body}`;
}

/** All lines added: nothing is there to compare with. */
function wholeFile(text: string): string {
  if (text === '') return '';
  const isEnded = text.endsWith('\n');
  const lines = (isEnded ? text.slice(0, -1) : text).split('\n');
  const added = lines.map((line) => `+${line}\n`).join('');
  return `@@ -0,0 +1,${lines.length} @@\n${added}${isEnded ? '' : '\\ No newline at end of file\n'}`;
}

/** Names as git writes them where they are not plain. */
function quoted(name: string): string {
  return /^[\w./@+,:=~ -]+$/.test(name) ? name : JSON.stringify(name);
}
