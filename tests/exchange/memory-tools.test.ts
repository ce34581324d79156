import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type MemoryUnit, readTmx, textOf, writeTmx } from '../../src/exchange/memory/index.ts';
import { unitOf } from '../../src/pipeline/remembered.ts';

/** Other programs, where they are installed, take what we write and give what we read. */
const folder = mkdtempSync(join(tmpdir(), 'wordferry-memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string) => spawnSync('which', [program]).status === 0;
const run = (program: string, args: readonly string[]) => {
  const { stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  return `${stdout}${stderr}`;
};
const languages = { source: 'de', target: 'en' };
const textsIn = (path: string) =>
  readTmx({ path, text: readFileSync(join(folder, path), 'utf8') }, languages).units.map(({ source, target }) => [
    textOf(source),
    textOf(target),
  ]);

const pair = { language: 'en', document: 'a.md', state: 'final', place: {} } as const;
const units: readonly MemoryUnit[] = [
  { ...pair, source: 'Ein **fetter** [Link](x.md) & `Code`.', target: 'A [link](x.md), **bold**, & `code`.' },
  { ...pair, source: '„Ja“ < 3 > 2 ]]> 평양 😀', target: '“Yes” < 3 > 2 ]]> 평양 😀' },
].map(unitOf);
const isolated: MemoryUnit = {
  source: [{ kind: 'open', content: '<b>' }, 'Ja'],
  target: ['Yes', { kind: 'close', content: '</b>' }],
  language: 'en',
  isParagraph: true,
};

const omegat = '/usr/share/omegat/OmegaT.jar';

describe('with other programs', () => {
  test.skipIf(!has('java') || !existsSync(omegat))(
    'what is written is valid by the DTD of TMX 1.4b',
    () => {
      writeFileSync(join(folder, 'Valid.java'), validator);
      writeFileSync(join(folder, 'a.tmx'), [...writeTmx([...units, isolated], 'de')].join(''));
      const dtd = `jar:file:${omegat}!/schemas/tmx14.dtd`;
      expect(run('java', ['Valid.java', dtd, 'a.tmx'])).toBe('valid\n');
      writeFileSync(join(folder, 'b.tmx'), '<?xml version="1.0"?><tmx><body/></tmx>');
      expect(run('java', ['Valid.java', dtd, 'b.tmx'])).toContain('header');
    },
    120_000,
  );

  test.skipIf(!has('po2tmx'))(
    'a catalog that po2tmx made a memory of',
    () => {
      writeFileSync(
        join(folder, 'a.po'),
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Guten <b>Tag</b> & „Hallo“, %s."\nmsgstr "Good <b>day</b> & “hello”, %s."\n\nmsgid "offen"\nmsgstr ""\n',
      );
      run('po2tmx', ['-l', 'en', '--source-language=de', 'a.po', 'po.tmx']);
      expect(textsIn('po.tmx')).toEqual([['Guten <b>Tag</b> & „Hallo“, %s.', 'Good <b>day</b> & “hello”, %s.']]);
    },
    60_000,
  );

  test.skipIf(!has('omegat'))(
    'texts that OmegaT took over from our memory',
    () => {
      for (const name of ['source', 'target', 'tm/auto', 'glossary', 'dictionary', 'omegat', 'settings'])
        mkdirSync(join(folder, name), { recursive: true });
      const plain = ['Der „Gipfel“ beginnt & endet.', 'Putin < 3 reist nach Pjöngjang.'];
      const memory = plain.map((text): MemoryUnit => ({ source: [text], target: [`EN ${text}`], language: 'en' }));
      writeFileSync(join(folder, 'tm/auto/ours.tmx'), [...writeTmx(memory, 'de')].join(''));
      writeFileSync(join(folder, 'source/a.txt'), `${plain.join('\n\n')}\n`);
      writeFileSync(join(folder, 'omegat.project'), project);
      run('omegat', ['--mode=console-translate', '--quiet', `--config-dir=${join(folder, 'settings')}`, folder]);
      const written = `${folder.split('/').at(-1)}-omegat.tmx`;
      expect(textsIn(written).toSorted()).toEqual(plain.map((text) => [text, `EN ${text}`]));
    },
    120_000,
  );
});

const project = `<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0">
${['source', 'target', 'tm', 'glossary', 'dictionary'].map((name) => `<${name}_dir>__DEFAULT__</${name}_dir>`).join('\n')}
<source_lang>DE</source_lang><target_lang>EN</target_lang>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations>
</project></omegat>
`;

const validator = `import java.io.StringReader;
import java.nio.file.*;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.*;
import org.xml.sax.helpers.DefaultHandler;
public class Valid {
  public static void main(String[] names) throws Exception {
    String text = Files.readString(Path.of(names[1])).replaceFirst("[?]>", "?><!DOCTYPE tmx SYSTEM '" + names[0] + "'>");
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setValidating(true);
    factory.newSAXParser().parse(new InputSource(new StringReader(text)), new DefaultHandler() {
      public void error(SAXParseException error) throws SAXException { throw error; }
    });
    System.out.println("valid");
  }
}
`;
