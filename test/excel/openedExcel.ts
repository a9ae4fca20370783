/** How does a test open a workbook in the real office.js and get the product's ports on it? */
import { readFileSync } from 'node:fs';
import { openExcel, type ExcelPorts } from '../../src/excel/openExcel';
import type { Result } from '../../src/domain/result';
import {
  bootOffice,
  lendName,
  type BootedOffice,
  type BootOptions,
} from '../../src/workbench/host/boot';
import type { Host } from '../../src/workbench/host/host';
import { HeldClock } from '../HeldClock';

export interface OpenedExcel extends ExcelPorts {
  readonly office: BootedOffice;
  readonly host: Host;
  readonly clock: HeldClock;
  readonly close: () => void;
}

export async function openedExcel(
  options: BootOptions = {},
  clockOf: (office: BootedOffice) => HeldClock = clockOfItself,
): Promise<OpenedExcel> {
  const office = await bootOffice({ ...options, globals: true });
  lendName('window', () => office.window);
  const clock = clockOf(office);
  const ports = valueOf(await openExcel(clock));
  office.host.log.clear();
  return {
    ...ports,
    office,
    host: office.host,
    clock,
    close: () => {
      office.dispose();
      Reflect.deleteProperty(globalThis, 'window');
    },
  };
}

/** A silence of Excel is waited for in no time. */
function clockOfItself({ desktop }: BootedOffice): HeldClock {
  return new HeldClock('2020-03-01T09:00:00', { isBusy: () => desktop.pending > 0 }, 'itself');
}

/** Batches and characters since the last call or the start. */
export function spent(host: Host): { batches: number; sent: number; received: number } {
  const { batches, sent, received } = host.log.totals;
  host.log.clear();
  return { batches, sent, received };
}

/** A specimen's bytes. */
export function specimen(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../specimens/${name}`, urlOfThis())));
}

function urlOfThis(): string {
  return `file://${__filename}`;
}

/** The value of a result that must be one. */
export function valueOf<T, F>(result: Result<T, F>): T {
  if (!result.ok) throw new Error(`unexpected fault: ${JSON.stringify(result.fault)}`);
  return result.value;
}

/** The fault of a result that must be one. */
export function faultOf<T, F>(result: Result<T, F>): F {
  if (result.ok) throw new Error(`unexpected success: ${JSON.stringify(result.value)}`);
  return result.fault;
}
