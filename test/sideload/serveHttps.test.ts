/** Does https://localhost answer with a certificate that holds, and with the headers that Office wants? */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import type { Server } from 'node:https';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCertificate } from '../../src/sideload/certificate';
import { makeCertificate } from '../../src/sideload/certificate';
import { fileOf, serveHttps } from '../../src/sideload/serveHttps';

let folder: string;
let certificate: LocalCertificate;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'https-'));
  const log = jest.spyOn(console, 'log').mockImplementation();
  certificate = await makeCertificate(join(folder, 'certificate'));
  log.mockRestore();
  mkdirSync(join(folder, 'site', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'site', 'taskpane.html'), '窗格');
  writeFileSync(join(folder, 'site', 'assets', 'icon-32.png'), 'png');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await serveHttps(join(folder, 'site'), certificate, 0);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask(path: string, options: { method?: string; ca?: Buffer } = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const ca = options.ca ?? certificate.ca;
  return new Promise((resolve, reject) => {
    const { method = 'GET' } = options;
    const asked = request({ host: 'localhost', port, path, method, ca, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('end', () => {
        resolve({ status: answer.statusCode, headers: answer.headers, body });
      });
    });
    asked.on('error', reject).end();
  });
}

test('who trusts the authority gets the page; who does not gets nothing', async () => {
  expect(await ask('/taskpane.html?_host_Info=Excel$Win32')).toMatchObject({
    status: 200,
    body: '窗格',
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  });
  await expect(ask('/taskpane.html', { ca: Buffer.from('') })).rejects.toThrow(/certificate/);
});

test('icons may be stored, frames are not forbidden, other origins may read', async () => {
  const { headers } = await ask('/assets/icon-32.png');
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
  });
  for (const name of ['x-frame-options', 'content-security-policy']) {
    expect(headers[name]).toBeUndefined();
  }
  expect(headers['cache-control']).not.toMatch(/no-store/);
});

test('a browser that asks whether the web Excel may reach this computer is told yes', async () => {
  const { status, headers } = await ask('/taskpane.html', { method: 'OPTIONS' });
  expect(status).toBe(204);
  expect(headers['access-control-allow-private-network']).toBe('true');
});

test.each([
  '/none.html',
  '/',
  '/%',
  '/%00',
  '/..%2fsecret.txt',
  '/../secret.txt',
  '//..\\secret.txt',
])('%s is not found, and the server goes on', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, body: 'not found' });
  expect(await ask('/taskpane.html')).toMatchObject({ status: 200 });
});

test('no address names a file outside the folder', () => {
  expect(fileOf('/site', '/a/b.js')).toBe('/site/a/b.js');
  expect(fileOf('/site', '/a%2f..%2f..%2fsitemap')).toBeNull();
  expect(fileOf('/site', '/..%2fsite2/a')).toBeNull();
});

test('a port in use is refused with the code that says so', async () => {
  const { port } = server.address() as AddressInfo;
  await expect(serveHttps(folder, certificate, port)).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
