/** `npm run excel`: builds the add-in, serves it over https on this computer, and opens Excel with it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from '../cli/options';
import { inBothLanguages, sideloadTexts } from '../wording/sideload';
import {
  authorityFile,
  forgetTrustedCertificate,
  makeCertificate,
  trustedCertificate,
  type LocalCertificate,
} from './certificate';
import { perform } from './perform';
import type { SideloadedAddin, Step } from './registration';
import { manifestId, platformOf, registrationSteps, removalSteps } from './registration';
import { serveHttps } from './serveHttps';

const root = join(__dirname, '../..');
const kept = join(root, 'build', 'excel');
const record = join(kept, 'sideloaded.json');
const platform = platformOf(process.platform);
const texts = sideloadTexts;

type Sentence = Parameters<typeof inBothLanguages>[0];

function say(sentence: Sentence): void {
  process.stdout.write(`${inBothLanguages(sentence)}\n`);
}

const options = {
  port: {
    kind: 'value',
    expected: ' 1 到 65535 之间的端口号',
    read: (text: string): number | null => {
      const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
      return port >= 1 && port <= 65_535 ? port : null;
    },
  },
  remove: { kind: 'switch' },
  help: { kind: 'switch', short: 'h' },
} as const;

function buildFor(origin: string): Promise<boolean> {
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const args = [webpack, '--mode', 'production', '--env', `origin=${origin}`];
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

async function addin(): Promise<SideloadedAddin> {
  return {
    id: manifestId(await readFile(join(root, 'manifest.xml'), 'utf8')),
    manifest: join(root, 'dist', 'manifest.xml'),
    workbook: join(root, 'test', 'specimens', 'puyang-2019.xlsx'),
    home: homedir(),
  };
}

function tellStep({ why }: Step, { manifest }: SideloadedAddin): void {
  say(why === 'uploadToWeb' ? texts.uploadToWeb(manifest) : texts[why]);
}

/** @returns whether every step could be made */
async function make(steps: readonly Step[], about: SideloadedAddin): Promise<boolean> {
  let whole = true;
  for (const step of steps) {
    tellStep(step, about);
    const outcome = await perform(step);
    if (outcome.kind === 'done') continue;
    whole = false;
    if (outcome.kind === 'excelNeverStarted') say(texts.excelNeverStarted(outcome.folder));
    else say(texts.failed(outcome.said));
  }
  return whole;
}

async function certificate(): Promise<LocalCertificate> {
  say(texts.certificate);
  await mkdir(kept, { recursive: true });
  if (platform === 'other') {
    const folder = join(kept, 'certificate');
    const made = await makeCertificate(folder);
    say(texts.certificateUntrusted(join(folder, authorityFile)));
    return made;
  }
  const { certificate: trusted, made } = await trustedCertificate();
  // Once ours, it stays ours to take away.
  if (made || !existsSync(record)) await writeFile(record, JSON.stringify({ made }));
  return trusted;
}

async function isOurs(): Promise<boolean> {
  if (!existsSync(record)) return false;
  const stored: unknown = JSON.parse(await readFile(record, 'utf8'));
  return typeof stored === 'object' && stored !== null && 'made' in stored && stored.made === true;
}

async function remove(): Promise<boolean> {
  const about = await addin();
  let whole = await make(removalSteps(platform, about), about);
  if (platform !== 'other' && (await isOurs())) {
    say(texts.forgetCertificate);
    await forgetTrustedCertificate().catch((error: unknown) => {
      whole = false;
      say(texts.failed(error instanceof Error ? error.message : String(error)));
    });
  } else {
    say(texts.keptCertificate);
  }
  if (!whole) return false;
  await rm(kept, { recursive: true, force: true });
  say(texts.removed);
  return true;
}

async function start(port: number): Promise<boolean> {
  const origin = `https://localhost:${port}`;
  say(texts.building(origin));
  if (!(await buildFor(origin))) return false;
  const local = await certificate();
  await serveHttps(join(root, 'dist'), local, port);
  say(texts.serving(origin));
  const about = await addin();
  const whole = await make(registrationSteps(platform, about), about);
  say(texts.stopHint);
  return whole;
}

async function main(): Promise<void> {
  const read = readOptions(process.argv.slice(2), options);
  const other = read.ok ? read.value.others[0] : undefined;
  if (!read.ok || other !== undefined) {
    say(texts.wrongArguments(read.ok ? `不认识的参数“${other ?? ''}”。` : read.fault.message));
    say(texts.usage);
    process.exitCode = 2;
    return;
  }
  const { help, remove: isRemoval, port } = read.value.values;
  if (help) {
    say(texts.usage);
    return;
  }
  const usedPort = port ?? 3000;
  try {
    const whole = isRemoval ? await remove() : await start(usedPort);
    if (!whole) process.exitCode = 1;
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    const said = error instanceof Error ? error.message : String(error);
    say(taken ? texts.portTaken(usedPort) : texts.failed(said));
    process.exitCode = 1;
  }
}

void main();
