import fc from 'fast-check';

/** German Markdown documents of 1 to 20 KB, always the same ones: front matter, headings, paragraphs, lists, tables, code. */
export function madeDocuments(count: number): readonly { readonly path: string; readonly text: string }[] {
  const texts = fc.sample(document, { seed: 3, numRuns: count });
  return texts.map((text, at) => ({ path: `teil-${at % 20}/${String(at).padStart(4, '0')}.md`, text }));
}

const words = [
  ...'der die das ein eine und oder weil Hafen Nacht Fähre Lotse Stadt Brücke Straßenbahn Übersetzung Öl'.split(' '),
  ...'fährt bleibt kommt zeigt zwischen über unter nach mit ohne neue alte schwere leichte größer 2024 3,5'.split(' '),
  ...[
    '[Seekarte](karten/ost.md)',
    '**Vorsicht**',
    '*heute*',
    '`npm run build`',
    '„Anker“',
    'z. B.',
    'Dr. Wahl',
    'am 12. Mai',
  ],
];

const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 4, maxLength: 24 })
  .chain((chosen) => fc.constantFrom('.', '.', '.', '?', '!', ':').map((stop) => `Es ${chosen.join(' ')}${stop}`));

const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 6 })
  .chain((sentences) => fc.constantFrom(' ', '\n').map((gap) => sentences.join(gap)));

const list = fc
  .array(sentence, { minLength: 2, maxLength: 6 })
  .map((items) => items.map((item) => `- ${item}`).join('\n'));

const table = fc
  .array(fc.tuple(fc.constantFrom(...words), sentence), { minLength: 2, maxLength: 8 })
  .map((rows) => ['| Wort | Satz |', '| --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n'));

const block = fc.oneof(
  { weight: 8, arbitrary: paragraph },
  { weight: 2, arbitrary: sentence.map((text) => `## ${text.slice(0, 40)}`) },
  { weight: 2, arbitrary: list },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: paragraph.map((text) => text.replaceAll(/^/gm, '> ')) },
  { weight: 1, arbitrary: fc.constant('```js\nconst anker = lichten();\nif (anker) await ablegen(anker);\n```') },
);

const document = fc
  .array(block, { minLength: 8, maxLength: 60, size: 'max' })
  .map((blocks) => `---\ntitle: Die Fähre\nweight: 3\n---\n\n# Die Fähre\n\n${blocks.join('\n\n')}\n`);
