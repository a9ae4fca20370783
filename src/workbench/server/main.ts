// `npm start`: builds what is needed, serves the workbench on this machine, prints its address,
// and opens it where there is a screen.
//
//   npm start -- --port 3001    on that port (otherwise 3000, or the next free one)
//   npm start -- --no-open      without opening a browser

import { spawn } from 'node:child_process';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readOptions } from '../../cli/options';
import { build } from './build';
import { sampleFolders, samples } from './samples';
import type { Files } from './serve';
import { serve, servedFiles } from './serve';

const firstPort = 3000;
const portsTried = 20;

const usage = `用法：npm start -- [--port 端口] [--no-open]
  --port 端口   0 为任意空闲端口；不写时用 ${firstPort}，被占用时依次往后找
  --no-open     只显示地址，不打开浏览器`;

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function listen(files: Files, port: number | null): Promise<Server> {
  if (port !== null) return serve(files, port);
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

const plan = {
  port: { kind: 'value', expected: ' 0 到 65535 的端口', read: parsePort },
  'no-open': { kind: 'switch' },
  help: { kind: 'switch', short: 'h' },
} as const;

function parsePort(text: string): number | null {
  return /^[0-9]{1,5}$/.test(text) && Number(text) < 65536 ? Number(text) : null;
}

async function main(args: readonly string[]): Promise<number> {
  const read = readOptions(args, plan);
  const [extra] = read.ok ? read.value.others : [];
  if (!read.ok || extra !== undefined) {
    console.error(read.ok ? `不认识的参数“${extra}”。` : read.fault.message);
    console.error(usage);
    return 2;
  }
  const { values } = read.value;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const root = process.cwd();
  const built = await build(root, () => {
    console.error('正在生成工作台（约半分钟，以后有改动才重新生成）… / Building the workbench…');
  });
  const files = await servedFiles(built, samples(root), await sampleFolders(root));
  let server;
  try {
    server = await listen(files, values.port);
  } catch (error) {
    if (!isTaken(error)) throw error;
    console.error(`端口 ${String(values.port)} 已被占用。请换一个端口，或不写 --port。`);
    return 2;
  }
  const { port } = server.address() as AddressInfo;
  const address = `http://localhost:${port}/`;
  console.log(`工作台 / Workbench: ${address}`);
  console.log(`没有 Excel 时用的网页 / The page without Excel: ${address}addin/index.html`);
  console.log('按 Ctrl+C 结束。/ Press Ctrl+C to stop.');
  if (!values['no-open']) openBrowser(address);
  return 0;
}

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
