/**
 * What should the check say of a workbook? Reads the `.expected.tsv` files beside the specimens, in
 * which a clerk can read and review it (see README.md).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { FileOutcome } from '../../src/cli/checkFiles';

/** A workbook with one set of arguments and what is expected of it. */
export interface Expectation {
  /** Path of the .tsv file below the folder of specimens. */
  readonly file: string;
  /** Path of the workbook. */
  readonly workbook: string;
  /** Arguments of the check besides the workbook. */
  readonly args: readonly string[];
  /** Every other line, sorted: what is expected, cell by cell. */
  readonly rows: readonly string[];
}

const suffix = '.expected.tsv';

/** Names by which the rows of an expectation begin. */
const rowNames = new Set(['退出码', '故障', '表', '未采用', '问题']);

/** Folders that hold no specimens. */
const otherFolders = new Set(['make', 'figures']);

/** Every file that is to be checked, by its path below the folder. */
export function listSpecimens(folder: string): string[] {
  return listFiles(folder).filter((name) => !/\.(?:tsv|ts|md)$/.test(name));
}

/** Every expectation below the folder; one workbook may have several, with other arguments. */
export function listExpectations(folder: string): Expectation[] {
  return listFiles(folder)
    .filter((name) => name.endsWith(suffix))
    .map((name) => readExpectation(folder, name));
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !otherFolders.has(name.split('/')[0] ?? ''))
    .sort();
}

/** `a.xlsx.expected.tsv` and `a.xlsx.strict.expected.tsv` are both of `a.xlsx`. */
function workbookOf(file: string): string {
  const name = basename(file, suffix);
  const match = /^(.+\.(?:xlsx|xlsm|xls|et|ods))(?:\.[a-z0-9-]+)?$/.exec(name);
  if (match === null) throw new Error(`${file}: named after no workbook`);
  return join(dirname(file), match[1] ?? '');
}

function readExpectation(folder: string, file: string): Expectation {
  const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  let args: readonly string[] = [];
  const rows: string[] = [];
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    const [name = '', ...cells] = line.split('\t');
    if (name === '参数') args = (cells[0] ?? '').split(' ');
    else if (rowNames.has(name)) rows.push(line);
    else throw new Error(`${file}: unknown row ${name}`);
  }
  if (!args.includes('--today')) throw new Error(`${file}: 参数 must give --today`);
  return { file, workbook: workbookOf(file), args, rows: rows.sort() };
}

/** The rows that a check's outcome makes, as they are written in an expectation. */
export function rowsOfOutcome({ json, status }: FileOutcome): string[] {
  const row = (...cells: readonly (string | number | null)[]) =>
    cells.map((cell) => (cell === null || cell === '' ? '-' : String(cell))).join('\t');
  return [
    row('退出码', status),
    ...(json.fault === null ? [] : [row('故障', json.fault.code)]),
    ...json.sheets.map((sheet) =>
      row(
        '表',
        sheet.sheet,
        sheet.form,
        sheet.range,
        sheet.pair,
        sheet.reportingUnit,
        sheet.fiscalYear,
        sheet.currencyUnit,
      ),
    ),
    ...json.refusedSheets.map((refused) =>
      row('未采用', refused.sheet, refused.reason, refused.cell, refused.missing.join('、')),
    ),
    ...json.findings.map((finding) =>
      row(
        '问题',
        finding.rule,
        finding.sheet,
        finding.cells.join(' '),
        finding.stated,
        finding.computed,
      ),
    ),
  ].sort();
}
