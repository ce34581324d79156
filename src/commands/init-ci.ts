import type { Platform } from '../owners/index.ts';
import { originalPatterns, translatedPatterns } from '../paths/ci-patterns.ts';
import type { Settings } from '../settings.ts';
import { readText } from '../store/files.ts';
import { readTemplate } from '../store/templates.ts';
import { fillTemplate } from './fill-template.ts';

export const platforms: readonly Platform[] = ['github', 'gitlab', 'forgejo'];

/** Where each template goes. */
const files: Readonly<Record<Platform, Readonly<Record<string, string>>>> = {
  github: {
    '.github/workflows/translations.yml': 'github/translations.yml',
    '.github/workflows/translate.yml': 'github/translate.yml',
    '.github/workflows/adopt.yml': 'github/adopt.yml',
    '.github/workflows/accept.yml': 'github/accept.yml',
  },
  gitlab: { '.gitlab/wordferry.yml': 'gitlab/wordferry.yml', '.gitlab-ci.yml': 'gitlab/ci.yml' },
  forgejo: {
    '.forgejo/workflows/translations.yml': 'forgejo/translations.yml',
    '.forgejo/workflows/translate.yml': 'forgejo/translate.yml',
    '.forgejo/workflows/adopt.yml': 'forgejo/adopt.yml',
  },
};

/** The workflows of a platform, for a project's own folders and engines. */
export function workflowsOf(platform: Platform, settings: Settings): readonly { path: string; text: string }[] {
  const parts = partsOf(settings);
  return Object.entries(files[platform]).map(([path, name]) => ({
    path,
    text: fillTemplate(readTemplate(name), parts),
  }));
}

/** A `.gitlab-ci.yml` of the user's own does not know of ours. */
export function lacksInclude(root: string, platform: Platform): boolean {
  return platform === 'gitlab' && !(readText(root, '.gitlab-ci.yml') ?? '').includes('.gitlab/wordferry.yml');
}

function partsOf(settings: Settings): Readonly<Record<string, string>> {
  const translated = translatedPatterns(settings);
  const { needs, secrets } = accessOf(settings);
  const push = (name: string) => fillTemplate(readTemplate('ci/push-branches.sh'), { open: readTemplate(name) });
  const scripts = ['translate-documents', 'write-patch', 'apply-patch'].map((name) => `ci/${name}.sh`);
  return {
    ...Object.fromEntries(scripts.map((name) => [name, readTemplate(name)])),
    originals: originalPatterns(settings).map(listed).join('\n'),
    translated: translated.map(listed).join('\n'),
    translations: translated.join('\n'),
    secrets: [`NEEDS: '${needs.join(' ')}'`, ...secrets.map((name) => `${name}: \${{ secrets.${name} }}`)].join('\n'),
    needs: `NEEDS: '${needs.join(' ')}'`,
    'push-github': push('ci/open-github.sh'),
    'push-gitlab': push('ci/open-gitlab.sh'),
    'push-forgejo': push('ci/open-forgejo.sh'),
  };
}

const listed = (pattern: string): string => `- '${pattern.replaceAll("'", "''")}'`;

const variables: Readonly<Record<string, { readonly needs: readonly string[]; readonly more: readonly string[] }>> = {
  deepl: { needs: ['DEEPL_API_KEY'], more: [] },
  llm: { needs: ['WORDFERRY_LLM_URL', 'WORDFERRY_LLM_MODEL'], more: ['WORDFERRY_LLM_KEY'] },
  libretranslate: { needs: ['LIBRETRANSLATE_URL'], more: ['LIBRETRANSLATE_KEY'] },
};

/** What the engine that is asked first needs, and all that any may use. */
function accessOf({ engines = ['deepl'] }: Settings): {
  readonly needs: readonly string[];
  readonly secrets: readonly string[];
} {
  const known = engines.map((id) => variables[id] ?? { needs: [], more: [] });
  return { needs: known[0]?.needs ?? [], secrets: known.flatMap(({ needs, more }) => [...needs, ...more]) };
}
