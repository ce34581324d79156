import { readFileSync } from 'node:fs';
import { run } from './program.ts';
import { startDeepL, type Template } from './template.ts';

/** One of the calls by which the main thread changes the disk: the how manieth of its name. */
export interface SystemCall {
  readonly call: string;
  readonly when: number;
}

const names = ['rename', 'link', 'unlink', 'mkdir', 'fsync', 'write', 'openat'];

/** Those of an undisturbed run that are about files of the project, as strace sees them. */
export async function systemCalls(template: Template): Promise<readonly SystemCall[]> {
  const [deepl, folder] = [await startDeepL(), template.copy()];
  const log = `${folder}.strace`;
  const under = ['strace', '-f', '-y', '-qq', '-s', '300', '-o', log, '-e', `trace=${names.join(',')}`];
  await run({ folder, url: deepl.url, args: ['translate', '--engine', 'deepl', '--jobs', '1'], under });
  await deepl.close();
  const lines = readFileSync(log, 'utf8').split('\n');
  const thread = /^\d+/.exec(lines[0] ?? '')?.[0];
  const made = lines.flatMap((line) => {
    const [, pid, call = ''] = /^(\d+) +([a-z]+)\(/.exec(line) ?? [];
    return pid === thread ? [{ call, isOurs: line.includes(folder) && !line.includes('O_RDONLY') }] : [];
  });
  const counts = new Map<string, number>();
  return made.flatMap(({ call, isOurs }) => {
    const when = (counts.get(call) ?? 0) + 1;
    counts.set(call, when);
    return isOurs ? [{ call, when }] : [];
  });
}
