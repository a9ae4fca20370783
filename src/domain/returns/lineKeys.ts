/** By what is a line known, however the sheet is arranged? */
import type { TableLine } from '../recognise/table';

/**
 * One key per line, each unique: the form's line where the label names one, `total`, otherwise the
 * label; a sub-line with its line before it. What comes again is counted: `education`, `education#2`.
 */
export function lineKeys(lines: readonly TableLine[]): string[] {
  const times = new Map<string, number>();
  const keys: string[] = [];
  for (const line of lines) {
    const name = nameOf(line, keys);
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    keys.push(time === 1 ? name : `${name}#${time}`);
  }
  return keys;
}

/** Labels in quotation marks, so that none is taken for one of the form's lines. */
function nameOf({ kind, id, label, parent }: TableLine, above: readonly string[]): string {
  switch (kind) {
    case 'total':
      return 'total';
    case 'serviceArea':
      return id ?? `“${label}”`;
    case 'subtotal':
      return `+“${label}”`;
    case 'ofWhich':
      return `${parent === null ? '' : (above[parent] ?? '')}>“${label}”`;
  }
}
