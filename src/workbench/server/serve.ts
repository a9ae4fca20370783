// Which file is under which address of the workbench? Only this machine is answered.

import { readFile, readdir } from 'node:fs/promises';
import type { Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import type { Built } from './build';
import type { Sample, SampleFolder } from './samples';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Nothing may be fetched from anywhere else; the grid writes styles at run time. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Path → content. */
export type Files = ReadonlyMap<string, () => Promise<Uint8Array>>;

async function folderFiles(folder: string, at: string): Promise<[string, () => Promise<Buffer>][]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(folder, file).replaceAll('\\', '/');
      return [`${at}${path}`, () => readFile(file)];
    });
}

/**
 * The pane's page as built, with one script before all others: Excel puts its host object into the
 * pane before office.js runs, and so does this.
 */
async function paneWithHost(page: Promise<Uint8Array>): Promise<Uint8Array> {
  const text = Buffer.from(await page).toString('utf8');
  const marked = text.replace('<head>', '<head><script src="/page/seam.js"></script>');
  if (marked === text) throw new Error('the pane has no <head>');
  return Buffer.from(marked, 'utf8');
}

/** Everything that is served. */
export async function servedFiles(
  built: Built,
  samples: readonly Sample[],
  folders: readonly SampleFolder[],
): Promise<Files> {
  const files = new Map<string, () => Promise<Uint8Array>>([
    ...(await folderFiles(built.page, '/page/')),
    ...(await folderFiles(built.addin, '/addin/')),
    ...samples.map(({ id, bytes }) => [`/samples/${id}.xlsx`, bytes] as const),
    ...folders.flatMap(({ id, files: own }) =>
      own.map(({ bytes }, at) => [`/samples/${id}/${at}`, bytes] as const),
    ),
  ]);
  const index = files.get('/page/index.html');
  const pane = files.get('/addin/taskpane.html');
  if (index === undefined || pane === undefined) throw new Error('a page is missing');
  const list = {
    workbooks: samples.map(({ id, fileName, title }) => ({ id, fileName, title })),
    folders: folders.map(({ id, title, files: own }) => ({
      id,
      title,
      fileNames: own.map(({ fileName }) => fileName),
    })),
  };
  files.set('/', index);
  files.set('/samples/index.json', () => Promise.resolve(Buffer.from(JSON.stringify(list))));
  files.set('/addin/taskpane.html', () => paneWithHost(pane()));
  return files;
}

/** Pages of other sites that reach this server under a name of theirs get nothing. */
const isThisMachine = (host: string | undefined): boolean =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]+)?$/.test(host ?? '');

/** The path of an address; null where its escapes are none. */
function pathOf(address: string): string | null {
  try {
    return decodeURIComponent(address.replace(/[?#].*$/, ''));
  } catch {
    // The one error that decoding knows: an escape that stands for no character.
    return null;
  }
}

/** Whether a name always stands for the same: it holds a digest, or is of office.js, of which a run has one version. */
const isFixed = (path: string): boolean =>
  /[.-](?:[0-9a-f]{12}|[0-9A-Z]{8})\.js$/.test(path) || path.startsWith('/addin/officejs/');

/** @param isKept a browser may keep it for some minutes, and with a script what it has compiled */
function answer(
  response: ServerResponse,
  status: number,
  type: string,
  body: Uint8Array,
  isKept = false,
): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': isKept ? 'max-age=600' : 'no-store',
    'x-content-type-options': 'nosniff',
    ...(type.startsWith('text/html') && { 'content-security-policy': policy }),
  });
  response.end(body);
}

/**
 * Starts answering on this machine.
 *
 * @param port 0 for any free one
 * @returns the server, listening; rejects with EADDRINUSE where the port is taken
 */
export function serve(files: Files, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const path = isThisMachine(request.headers.host) ? pathOf(request.url ?? '/') : null;
    const file = path === null ? undefined : files.get(path);
    const plain = 'text/plain; charset=utf-8';
    if (path === null || file === undefined) {
      answer(response, 404, plain, Buffer.from('not found'));
      return;
    }
    const type = contentTypes[path === '/' ? '.html' : extname(path)] ?? 'application/octet-stream';
    file().then(
      (body) => {
        answer(response, 200, type, body, isFixed(path));
      },
      () => {
        answer(response, 500, plain, Buffer.from('the file is gone; start the workbench again'));
      },
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
