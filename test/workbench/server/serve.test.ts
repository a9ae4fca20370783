/** Whatever comes in over the line, the server answers, or refuses, and goes on. */
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { serve } from '../../../src/workbench/server/serve';

let server: Server;
let port = 0;

beforeAll(async () => {
  const text = (content: string) => () => Promise.resolve(Buffer.from(content));
  server = await serve(
    new Map([
      ['/', text('<p>page</p>')],
      ['/samples/样 本.xlsx', text('sample')],
      ['/addin/pane.660a20c691c1.js', text('pane')],
      ['/page/part-CRXHYTQJ.js', text('part')],
      ['/page/main.js', text('main')],
      ['/gone', () => Promise.reject(new Error('gone'))],
    ]),
    0,
  );
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
});

/** Sends bytes as they are; the status of the answer and its body, empty where there is none. */
function send(request: string): Promise<{ readonly status: string; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const line = connect(port, '127.0.0.1', () => {
      line.end(Buffer.from(request, 'latin1'));
    });
    let answer = '';
    line.setEncoding('utf8');
    line.on('data', (piece) => (answer += String(piece)));
    line.on('error', reject);
    line.on('close', () => {
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      resolve({ status: head.split(' ')[1] ?? '', body });
    });
  });
}

const get = (path: string, host = 'localhost') =>
  send(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

test('what is there is served, also under an escaped name and with a query', async () => {
  expect(await get('/')).toMatchObject({
    status: '200',
    body: expect.stringContaining('<p>page</p>') as string,
  });
  expect(await get('/?a=%')).toMatchObject({ status: '200' });
  const name = encodeURI('/samples/样 本.xlsx');
  expect(await get(name)).toMatchObject({ body: expect.stringContaining('sample') as string });
});

test('only what a name stands for in every run may be kept by the browser', async () => {
  const head = async (path: string) =>
    (await fetch(`http://localhost:${port}${path}`)).headers.get('cache-control');
  expect(await head('/addin/pane.660a20c691c1.js')).toBe('max-age=600');
  expect(await head('/page/part-CRXHYTQJ.js')).toBe('max-age=600');
  for (const path of ['/', '/page/main.js', '/gone.660a20c691c1.js']) {
    expect([path, await head(path)]).toEqual([path, 'no-store']);
  }
});

test.each([
  '/%',
  '/%zz',
  '/%ff',
  '/%c0%ae',
  '/%',
  '/..%2f..%2fetc/passwd',
  '/%00',
  '*',
  '//',
  '/none',
])('%s is not found, and the next request is answered', async (path) => {
  expect(await get(path)).toMatchObject({ status: '404' });
  expect(await get('/')).toMatchObject({ status: '200' });
});

test.each(['other.example', 'localhost.other.example', '127.0.0.1@other', '', 'localhost:1:2'])(
  'under the name “%s” nothing is served',
  async (host) => {
    expect(await get('/', host)).toMatchObject({ status: '404' });
    expect(await get('/%', host)).toMatchObject({ status: '404' });
  },
);

test.each([
  'GET / HTTP/9.9\r\n\r\n',
  'GET\r\n\r\n',
  '\u0000\u0001\u0002\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.1\r\nHost localhost\r\n\r\n',
  `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n',
  'GET http://[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
])('a request that is none (%#) does no harm', async (request) => {
  expect((await send(request)).status).not.toBe('200');
  expect(await get('/')).toMatchObject({ status: '200' });
});

test('a file that cannot be read is said so', async () => {
  expect(await get('/gone')).toMatchObject({ status: '500' });
});
