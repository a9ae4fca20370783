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

/** Rows that every specimen in `causes` states in full, and others may leave out. */
const causeNames = ['成因', '填错'];

/** Names by which the rows of an expectation begin. */
const rowNames = new Set(['退出码', '故障', '表', '未采用', '问题', ...causeNames]);

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

/** An expectation's rows, and those of an outcome that it speaks of. */
export function comparedRows({ file, rows }: Expectation, outcome: readonly string[]): string[] {
  const isFull = file.startsWith('causes/') || rows.some(isCause);
  return isFull ? [...outcome] : outcome.filter((row) => !isCause(row));
}

function isCause(row: string): boolean {
  return causeNames.some((name) => row.startsWith(`${name}\t`));
}

/** Cells with what is proposed there, blanks as `-`; many are counted. */
function corrected(
  corrections: readonly { sheet: string; cell: string; proposed: string; clears: boolean }[],
): string {
  if (corrections.length > 6) return `${corrections.length}格`;
  return corrections
    .map(({ sheet, cell, proposed, clears }) => `${sheet}!${cell}=${clears ? '-' : proposed}`)
    .join(' ');
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
    ...json.events.map(({ kind, form, block, measures, factor, figures, corrections }) =>
      row(
        '成因',
        kind,
        form,
        block,
        measures.join(' '),
        factor,
        figures === null ? null : Object.values(figures).join(' '),
        corrected(corrections),
      ),
    ),
    ...json.diagnoses.map(({ measure, claim, items, explanations }) =>
      row(
        '填错',
        measure,
        claim,
        items
          .filter((item) => item.claim === 'culprit')
          .map((item) =>
            corrected(
              (explanations[0]?.corrections ?? []).filter(({ sheet, cell }) =>
                item.corrections.some((own) => own.sheet === sheet && own.cell === cell),
              ),
            ),
          )
          .join(' | '),
      ),
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
