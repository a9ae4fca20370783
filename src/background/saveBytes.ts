/** How do bytes get from the page to the user? As a download, which the browser saves where the user likes. */

/** By the ending of a name; browsers may change an ending that does not fit. */
const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
};

/** How long the browser may take to fetch what it saves, in milliseconds. */
const fetchedWithin = 60_000;

/** @returns false where the browser lets nothing be saved */
export function saveBytes(name: string, bytes: Uint8Array): boolean {
  const link = document.createElement('a');
  if (!('download' in link)) return false;
  const type = types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, fetchedWithin);
  return true;
}
