// Where does Node get Univer's engine from? Its packages are ES modules that jest cannot load,
// so they are bundled once into one CommonJS file under node_modules/.cache.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { UniverBundle } from './univer-engine';

const ENTRY = `
export { Univer, LogLevel, LocaleType, ObjectMatrix, Styles, numfmt, CellValueType, UniverInstanceType } from '@univerjs/core';
export { UniverFormulaEnginePlugin, ICalculateFormulaService } from '@univerjs/engine-formula';
`;

/**
 * Loads the engine, bundling it (about two seconds) when that was not done before.
 * Safe to call from several processes at once: the file appears whole or not at all.
 */
export function loadUniverBundle(root: string = process.cwd()): UniverBundle {
  const require = createRequire(join(root, 'package.json'));
  const description = join(root, 'node_modules', '@univerjs', 'core', 'package.json');
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string };
  const mark = createHash('sha256').update(ENTRY).digest('hex').slice(0, 8);
  const file = join(
    root,
    'node_modules',
    '.cache',
    'workbench-host',
    `univer-${version}-${mark}.cjs`,
  );
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}.tmp`;
    // In a process of its own: esbuild does not run inside jest's sandbox.
    const script = `require('esbuild').buildSync(${JSON.stringify({
      stdin: { contents: ENTRY, resolveDir: root },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      minify: true,
      logLevel: 'error',
      outfile: temporary,
    })})`;
    const run = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`the formula engine could not be bundled: ${run.stderr}`);
    renameSync(temporary, file);
  }
  return require(file) as UniverBundle;
}
