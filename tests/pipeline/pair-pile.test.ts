import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fingerprint } from '../../src/fingerprint.ts';
import { parseGlossary } from '../../src/glossary/load.ts';
import type { Entry } from '../../src/model.ts';
import { translationPaths } from '../../src/paths/translation-paths.ts';
import { finishTranslation, type Project, planTranslation, requestMap } from '../../src/pipeline/index.ts';
import { createPairing, pairPile } from '../../src/pipeline/pile/pair-pile.ts';
import { readReviewFile } from '../../src/review-file/index.ts';
import { defaults, type Settings } from '../../src/settings.ts';

interface Row {
  readonly name: string;
  readonly format?: string;
  readonly de: string;
  readonly now?: string;
  readonly en: string;
  readonly moves?: boolean;
  readonly pairs: readonly string[];
}

const settings: Settings = { ...defaults, targets: ['en'] };
const glossary = parseGlossary('terms: { Pjöngjang: { en: Pyongyang } }', 'glossary.yaml');
const rows: readonly Row[] = parse(readFileSync(join(import.meta.dirname, 'pair-pile.yaml'), 'utf8'));

/** The review file of a translation, and what the next run without an engine makes of both files. */
function adopt({ format = 'md', de, now = de, en }: Omit<Row, 'name' | 'pairs'>) {
  const path = `source-de/a.${format}`;
  const files = { ...translationPaths(path, 'en', settings), text: en };
  const project: Project = {
    settings,
    glossary,
    sources: [{ path, text: now }],
    translations: [files],
    earlier: {},
    problems: [],
  };
  const [source] = project.sources;
  if (source === undefined) throw new Error('no source');
  const paired = pairPile({ files, source, before: { path, text: de } }, createPairing(project, 'translated'));
  if ('message' in paired) return { message: paired.message.id, entries: [] };
  const review = readReviewFile(paired.changes[0]?.after ?? '', files.reviewPath, paired.languages);
  const plan = planTranslation({ ...project, translations: [{ ...files, review }] }, { isSelected: () => true });
  const [next] = finishTranslation(plan, requestMap(), settings);
  return { entries: review.entries, edited: plan.translations[0]?.edited.size, next, changes: next?.changes };
}

function said(entries: readonly Entry[]): readonly string[] {
  const lines: { source: string; target: string }[] = [];
  for (const { source, target, joined, previous, state, machine, written } of entries) {
    const last = lines.at(-1);
    if (joined && last !== undefined) last.source += ` + ${source}`;
    else if (source === undefined) lines.push({ source: '', target: `→ ${target}` });
    else if (previous) lines.push({ source, target: ` ~ ${previous.source} → ${previous.target}` });
    else if (machine !== undefined) lines.push({ source, target: ` = ${target}` });
    else if (state === 'initial') lines.push({ source, target: written === fingerprint('') ? ' →' : ` = ${source}` });
    else lines.push({ source, target: ` → ${target}` });
  }
  return lines.map(({ source, target }) => source + target);
}

describe('an existing translation', () => {
  test.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const { entries, edited, next, changes } = adopt(row);
    expect(said(entries)).toEqual(row.pairs);
    expect(edited).toBe(0);
    if (row.moves) expect([...(next?.text ?? '')].sort()).toEqual([...row.en].sort());
    else expect(changes).toEqual([]);
  });

  const german = fc.constantFrom('Wien', 'Rat', '12', 'Haus', 'alt', 'neu', 'offen', '1953');
  const english = fc.constantFrom('Vienna', 'council', '12', 'house', 'old', 'new', 'open', '1953');
  const sentenceOf = (word: fc.Arbitrary<string>) =>
    fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `X ${words.join(' ')}.`);
  const lead = fc.constantFrom('', '', '', '# ', '- ', '> ');
  const blockOf = (word: fc.Arbitrary<string>) =>
    fc
      .tuple(lead, fc.array(sentenceOf(word), { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', ' ', '\n'))
      .map(([sign, sentences, blank]) => sign + sentences.join(sign === '' ? blank : ' '));
  const documentOf = (word: fc.Arbitrary<string>) =>
    fc.array(blockOf(word), { maxLength: 8 }).map((blocks) => `${blocks.join('\n\n')}\n`);

  test('is found by the next run as it stands, whatever became of the source', () => {
    fc.assert(
      fc.property(documentOf(german), documentOf(german), documentOf(english), (de, now, en) => {
        const { message, edited, next } = adopt({ de, now, en });
        expect(message).toBeUndefined();
        expect(edited).toBe(0);
        const words = (text = '') => (text.match(/\p{L}+|\p{N}+/gu) ?? []).sort();
        expect(words(next?.text)).toEqual(words(en));
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});
