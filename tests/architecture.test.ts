import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Which folder of src/ may import which, and which may reach outside. `.` are the words at the top that everybody shares.
 */
const folders: Readonly<
  Record<string, { readonly imports: readonly string[]; readonly outside?: RegExp; readonly remedy: string }>
> = {
  // Only the type of the messages' keys.
  'model.ts': {
    imports: ['messages'],
    remedy: 'The model imports nothing: say the type here, and the function elsewhere.',
  },
  // SRX is XML.
  languages: {
    imports: ['.'],
    outside: /^saxes$/,
    remedy: 'Languages know texts only. What needs a document belongs into pipeline/.',
  },
  glossary: { imports: ['.', 'languages'], remedy: 'The glossary knows texts and languages only.' },
  memory: { imports: ['.', 'languages'], remedy: 'The memory knows pairs only; reading them is store/.' },
  formats: {
    imports: ['.'],
    outside: /^@formatjs\/icu-messageformat-parser$/,
    remedy: 'A format turns text into ranges; sentences and targets come from the pipeline.',
  },
  checks: {
    imports: ['.', 'languages', 'glossary'],
    remedy: 'A check looks at a pair. Places and files come from the pipeline.',
  },
  exchange: {
    // How gettext's catalogs are written, and how terms inflect where nobody says it.
    imports: ['.', 'formats', 'glossary'],
    outside: /^saxes$/,
    remedy: "Exchange reads other tools' files into pairs; what is found in them is the pipeline's.",
  },
  'review-file': { imports: ['.'], remedy: 'The review file is a text; store/ reads and writes it.' },
  paths: {
    imports: ['.'],
    outside: /^minimatch$/,
    remedy: 'A path is a text here; what stands there is store/.',
  },
  // A line of CODEOWNERS may be a regular expression, which runs on the machines of SRX.
  owners: {
    imports: ['.', 'languages'],
    remedy: 'Owners are names in a text here; the file is read by store/, and what they may do is decided in run/.',
  },
  pipeline: {
    imports: ['.', 'paths', 'languages', 'glossary', 'memory', 'formats', 'exchange', 'checks', 'review-file'],
    remedy: 'The pipeline is pure: plug-ins, files and engines come in as arguments.',
  },
  reports: {
    imports: ['.', 'pipeline', 'review-file'],
    // How wide a sign is.
    outside: /^string-width$/,
    remedy: 'A report is made of values; a command prints it.',
  },
  engines: {
    imports: ['.', 'languages'],
    outside: /^(?:node:(?!fs|child_process)|undici|deepl-node|axios)/,
    remedy: 'An engine speaks to the network only; the journal comes in as an argument.',
  },
  messages: { imports: ['.'], outside: /^@formatjs/, remedy: 'Messages are words only.' },
  store: {
    // The shapes of what it reads: the languages' for SRX files and lists of abbreviations.
    imports: [
      '.',
      'paths',
      'owners',
      'languages',
      'memory',
      'formats',
      'glossary',
      'checks',
      'review-file',
      'pipeline',
    ],
    outside: /^(?:node:|ignore$)/,
    remedy: 'The store reads and writes; what it means is decided in the pipeline.',
  },
  run: {
    // Other tools' memories.
    imports: ['.', 'paths', 'owners', 'pipeline', 'review-file', 'exchange', 'engines', 'store'],
    outside: /^(?:node:path|node:url|yaml)/,
    remedy: 'A run puts disk and engines around the pipeline; it prints nothing.',
  },
  review: {
    imports: [
      '.',
      'paths',
      'pipeline',
      'formats',
      'exchange',
      'glossary',
      'memory',
      'reports',
      'messages',
      'store',
      'run',
    ],
    outside: /^node:(?:http|net|path|timers\/promises)$/,
    remedy: 'The page is served here; what a decision does to a document is decided in the pipeline.',
  },
  'review/api.ts': { imports: ['.'], remedy: 'What the page and its server say to one another is types alone.' },
  'review/page': {
    imports: ['.', 'review/api.ts'],
    outside: /^(?:preact|preact\/hooks|preact\/compat|@preact\/signals|@formatjs\/intl)$/,
    remedy: 'The page runs in a browser: what it knows comes from the server.',
  },
  commands: {
    imports: [
      '.',
      'paths',
      'owners',
      'pipeline',
      'formats',
      'exchange',
      'glossary',
      'memory',
      'reports',
      'review-file',
      'engines',
      'messages',
      'store',
      'run',
      'review',
    ],
    outside: /^(?:node:path|node:crypto|node:module|picocolors|string-width|cli-progress)/,
    remedy: 'A command reads, calls the pipeline and prints.',
  },
};

/** What pure folders may use from outside. */
const pure = /^(?:yaml|zod|diff|entities\/decode|node:crypto|picocolors\/types)/;

/** The files at the top that `.` means; the others are the program and the library, which nothing imports. */
const words: ReadonlySet<string> = new Set(
  [
    'conflicts',
    'engine-ids',
    'engine-options',
    'errors',
    'fingerprint',
    'ids',
    'language-tag',
    'local-models',
    'model',
    'once',
    'package-files',
    'settings',
    'splice',
    'states',
    'version',
  ].map((name) => `${name}.ts`),
);

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

test.each(files)('src/%s imports only what its folder may', (file) => {
  const name = [file, ...pageOf(file), file.split('/')[0] ?? ''].find((one) => folders[one] !== undefined);
  const rule = folders[name ?? ''];
  if (!file.includes('/') && rule === undefined) return;
  expect(rule, `src/${file}: a new folder needs a line in tests/architecture.test.ts`).toBeDefined();
  for (const target of importsOf(file)) {
    const isOwn = target.startsWith('.');
    const path = posix.normalize(posix.join(posix.dirname(file), target));
    const folder = words.has(path) ? '.' : (path.split('/')[0] ?? '');
    const allowed = isOwn
      ? path.startsWith(`${name}/`) || [folder, path].some((one) => rule?.imports.includes(one))
      : pure.test(target) || (rule?.outside?.test(target) ?? false);
    expect(allowed, `src/${file} imports ${target}. ${rule?.remedy}`).toBe(true);
  }
});

test.each(['engines', 'checks', 'formats'])('plug-ins in %s do not know one another', (folder) => {
  const list = new Set(valueImportsOf(`${folder}/index.ts`).map((target) => posix.normalize(target)));
  for (const plugin of list) {
    for (const target of importsOf(`${folder}/${plugin}`)) {
      expect(
        target.startsWith('./') && list.has(posix.normalize(target)),
        `src/${folder}/${plugin} imports ${target}. What two need gets a file of its own.`,
      ).toBe(false);
    }
  }
});

test('the disk is reached from store/ alone', () => {
  const others = files.filter(
    (file) => !file.startsWith('store/') && importsOf(file).some((target) => /^node:fs/.test(target)),
  );
  expect(others, 'Read and write through src/store/.').toEqual([]);
});

test('git and other programs are started from store/ alone', () => {
  const others = files.filter((file) => !file.startsWith('store/') && importsOf(file).includes('node:child_process'));
  expect(others).toEqual([]);
});

/** The page of the review is another program than its server. */
function pageOf(file: string): readonly string[] {
  return file.startsWith('review/page/') ? ['review/page'] : [];
}

function importsOf(file: string): readonly string[] {
  return targetsIn(readFileSync(`src/${file}`, 'utf8'));
}

function valueImportsOf(file: string): readonly string[] {
  return targetsIn(readFileSync(`src/${file}`, 'utf8').replace(/^import type .*$/gm, ''));
}

function targetsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map((match) => match[1] ?? '');
}
