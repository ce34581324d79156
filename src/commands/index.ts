import { engineIds } from '../engine-ids.ts';
import type { ExitStatus } from '../errors.ts';
import { glossaryFormats } from '../exchange/glossary/formats.ts';
import type { MessageId, MessageValues } from '../model.ts';
import type { Context } from './context.ts';

/** A command of the command line. Its code is loaded when it is run. */
export interface Command {
  /** Two words for one of a group: `glossary check`. */
  readonly name: string;
  /** As commander writes them: `[paths...]`. */
  readonly arguments?: string;
  readonly summary: MessageId;
  readonly options?: readonly Option[];
  readonly examples: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: each command knows the options that it declares here
  load(): Promise<{ run(context: Context, args: readonly string[], options: any): Promise<ExitStatus> }>;
}

export interface Option {
  /** As commander writes them: `--to <languages>`. */
  readonly flags: string;
  readonly text: MessageId;
  readonly values?: MessageValues;
  readonly type?: 'list' | 'number' | 'count' | 'amount';
  readonly choices?: readonly string[];
}

/** Words that several commands begin with. */
export const groups: readonly { readonly name: string; readonly summary: MessageId }[] = [
  { name: 'memory', summary: 'command.memory' },
  { name: 'glossary', summary: 'command.glossary' },
  { name: 'engines', summary: 'command.engines' },
];

const lockTimeout: Option = { flags: '--lock-timeout <seconds>', text: 'option.lock_timeout', type: 'number' };

