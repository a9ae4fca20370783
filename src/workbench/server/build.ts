// What does the workbench serve, and is it up to date? The add-in as webpack builds it for Excel,
// and the workbench's own page; each is built again only when something it is made of has changed.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as esbuild from 'esbuild';
import { madeOnce } from './madeOnce';

/** Folders, below the project's own, that hold what is served. */
export interface Built {
  /** As `npm run build` makes it. */
  readonly addin: string;
  readonly page: string;
}

const addinSources = ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'package-lock.json'];
const pageSources = ['src/workbench', 'package-lock.json'];
const page = 'src/workbench/page';

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return [path];
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
}

/** Twelve digits that change with the names or contents of the sources. */
async function digest(root: string, sources: readonly string[], without: RegExp): Promise<string> {
  const lists = await Promise.all(sources.map((source) => filesBelow(join(root, source))));
  const hash = createHash('sha256');
  for (const file of lists.flat().sort()) {
    const name = relative(root, file);
    if (without.test(name.replaceAll('\\', '/'))) continue;
    hash
      .update(name)
      .update('\0')
      .update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Runs webpack as `npm run build` does, into another folder, so that dist/ stays what it is. */
function bundleAddin(root: string, folder: string): Promise<void> {
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const args = [webpack, '--mode', 'production', '--output-path', folder];
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [run.stdout, run.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    run.on('error', reject);
    run.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`the add-in could not be built:\n${said}`));
    });
  });
}

async function bundlePage(root: string, folder: string): Promise<void> {
  const common = {
    bundle: true,
    minify: true,
    target: 'es2022',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  } as const;
  await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: { main: join(root, page, 'main.tsx') },
      format: 'esm',
      splitting: true,
      jsx: 'automatic',
      outdir: folder,
      chunkNames: 'part-[hash]',
      loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
    }),
    esbuild.build({
      ...common,
      entryPoints: { seam: join(root, page, 'seam.ts') },
      format: 'iife',
      outdir: folder,
    }),
    cp(join(root, page, 'index.html'), join(folder, 'index.html')),
  ]);
}

/**
 * Builds what is missing or out of date: about 25 seconds, and half a second when nothing is.
 *
 * @param root the project's folder
 * @param building told before something is built
 */
export async function build(root: string, building: () => void): Promise<Built> {
  const [addinMark, pageMark] = await Promise.all([
    digest(root, addinSources, /^src\/(?:workbench|cli|sideload)\//),
    digest(root, pageSources, /^src\/workbench\/server\//),
  ]);
  const folder = join(root, 'build', 'workbench');
  const known = [`addin-${addinMark}`, `page-${pageMark}`].every((name) =>
    existsSync(join(folder, name)),
  );
  if (!known) building();
  const [addin, pageFolder] = await Promise.all([
    madeOnce(folder, 'addin', addinMark, (to) => bundleAddin(root, to)),
    madeOnce(folder, 'page', pageMark, (to) => bundlePage(root, to)),
  ]);
  return { addin, page: pageFolder };
}
