/** What does the Open XML validator say of a workbook's bytes? */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Validated {
  readonly ok: boolean;
  readonly errors: readonly unknown[];
}

const validator = join(__dirname, '../node_modules/.bin/ooxml-validator');

/** Its verdict, with all that it objects to. */
export function validated(bytes: Uint8Array): Validated {
  const folder = mkdtempSync(join(tmpdir(), 'validated-'));
  try {
    const file = join(folder, 'workbook.xlsx');
    writeFileSync(file, bytes);
    const { stdout } = spawnSync(validator, [file], { encoding: 'utf8' });
    const { ok, errors } = JSON.parse(stdout) as Validated;
    return { ok, errors };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
