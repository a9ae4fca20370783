/** How does Excel get the add-in's files on this computer? Over https, with the headers that Office wants. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { extname, join, normalize, sep } from 'node:path';
import type { LocalCertificate } from './certificate';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
};

/**
 * Office refuses icons that must not be stored, and shows no page that forbids frames; the web Excel is
 * another origin, and asks whether a site on the internet may reach this computer.
 */
const officeHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-private-network': 'true',
  'x-content-type-options': 'nosniff',
} as const;

/** Icons may be kept for an hour; all else is asked for again, so that a new build is seen. */
const cacheFor = (extension: string): string =>
  extension === '.png' ? 'public, max-age=3600' : 'no-cache';

/** The file below the folder that an address names; null for one outside it, or that is no address. */
export function fileOf(folder: string, address: string): string | null {
  try {
    const path = decodeURIComponent(address.replace(/[?#].*$/, ''));
    if (path.includes('\0') || path.includes('\\')) return null;
    const file = normalize(join(folder, path));
    return file.startsWith(normalize(folder) + sep) ? file : null;
  } catch {
    return null;
  }
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse) {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { ...officeHeaders, 'access-control-allow-methods': 'GET, HEAD' });
    response.end();
    return;
  }
  const file = fileOf(folder, request.url ?? '/');
  const body = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || body === null) {
    response.writeHead(404, { ...officeHeaders, 'content-type': 'text/plain; charset=utf-8' });
    response.end('not found');
    return;
  }
  const extension = extname(file);
  response.writeHead(200, {
    ...officeHeaders,
    'content-type': contentTypes[extension] ?? 'application/octet-stream',
    'content-length': body.length,
    'cache-control': cacheFor(extension),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Serves a deployment's folder on this computer only.
 *
 * @param port 0 for any free one
 * @returns the server, listening; rejects with EADDRINUSE where the port is taken
 */
export function serveHttps(
  folder: string,
  certificate: LocalCertificate,
  port: number,
): Promise<Server> {
  const { cert, key } = certificate;
  const server = createServer({ cert, key }, (request, response) => {
    answer(folder, request, response).catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      resolve(server);
    });
  });
}
