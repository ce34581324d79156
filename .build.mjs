// Makes the program in dist/ from src/, in a few files: Node takes longer to load hundreds of them than to run most commands.
import { chmodSync, cpSync, readdirSync, rmSync } from 'node:fs';
import { rolldown } from 'rolldown';

for (const name of readdirSync('dist')) if (/\.js(?:\.map)?$/.test(name)) rmSync(`dist/${name}`);

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
chmodSync('dist/cli.js', 0o755);
