// Makes the program in dist/ from src/, in a few files: Node takes longer to load hundreds of them than to run most commands.
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { build } from 'vite';

for (const name of readdirSync('dist')) if (/\.js(?:\.map|on)?$/.test(name)) rmSync(`dist/${name}`);

const bundle = await rolldown({
  input: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    'local-worker': 'src/engines/local-worker.ts',
    'parse-worker': 'src/store/parse-worker.ts',
    'search-worker': 'src/store/search-worker.ts',
  },
  platform: 'node',
  // What is installed beside it stays what it is.
  external: (id) => !/^[./]/.test(id) && !/^[A-Z]:/.test(id),
});
await bundle.write({ dir: 'dist', format: 'esm', sourcemap: true, chunkFileNames: '[name].js' });

for (const folder of ['messages', 'templates'])
  cpSync(`src/${folder}`, `dist/${folder}`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
await buildPage();
chmodSync('dist/cli.js', 0o755);
writeFileSync('dist/build.json', `${JSON.stringify({ id: fingerprintOf('dist') })}\n`);

/** The page of `wordferry review`: an HTML, a script and a style sheet, which a browser gets as they are. */
async function buildPage() {
  await build({
    configFile: false,
    root: 'src/review/page',
    logLevel: 'warn',
    build: {
      outDir: resolve('dist/review'),
      emptyOutDir: true,
      target: 'es2023',
      cssTarget: 'chrome123',
      modulePreload: false,
      rolldownOptions: { output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' } },
    },
  });
}

/** Of all that a run of the program may depend on. */
function fingerprintOf(folder) {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'));
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:js|json|yaml|yml)$/.test(name));
  for (const name of names.sort()) hash.update(name).update(readFileSync(`${folder}/${name}`));
  return hash.digest('hex');
}