/** Every command, in the order of a working day. */
export const commands: readonly Command[] = [
  {
    name: 'init',
    arguments: '[languages...]',
    summary: 'command.init',
    options: [{ flags: '--ci <platform>', text: 'option.ci', choices: ['github', 'gitlab', 'forgejo'] }],
    examples: ['wordferry init en ko', 'wordferry init --ci gitlab'],
    load: () => import('./init.ts'),
  },
  {
    name: 'translate',
    arguments: '[paths...]',
    summary: 'command.translate',
    options: [
      { flags: '--to <languages>', text: 'option.to', type: 'list' },
      { flags: '--engine <name>', text: 'option.engine', values: { engines: engineIds } },
      { flags: '--dry-run', text: 'option.dry_run' },
      { flags: '--explain', text: 'option.explain' },
      { flags: '--prune', text: 'option.prune' },
      { flags: '--max-characters <n>', text: 'option.max_characters', type: 'number' },
      { flags: '--max-cost <amount>', text: 'option.max_cost', type: 'amount' },
      { flags: '--max-documents <n>', text: 'option.max_documents', type: 'number' },
      { flags: '--retry-quarantined', text: 'option.retry_quarantined' },
      { flags: '--jobs <n>', text: 'option.jobs', type: 'count' },
      { flags: '--report <dir>', text: 'option.report' },
      { flags: '--watch', text: 'option.watch' },
      { flags: '--allow-plugins', text: 'option.allow_plugins' },
      { flags: '--allow-http <origins>', text: 'option.allow_http', type: 'list' },
      lockTimeout,
    ],
    examples: ['wordferry translate', 'wordferry translate --to ko --engine deepl', 'wordferry translate --dry-run'],
    load: () => import('./translate.ts'),
  },
  {
    name: 'adopt',
    arguments: '[paths...]',
    summary: 'command.adopt',
    options: [
      { flags: '--to <languages>', text: 'option.to', type: 'list' },
      { flags: '--state <state>', text: 'option.state_adopted', choices: ['translated', 'reviewed'] },
      { flags: '--assume-current', text: 'option.assume_current' },
      { flags: '--dry-run', text: 'option.dry_run' },
      lockTimeout,
    ],
    examples: ['wordferry adopt --dry-run', 'wordferry adopt translations/en --state reviewed'],
    load: () => import('./adopt.ts'),
  },
  {
    name: 'status',
    summary: 'command.status',
    examples: ['wordferry status', 'wordferry status --json'],
    load: () => import('./status.ts'),
  },
  {
    name: 'diff',
    arguments: '[paths...]',
    summary: 'command.diff',
    options: [
      { flags: '--base <rev>', text: 'option.base' },
      { flags: '--since-translation', text: 'option.since_translation' },
      {
        flags: '--format <format>',
        text: 'option.format',
        choices: ['terminal', 'markdown', 'html', 'json', 'patch', 'suggestions'],
      },
      { flags: '--out <file>', text: 'option.out_file' },
      { flags: '--edit-url <url>', text: 'option.edit_url' },
      { flags: '--report-url <url>', text: 'option.report_url' },
    ],
    examples: ['wordferry diff', 'wordferry diff --base origin/main --format markdown --out diff.md'],
    load: () => import('./diff.ts'),
  },
  {
    name: 'blame',
    arguments: '<file>',
    summary: 'command.blame',
    options: [{ flags: '--to <languages>', text: 'option.to', type: 'list' }],
    examples: [
      'wordferry blame translations/ko/article.txt:12',
      'wordferry blame source-de/article.txt --to en --json',
    ],
    load: () => import('./blame.ts'),
  },
  {
    name: 'check',
    arguments: '[paths...]',
    summary: 'command.check',
    options: [
      { flags: '--format <format>', text: 'option.format', choices: ['terminal', 'json', 'sarif', 'github'] },
      { flags: '--fix', text: 'option.fix' },
      lockTimeout,
      { flags: '--source <language>', text: 'option.source_language' },
      { flags: '--target <language>', text: 'option.target_language' },
    ],
    examples: [
      'wordferry check',
      'wordferry check translations/ko --format github',
      'wordferry check --fix',
      'wordferry check delivery.xlf --glossary glossary.yaml',
      'wordferry check strings.tsv --source de --target ko',
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'accept',
    arguments: '[paths-or-ids...]',
    summary: 'command.accept',
    options: [
      { flags: '--state <state>', text: 'option.state', choices: ['reviewed', 'final'] },
      { flags: '--to <languages>', text: 'option.to', type: 'list' },
      { flags: '--by <owners>', text: 'option.by', type: 'list' },
      { flags: '--base <rev>', text: 'option.owners_base' },
      { flags: '--merged <range>', text: 'option.merged' },
      lockTimeout,
    ],
    examples: [
      'wordferry accept translations/ko',
      'wordferry accept translations/en/a.txt:12 --state final',
      'wordferry accept source-de/a.txt#5c0e77d1@en',
      'wordferry accept translations/ko --by @kim,@house/korean --base origin/main',
      'wordferry accept --merged HEAD^..HEAD',
    ],
    load: () => import('./accept.ts'),
  },
  {
    name: 'review',
    arguments: '[paths...]',
    summary: 'command.review',
    options: [
      { flags: '--port <n>', text: 'option.port', type: 'number' },
      { flags: '--open', text: 'option.open' },
      lockTimeout,
    ],
    examples: ['wordferry review', 'wordferry review translations/ko --open'],
    load: () => import('./review.ts'),
  },
  {
    name: 'import',
    arguments: '<file>',
    summary: 'command.import',
    options: [{ flags: '--dry-run', text: 'option.dry_run' }, lockTimeout],
    examples: ['wordferry import decisions.json', 'wordferry import decisions.json --dry-run'],
    load: () => import('./import.ts'),
  },
  {
    name: 'resolve',
    arguments: '[paths...]',
    summary: 'command.resolve',
    options: [
      { flags: '--ours', text: 'option.ours' },
      { flags: '--theirs', text: 'option.theirs' },
      { flags: '--dry-run', text: 'option.dry_run' },
      lockTimeout,
    ],
    examples: ['wordferry resolve', 'wordferry resolve --dry-run', 'wordferry resolve translations/en/a.txt --theirs'],
    load: () => import('./resolve.ts'),
  },
  {
    name: 'publish',
    arguments: '[paths...]',
    summary: 'command.publish',
    options: [
      { flags: '--out <dir>', text: 'option.out_dir' },
      { flags: '--dry-run', text: 'option.dry_run' },
      { flags: '--override <reason>', text: 'option.override' },
      lockTimeout,
    ],
    examples: ['wordferry publish', 'wordferry publish --out site/content'],
    load: () => import('./publish.ts'),
  },
  {
    name: 'segment',
    arguments: '<file>',
    summary: 'command.segment',
    options: [
      { flags: '--explain', text: 'option.explain' },
      { flags: '--srx <file>', text: 'option.srx' },
    ],
    examples: ['wordferry segment source-de/article.txt --json', 'wordferry segment source-de/article.txt --explain'],
    load: () => import('./segment.ts'),
  },
  {
    name: 'terms',
    arguments: '<file>',
    summary: 'command.terms',
    examples: ['wordferry terms source-de/article.txt'],
    load: () => import('./terms.ts'),
  },
  {
    name: 'migrate',
    arguments: '[paths...]',
    summary: 'command.migrate',
    options: [{ flags: '--dry-run', text: 'option.dry_run' }, lockTimeout],
    examples: ['wordferry migrate --dry-run'],
    load: () => import('./migrate.ts'),
  },
  {
    name: 'memory lookup',
    arguments: '<file>',
    summary: 'command.memory.lookup',
    options: [
      { flags: '--to <language>', text: 'option.to_one' },
      { flags: '--min <n>', text: 'option.least_similar', type: 'number' },
      { flags: '--max <n>', text: 'option.most_matches', type: 'count' },
    ],
    examples: [
      'wordferry memory lookup source-de/article.txt --to en',
      'wordferry memory lookup draft.md --to ko --json',
    ],
    load: () => import('./memory-lookup.ts'),
  },
  {
    name: 'memory stats',
    summary: 'command.memory.stats',
    examples: ['wordferry memory stats', 'wordferry memory stats --json'],
    load: () => import('./memory-stats.ts'),
  },
  {
    name: 'memory concordance',
    arguments: '<word...>',
    summary: 'command.memory.concordance',
    options: [
      { flags: '--to <languages>', text: 'option.to', type: 'list' },
      { flags: '--in <side>', text: 'option.in_side', choices: ['source', 'target', 'both'] },
      { flags: '--max <n>', text: 'option.max_sentences', type: 'count' },
    ],
    examples: ['wordferry memory concordance Pjöngjang', 'wordferry memory concordance 평양 --to ko --in target'],
    load: () => import('./memory-concordance.ts'),
  },
  {
    name: 'memory export',
    summary: 'command.memory.export',
    options: [
      { flags: '--to <languages>', text: 'option.to', type: 'list' },
      { flags: '--out <file>', text: 'option.out_file' },
      { flags: '--reviewed-only', text: 'option.reviewed_only' },
    ],
    examples: ['wordferry memory export --to en --out memory.tmx', 'wordferry memory export --to ko --reviewed-only'],
    load: () => import('./memory-export.ts'),
  },
  {
    name: 'memory import',
    arguments: '<files...>',
    summary: 'command.memory.import',
    options: [{ flags: '--to <languages>', text: 'option.to', type: 'list' }, lockTimeout],
    examples: ['wordferry memory import old.tmx', 'wordferry memory import agency/*.tmx --to en'],
    load: () => import('./memory-import.ts'),
  },
  {
    name: 'glossary check',
    summary: 'command.glossary.check',
    examples: ['wordferry glossary check', 'wordferry glossary check --json'],
    load: () => import('./glossary-check.ts'),
  },
  {
    name: 'glossary candidates',
    arguments: '[paths...]',
    summary: 'command.glossary.candidates',
    options: [
      { flags: '--min <n>', text: 'option.min', type: 'number' },
      { flags: '--yaml', text: 'option.yaml' },
    ],
    examples: ['wordferry glossary candidates', 'wordferry glossary candidates --yaml >> glossary.yaml'],
    load: () => import('./glossary-candidates.ts'),
  },
  {
    name: 'glossary apply',
    summary: 'command.glossary.apply',
    options: [
      { flags: '--from <rev>', text: 'option.from' },
      { flags: '--dry-run', text: 'option.dry_run' },
      lockTimeout,
    ],
    examples: ['wordferry glossary apply --dry-run', 'wordferry glossary apply --from origin/main'],
    load: () => import('./glossary-apply.ts'),
  },
  {
    name: 'glossary export',
    summary: 'command.glossary.export',
    options: [
      { flags: '--format <format>', text: 'option.file_format', choices: glossaryFormats },
      { flags: '--to <languages>', text: 'option.to', type: 'list' },
      { flags: '--out <file>', text: 'option.out_file' },
    ],
    examples: [
      'wordferry glossary export --out names.tbx',
      'wordferry glossary export --format csv --to en',
      'wordferry glossary export --to ko --out names.tsv',
    ],
    load: () => import('./glossary-export.ts'),
  },
  {
    name: 'glossary import',
    arguments: '<file>',
    summary: 'command.glossary.import',
    options: [
      { flags: '--to <languages>', text: 'option.to', type: 'list' },
      { flags: '--dry-run', text: 'option.dry_run' },
      lockTimeout,
    ],
    examples: ['wordferry glossary import names.tbx --dry-run', 'wordferry glossary import names.csv'],
    load: () => import('./glossary-import.ts'),
  },
  {
    name: 'glossary sync',
    summary: 'command.glossary.sync',
    options: [
      { flags: '--to <languages>', text: 'option.to', type: 'list' },
      { flags: '--name <name>', text: 'option.glossary_name' },
      { flags: '--dry-run', text: 'option.dry_run' },
    ],
    examples: ['wordferry glossary sync --dry-run', 'wordferry glossary sync --to en,ko'],
    load: () => import('./glossary-sync.ts'),
  },
  {
    name: 'engines list',
    summary: 'command.engines.list',
    examples: ['wordferry engines list', 'wordferry engines list --json'],
    load: () => import('./engines-list.ts'),
  },
  {
    name: 'engines test',
    arguments: '<engine>',
    summary: 'command.engines.test',
    options: [
      { flags: '--to <languages>', text: 'option.to', type: 'list' },
      { flags: '--allow-http <origins>', text: 'option.allow_http', type: 'list' },
      lockTimeout,
    ],
    examples: ['wordferry engines test deepl', 'wordferry engines test ./my-engine.mjs --to ko'],
    load: () => import('./engines-test.ts'),
  },
  {
    name: 'engines install',
    arguments: '<pairs...>',
    summary: 'command.engines.install',
    options: [{ flags: '--from <dir>', text: 'option.from_folder' }],
    examples: ['wordferry engines install de-en en-ko', 'wordferry engines install de-en --from models'],
    load: () => import('./engines-install.ts'),
  },
  {
    name: 'engines trust',
    arguments: '<file>',
    summary: 'command.engines.trust',
    examples: ['wordferry engines trust engines/ours.mjs'],
    load: () => import('./engines-trust.ts'),
  },
  {
    name: 'costs',
    summary: 'command.costs',
    options: [{ flags: '--by <what>', text: 'option.costs_by', choices: ['day', 'month', 'document', 'engine'] }],
    examples: ['wordferry costs', 'wordferry costs --by document', 'wordferry costs --json'],
    load: () => import('./costs.ts'),
  },
  {
    name: 'verify',
    arguments: '[paths...]',
    summary: 'command.verify',
    examples: ['wordferry verify'],
    load: () => import('./verify.ts'),
  },
];
