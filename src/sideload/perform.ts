/** Makes the steps of a registration, one after another, and tells of each. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Step } from './registration';

/** What came of a step. */
export type StepOutcome =
  | { readonly kind: 'done' }
  /** The folder that the step needs is not there: Excel was never started by this user. */
  | { readonly kind: 'excelNeverStarted'; readonly folder: string }
  /** A program could not be started, or ended with another status than 0. */
  | { readonly kind: 'failed'; readonly said: string };

function run(program: string, args: readonly string[]): Promise<StepOutcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => (said += text.toString()));
    }
    child.on('error', (error) => {
      resolve({ kind: 'failed', said: error.message });
    });
    child.on('close', (status) => {
      resolve(status === 0 ? { kind: 'done' } : { kind: 'failed', said: said.trim() });
    });
  });
}

/** Makes one step; nothing is thrown. */
export async function perform(step: Step): Promise<StepOutcome> {
  switch (step.kind) {
    case 'run':
      return run(step.program, step.args);
    case 'copy':
      if (!existsSync(step.needs)) return { kind: 'excelNeverStarted', folder: step.needs };
      return attempt(async () => {
        await mkdir(dirname(step.to), { recursive: true });
        await copyFile(step.from, step.to);
      });
    case 'delete':
      return attempt(() => rm(step.file, { force: true }));
    case 'tell':
      return { kind: 'done' };
  }
}

async function attempt(act: () => Promise<void>): Promise<StepOutcome> {
  try {
    await act();
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'failed', said: error instanceof Error ? error.message : String(error) };
  }
}
