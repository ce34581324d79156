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
  const checked = ({ source, target, languages }: MadePair): CheckedPair => {
    return { source, target, languages, terms: findTerms(source, finder), unit: 'paragraph', curlyQuotes: true };
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

/** Sentences of the first article, which are long and full of names, and as many short ones, each with a year of its own. */
function madePairs(count: number, dice: Dice): readonly MadePair[] {
  const sources = linesOf('source-de/nordkorea-truppen.txt');
  const long = ['en', 'ko'].flatMap((target) => {
    const targets = linesOf(`translations/${target}/nordkorea-truppen.txt`);
    return sources.map((source, at) => ({ source, target: targets[at] ?? '', languages: { source: 'de', target } }));
  });
  const short = plain.flatMap(([source, en, ko]) =>
    [en, ko].map((target, at) => ({ source, target, languages: { source: 'de', target: at === 0 ? 'en' : 'ko' } })),
  );
  return Array.from({ length: count }, () => {
    const { source, target, languages } = pick(dice() < 0.5 ? long : short, dice);
    const year = String(1990 + Math.floor(dice() * 40));
    const vary = (text: string) => text.replace('2024', year);
    return { source: vary(source), target: vary(target), languages };
  });
}

const plain = [
  ['Die Lage blieb 2024 ruhig.', 'The situation stayed calm in 2024.', '2024년 상황은 조용했다.'],
  [
    'Öffnen Sie die Einstellungen und wählen Sie eine Sprache.',
    'Open the settings and choose a language.',
    '설정을 열고 언어를 고른다.',
  ],
  [
    'Im Mai 2024 stiegen die Preise um 2,5 Prozent.',
    'Prices rose 2.5 percent in May 2024.',
    '2024년 5월 물가는 2.5% 올랐다.',
  ],
  [
    'Der Bericht „Wasser“ erschien am 3. Juni 2024.',
    'The report “Water” was published on June 3, 2024.',
    '보고서 “물”은 2024년 6월 3일에 나왔다.',
  ],
  [
    'Mehr als 12.500 Menschen kamen, doch niemand wurde verletzt.',
    'More than 12,500 people came, but no one was hurt.',
    '1만2500명 넘게 왔지만 다친 사람은 없었다.',
  ],
  [
    'Weitere Hinweise finden Sie unter https://example.org/hilfe.',
    'You will find more at https://example.org/hilfe.',
    '자세한 내용은 https://example.org/hilfe에 있다.',
  ],
  [
    'Die Sitzung beginnt um 18.30 Uhr (Saal 2).',
    'The session begins at 6:30 p.m. (room 2).',
    '회의는 오후 6시 30분에 시작한다(2호실).',
  ],
  ['Wer hat die Datei zuletzt geändert?', 'Who changed the file last?', '누가 파일을 마지막으로 바꿨는가?'],
] as const;

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
