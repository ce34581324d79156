import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { createSandbox, type Sandbox } from './sandbox.ts';

/**
 * Each folder of tests/projects/ is a session as a user would have it: `before/` is the project it begins with (this
 * repository's own where there is none), `session.txt` the lines after `$ ` that are typed, with what comes back.
 * `npm run update` writes what came back; the diff is the review.
 */
const folder = join(import.meta.dirname, 'projects');

describe('sessions', () => {
  test.concurrent.for(readdirSync(folder))('%s', async (name, { expect }) => {
    const file = join(folder, name, 'session.txt');
    const before = join(folder, name, 'before');
    const sandbox = await createSandbox(existsSync(before) ? before : undefined);
    try {
      const replayed = await replay(readFileSync(file, 'utf8'), sandbox.sh);
      await expect(replayed).toMatchFileSnapshot(file);
    } finally {
      sandbox.remove();
    }
  });
});

/** The session again: `## …` lines stay, `$ …` lines are run, the rest is what came back. */
async function replay(session: string, sh: Sandbox['sh']): Promise<string> {
  const lines: string[] = [];
  for (const line of session.split('\n').filter((typed) => /^(?:\$|##) /.test(typed))) {
    if (line.startsWith('## ')) {
      lines.push('', line);
      continue;
    }
    const { text, status } = await sh(line.slice(2));
    lines.push(
      line,
      ...(text === '' ? [] : text.replace(/\n$/, '').split('\n')),
      ...(status === 0 ? [] : [`[exit ${status}]`]),
    );
  }
  return `${lines.join('\n').trimStart()}\n`;
}
