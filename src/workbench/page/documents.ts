// How does a file become the workbook on screen?

import * as core from '@univerjs/core';
import * as formula from '@univerjs/engine-formula';
import { Editing } from '../editing/editing';
import { Host } from '../host/host';
import { createUniverEngine } from '../host/recalc/univer-engine';

/** A workbook that is open. */
export interface OpenDocument {
  /** Counts the workbooks opened. */
  readonly number: number;
  readonly fileName: string;
  readonly host: Host;
  readonly editing: Editing;
  readonly dispose: () => void;
}

let opened = 0;

/** Opens the bytes of an .xlsx; rejects where they are none. */
export async function openDocument(bytes: Uint8Array, fileName: string): Promise<OpenDocument> {
  const engine = createUniverEngine({ ...core, ...formula });
  try {
    const host = await Host.open({ engine, workbook: bytes, fileName });
    const editing = new Editing(host);
    return {
      number: ++opened,
      fileName,
      host,
      editing,
      dispose: () => {
        editing.dispose();
        host.dispose();
      },
    };
  } catch (error) {
    engine.dispose();
    throw error;
  }
}

/** Hands bytes to the browser as a download. */
export function download(bytes: Uint8Array<ArrayBuffer>, fileName: string): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
