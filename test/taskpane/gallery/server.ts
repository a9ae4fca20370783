/** The gallery as a page: the pane in any of its situations, or on a specimen, in a browser without Excel. */
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const root = join(__dirname, '../../..');

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>pane</title>
<style>html,body,#pane{height:100%;margin:0}</style></head><body><div id="pane"></div>
<script src="/gallery.js"></script></body></html>`;

async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(__dirname, 'gallery.tsx')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    loader: { '.tsv': 'text', '.xlsx': 'binary', '.xls': 'binary' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [program] = outputFiles;
  if (program === undefined) throw new Error('nothing was bundled');
  return program.contents;
}

function serve(program: Uint8Array): Promise<Server> {
  const served = /^\/(assets|test\/specimens)\//;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(root, pathname);
    // The page is loaded again and again: what the browser has made of the program is kept.
    if (pathname === '/gallery.js') response.setHeader('cache-control', 'max-age=600').end(program);
    else if (served.test(pathname) && existsSync(file)) response.end(readFileSync(file));
    else response.setHeader('content-type', 'text/html').end(page);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

/** Of a gallery that is shown. */
export interface Gallery {
  /** Ends with a slash. */
  readonly address: string;
  readonly stop: () => void;
}

export async function startGallery(): Promise<Gallery> {
  const server = await serve(await bundle());
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}
