/** What does a browser load before the pane is first seen? Measured on a production build. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const root = join(__dirname, '../..');

/** The most that the first sight of the pane, or of the page without Excel, may need, in bytes, gzipped. */
export const initialScriptsAim = 152_000;

/** Makes the add-in as `npm run build` does, in a folder of its own. */
export async function buildInto(folder: string): Promise<void> {
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  const options = ['--mode', 'production', '--output-path', folder];
  await promisify(execFile)(process.execPath, [webpack, ...options], { cwd: root });
}

export interface Script {
  /** Relative to the page. */
  readonly file: string;
  /** In bytes, as a server sends it. */
  readonly gzipped: number;
}

/** Every script that a page names, the pane's unless another is meant, office.js apart; the rest is loaded after the first paint. */
export function initialScripts(folder: string, page = 'taskpane.html'): readonly Script[] {
  const text = readFileSync(join(folder, page), 'utf8');
  return [...text.matchAll(/<script[^>]*\ssrc="?([^">\s]+)/g)]
    .flatMap(([, file]) => (file === undefined || file.startsWith('officejs/') ? [] : [file]))
    .map((file) => ({
      file,
      gzipped: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    }));
}

/** All of them together, in bytes. */
export function initialSize(folder: string, page?: string): number {
  return initialScripts(folder, page).reduce((sum, { gzipped }) => sum + gzipped, 0);
}
