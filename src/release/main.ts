/** `npm run release`: one archive with everything an IT department needs to install the add-in. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { marked } from 'marked';
import { readOptions } from '../cli/options';
import { releaseTexts as texts } from '../wording/release';
import { archive, filesBelow } from './archive';
import { installationGuide, printablePage } from './guide';

const root = join(__dirname, '../..');
const kept = join(root, 'build', 'release');

const plan = {
  env: { kind: 'values', expected: ' origin=https://… ', read: (text: string) => text || null },
  help: { kind: 'switch', short: 'h' },
} as const;

function build(env: readonly string[], folder: string): Promise<boolean> {
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const options = env.flatMap((option) => ['--env', option]);
  const args = [webpack, '--mode', 'production', ...options, '--output-path', folder];
  return new Promise((resolve) => {
    const run = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    run.on('error', () => {
      resolve(false);
    });
    run.on('close', (status) => {
      resolve(status === 0);
    });
  });
}

async function release(origin: string): Promise<string> {
  const text = (file: string) => readFile(join(root, file), 'utf8');
  const { version } = JSON.parse(await text('package.json')) as { version: string };
  const name = texts.folder(version);
  const changes = marked.parse(await text('docs/changes.md'), { async: false });
  const bytes = await archive(name, [
    ...(await filesBelow(join(kept, 'dist'), 'dist/')),
    {
      name: texts.guide,
      bytes: Buffer.from(installationGuide(await text('README.md'), { origin, version })),
    },
    { name: texts.changes, bytes: Buffer.from(printablePage(texts.changesTitle, changes)) },
  ]);
  const file = join(kept, `${name}.zip`);
  await writeFile(file, bytes);
  const sum = createHash('sha256').update(bytes).digest('hex');
  return texts.written(relative(process.cwd(), file), (bytes.length / 1e6).toFixed(1), sum);
}

/** @returns the exit status: 0 written · 2 not */
async function main(args: readonly string[]): Promise<0 | 2> {
  const refuse = (message: string) => {
    process.stderr.write(`${message}\n`);
    return 2 as const;
  };
  const read = readOptions(args, plan);
  if (!read.ok) return refuse(read.fault.message);
  const { values, others } = read.value;
  if (values.help) {
    process.stdout.write(texts.usage);
    return 0;
  }
  const [first] = others;
  if (first !== undefined) return refuse(texts.notAnOption(first));
  const origin = values.env.find((option) => option.startsWith('origin='))?.slice('origin='.length);
  if (origin === undefined || origin === '') return refuse(texts.originMissing);
  process.stdout.write(`${texts.building}\n`);
  await mkdir(kept, { recursive: true });
  if (!(await build(values.env, join(kept, 'dist')))) return refuse(texts.notBuilt);
  try {
    process.stdout.write(`${await release(origin)}\n`);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(texts.notWritten(relative(process.cwd(), kept), reason));
  }
}

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
