import pc from 'picocolors';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { textOf } from '../exchange/memory/index.ts';
import { createTermFinder } from '../glossary/find.ts';
import type { Language, Message } from '../model.ts';
import { createConcordance, isWord, type MarkedText } from '../pipeline/concordance.ts';
import type { Problem, Project } from '../pipeline/index.ts';
import { importedIn, type RememberedPair, rememberedIn } from '../pipeline/remembered.ts';
import { visibleText } from '../reports/visible.ts';
import { selectTargets } from '../run/selection.ts';
import { findRoot, readProject } from '../store/project.ts';
import { type Context, note, printJson } from './context.ts';
import { jsonProblem, placeText, showProblems } from './translate-report.ts';

interface ConcordanceOptions {
  readonly to?: readonly Language[];
  readonly in?: 'source' | 'target' | 'both';
  readonly max?: number;
}

/** Sentences with a word and how they were translated. Reads only, without a lock. */
export async function run(
  context: Context,
  words: readonly string[],
  { to, in: side = 'both', max = 50 }: ConcordanceOptions,
): Promise<ExitStatus> {
  const word = words.join(' ');
  if (!isWord(word)) throw new UserError({ id: 'memory.concordance.word' });
  const project = await readProject(findRoot(context.cwd), context.glossary);
  const mark = createConcordance({ word, side, finder: createTermFinder(project.glossary) });
  const known = selectTargets(project.settings, to).map((language) => knownPairs(project, language));
  const found = known.flatMap(({ pairs }) =>
    pairs.flatMap((pair) => {
      const marked = mark(pair);
      return marked === undefined ? [] : [{ ...pair, marked }];
    }),
  );
  const problems = known.flatMap((each) => each.problems);
  report(context, { word, found, shown: found.slice(0, max), problems });
  return problems.length > 0 ? exitStatus.findings : exitStatus.fine;
}

interface Found {
  readonly word: string;
  readonly found: readonly FoundPair[];
  readonly shown: readonly FoundPair[];
  readonly problems: readonly Problem[];
}

function report(context: Context, { word, found, shown, problems }: Found): void {
  if (context.json) {
    const json = problems.map((problem) => jsonProblem(problem, context));
    printJson(context, { word, count: found.length, sentences: shown.map(jsonOf), problems: json });
    return;
  }
  for (const sentence of shown) show(sentence, context);
  note(context, summary(word, found.length, shown.length));
  showProblems(problems, context);
}

/** `state` is absent for what was imported. */
type KnownPair = Omit<RememberedPair, 'state'> & Partial<Pick<RememberedPair, 'state'>>;

interface FoundPair extends KnownPair {
  readonly marked: Readonly<Record<'source' | 'target', MarkedText>>;
}

function knownPairs(project: Project, language: Language) {
  const { units, problems } = importedIn(project, language);
  const imported = units.map(({ source, target, document = '', place }): KnownPair => {
    return { source: textOf(source), target: textOf(target), language, document, place };
  });
  return { pairs: [...rememberedIn(project, language), ...imported], problems };
}

function summary(word: string, count: number, shown: number): Message {
  if (count === 0) return { id: 'memory.concordance.none', values: { word } };
  if (shown === count) return { id: 'memory.concordance.done', values: { word, count } };
  return { id: 'memory.concordance.more', values: { word, count, shown } };
}

function show({ place, state, marked }: FoundPair, { output, speaker }: Context): void {
  const said = state ?? speaker.say({ id: 'memory.concordance.imported' });
  output.print(`${placeText(place)}${said}`);
  for (const { text, marks } of [marked.source, marked.target]) output.paint(`  ${painted(text, marks, output.color)}`);
}

/** Without colours the word stands in brackets. */
function painted(text: string, marks: MarkedText['marks'], color: boolean): string {
  const { bold, yellow } = pc.createColors(color);
  const marked = (word: string) => (color ? bold(yellow(word)) : `[[${word}]]`);
  let [out, from] = ['', 0];
  for (const { start, end } of marks) {
    out += visibleText(text.slice(from, start)) + marked(visibleText(text.slice(start, end)));
    from = end;
  }
  return (out + visibleText(text.slice(from))).replaceAll('\n', ' ');
}

/** Kept stable. */
function jsonOf({ language, document, state, place, marked }: FoundPair): object {
  const { source, target } = marked;
  return {
    language,
    ...(document !== '' && { document }),
    state: state ?? 'imported',
    place,
    source: source.text,
    target: target.text,
    marks: { source: source.marks, target: target.marks },
  };
}
