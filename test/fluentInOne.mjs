// Fluent is a thousand files, and every test file of the pane would load each of them: before the tests
// it is put into one, in which nothing is left out but React. Made anew when its version changes.
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const name = '@fluentui/react-components';
/** Where `moduleNameMapper` in jest.config.mjs finds it. */
const file = join(root, 'node_modules', '.cache', 'tests', 'fluent.cjs');

export default function fluentInOne() {
  const { version } = createRequire(import.meta.url)(`${name}/package.json`);
  const banner = `// ${name} ${version}`;
  if (existsSync(file) && readFileSync(file, 'utf8').startsWith(banner)) return;
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.tmp`;
  buildSync({
    stdin: { contents: `export * from '${name}'`, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['react', 'react-dom', 'react/jsx-runtime', 'scheduler'],
    banner: { js: banner },
    logLevel: 'error',
    outfile: unfinished,
  });
  renameSync(unfinished, file);
}
