import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPair } from '../../src/checks/index.ts';
import { createTermFinder, findTerms } from '../../src/glossary/find.ts';
import { parseGlossary } from '../../src/glossary/load.ts';
import type { CheckedPair, Pair } from '../../src/model.ts';
import { createDice, type Dice, pick } from './dice.ts';
import { leastTime } from './least-time.ts';
import { figure, type Line, type Report } from './report.ts';
import { runProgram } from './took.ts';

/** All checks over 100,000 segments with their glossary, beside translate-toolkit's pofilter over some of them. */
export function checkManyPairs(): Report {
  const pairs = madePairs(100_000, createDice(5));
  const finder = createTermFinder(parseGlossary(readFileSync('glossary.yaml', 'utf8'), 'glossary.yaml'));
  const checked = (pair: MadePair): CheckedPair => {
    const terms = findTerms(pair.source, finder);
    return { ...pair, terms, unit: 'paragraph', curlyQuotes: true };
  };
  const findings = () => pairs.reduce((sum, pair) => sum + checkPair(checked(pair)).length, 0);
  const found = findings();
  const wordferry = pairs.length / (leastTime(findings) / 1000);
  return {
    title: `All checks: ${figure(pairs.length)} segments of about ${meanLength(pairs)} characters, one core`,
    lines: [
      { name: 'wordferry', figures: `${figure(wordferry)} segments a second, ${figure(found)} findings` },
      pofilter(pairs.slice(0, 2_000), wordferry),
    ],
  };
}

type MadePair = Pair & Pick<CheckedPair, 'languages'>;

/** The sentences of the first article with other figures in them, the same on both sides. */
function madePairs(count: number, dice: Dice): readonly MadePair[] {
  const sources = linesOf('source-de/nordkorea-truppen.txt');
  const languages = ['en', 'ko'].map((target) => ({
    languages: { source: 'de', target },
    targets: linesOf(`translations/${target}/nordkorea-truppen.txt`),
  }));
  return Array.from({ length: count }, () => {
    const { languages: pair, targets } = pick(languages, dice);
    const at = Math.floor(dice() * sources.length);
    const year = String(1990 + Math.floor(dice() * 40));
    const vary = (text = '') => text.replace('2024', year).replace(/\.$/, ` (${year}).`);
    return { source: vary(sources[at]), target: vary(targets[at]), languages: pair };
  });
}

/** Lines 2 and 7 are page furniture. */
function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((_, at) => at !== 1 && at !== 6);
}

function meanLength(pairs: readonly MadePair[]): number {
  return Math.round(pairs.reduce((sum, { source }) => sum + source.length, 0) / pairs.length);
}

function pofilter(pairs: readonly MadePair[], wordferry: number): Line {
  const name = 'pofilter';
  if (!runProgram(['which', name], { cwd: '.' }).isDone)
    return { name, figures: 'not installed (apt-get install translate-toolkit)' };
  const folder = mkdtempSync(join(tmpdir(), 'wordferry-bench-'));
  try {
    const header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n';
    const entries = pairs.map(({ source, target }, at) => {
      return `msgctxt "${at}"\nmsgid ${JSON.stringify(source)}\nmsgstr ${JSON.stringify(target)}\n`;
    });
    writeFileSync(join(folder, 'in.po'), [header, ...entries].join('\n'));
    const { isDone, cpu } = runProgram([name, 'in.po', 'out.po'], { cwd: folder });
    if (!isDone) return { name, figures: 'refused the segments' };
    const speed = pairs.length / cpu;
    const figures = `${figure(speed)} segments a second (${figure(pairs.length)} of them)`;
    return { name, figures, ratio: `wordferry is ${figure(wordferry / speed)} × as fast` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
