/** How quick are other libraries that read the same workbook? They only parse it. */
import { read } from '@e965/xlsx';
import { readXlsx } from 'hucre';

/** By name. */
export const peers: ReadonlyMap<string, (bytes: Uint8Array) => unknown> = new Map<
  string,
  (bytes: Uint8Array) => unknown
>([
  ['hucre', (bytes) => readXlsx(bytes)],
  ['@e965/xlsx (SheetJS)', (bytes) => read(bytes, { type: 'array', cellNF: true })],
]);
