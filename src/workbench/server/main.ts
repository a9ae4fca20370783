// `npm start`: builds what is needed, serves the workbench on this machine, prints its address,
// and opens it where there is a screen.
//
//   npm start -- --port 3001    on that port (otherwise 3000, or the next free one)
//   npm start -- --no-open      without opening a browser

import { spawn } from 'node:child_process';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { build } from './build';
import { samples } from './samples';
import type { Files } from './serve';
import { serve, servedFiles } from './serve';

const firstPort = 3000;
const portsTried = 20;

const usage = `用法：npm start -- [--port 端口] [--no-open]
  --port 端口   0 为任意空闲端口；不写时用 ${firstPort}，被占用时依次往后找
  --no-open     只显示地址，不打开浏览器`;

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function listen(files: Files, port: number | undefined): Promise<Server> {
  if (port !== undefined) return serve(files, port);
  for (let next = firstPort; next < firstPort + portsTried; next += 1) {
    try {
      return await serve(files, next);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  return serve(files, 0);
}

/** Shows the address in the user's browser; where that fails, the printed address must do. */
function openBrowser(address: string): void {
  const { platform, env } = process;
  const screen =
    platform === 'win32' || platform === 'darwin' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  if (!screen) return;
  const [command, args]: [string, string[]] =
    platform === 'win32'
      ? ['cmd', ['/c', 'start', '""', address]]
      : [platform === 'darwin' ? 'open' : 'xdg-open', [address]];
  const run = spawn(command, args, { stdio: 'ignore', detached: true });
  run.on('error', () => {
    console.error('未能打开浏览器，请手工打开上面的地址。');
  });
  run.unref();
}

interface Wish {
  readonly port: number | undefined;
  readonly open: boolean;
}

function readWish(args: readonly string[]): Wish | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    });
    const { port } = values;
    if (port !== undefined && !(/^[0-9]{1,5}$/.test(port) && Number(port) < 65536)) return null;
    return { port: port === undefined ? undefined : Number(port), open: !values['no-open'] };
  } catch {
    return null;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const wish = readWish(args);
  if (wish === null) {
    console.error(usage);
    return 2;
  }
  const root = process.cwd();
  const built = await build(root, () => {
    console.error('正在生成工作台（约半分钟，以后有改动才重新生成）… / Building the workbench…');
  });
  const files = await servedFiles(built, samples(root));
  let server;
  try {
    server = await listen(files, wish.port);
  } catch (error) {
    if (!isTaken(error)) throw error;
    console.error(`端口 ${String(wish.port)} 已被占用。请换一个端口，或不写 --port。`);
    return 2;
  }
  const { port } = server.address() as AddressInfo;
  const address = `http://localhost:${port}/`;
  console.log(`工作台 / Workbench: ${address}`);
  console.log('按 Ctrl+C 结束。/ Press Ctrl+C to stop.');
  if (wish.open) openBrowser(address);
  return 0;
}

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
