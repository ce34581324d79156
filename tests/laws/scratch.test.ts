import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { acceptAll, createDisk, entriesOf, reviewPath, run, sourcePath, targetPath, textOf } from './disk.ts';
import { editFile, fileEdits, sourceEdits } from './edit-steps.ts';

const deepl = {
  id: 'deepl',
  answer: ({ request }: any) =>
    request.text.replace(/<[^>]*>|&#?\w+;|\{[^}]*\}|\p{L}+/gu, (part: string) =>
      /^\p{L}/u.test(part) ? `${part}o` : part,
    ),
};
const cases: [string, [string, number, number][]][] = JSON.parse(process.env.CASES!);
test('x', async () => {
  for (const [name, steps] of cases) {
    const own = `a${/\.\w+$/.exec(name)?.[0]}`;
    let disk = (
      await run(createDisk({ [own]: readFileSync(new URL(`documents/${name}`, import.meta.url), 'utf8') }), deepl)
    ).disk;
    disk = (await run(acceptAll(disk, own), deepl)).disk;
    let n = 0;
    for (const [kind, at, other] of steps) {
      const e = (fileEdits as any)[kind] ?? (sourceEdits as any)[kind];
      disk = editFile(disk, kind.includes('source') ? sourcePath(own) : targetPath(own), e, {
        at,
        other,
        word: `qwort${n++}x`,
      });
    }
    console.log('=== edited\n' + textOf(disk, targetPath(own)));
    const after = await run(disk, deepl);
    console.log('=== problems', JSON.stringify(after.problems.map(({ message, place }) => [message, place])));
    console.log('=== after\n' + textOf(after.disk, targetPath(own)));
    console.log(
      entriesOf(after.disk, own)
        .map((e) => [e.unit, e.source, e.target, e.joined ? 'J' : ''].join(' | '))
        .join('\n'),
    );
    const again = await run(after.disk, deepl);
    console.log(
      '=== again',
      again.changed,
      again.problems.map((p) => p.message),
    );
    if (again.changed.length) console.log(textOf(again.disk, targetPath(own)));
  }
});
