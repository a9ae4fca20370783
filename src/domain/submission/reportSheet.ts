/**
 * How is an 审核报告 laid out as a sheet, and is a sheet one of ours, as it was made? Both follow from its
 * cells alone: which row is what is seen from which of its columns are filled, and the last row carries a code
 * of all rows above, so that a sheet into which anybody has written is not taken for ours.
 */
import type { Grid } from '../grid';
import { linesOf, lineHeight } from '../template/listHeights';
import type { LayoutCell, LayoutFormat, SheetLayout } from '../template/layout';
import { sha256 } from './sha256';

/** 序号, 类别, 规则, 位置, 问题, 审核说明. */
const reportColumns = 6;

/** Cells of one row from the left; blanks at its end are left out. */
export type ReportRow = readonly (string | number)[];

/** A report as it stood in a sheet, which gave way or was taken away. */
export interface ReplacedReport {
  readonly sheet: string;
  readonly rows: readonly ReportRow[];
}

/** Widths in characters; together what an A4 page takes in the standard font. */
const widths = [6, 7, 15, 16, 40, 26] as const;
const last = reportColumns - 1;
/** Where the text of a named field begins. */
const textColumn = 2;
const fonts = { title: '黑体', text: '宋体' } as const;
/** The highest that Excel makes a row, in points. */
const highest = 409;

type RowKind = 'title' | 'section' | 'field' | 'heading' | 'finding' | 'end';

function kindOf(rows: readonly ReportRow[], at: number): RowKind {
  const [first = '', second = '', third = ''] = rows[at] ?? [];
  if (at === 0) return 'title';
  if (at === rows.length - 1) return 'end';
  const goesOn = at > 0 && first === '' && third === '';
  if (typeof first === 'number' || goesOn) return 'finding';
  if (second !== '') return 'heading';
  return third === '' ? 'section' : 'field';
}

/** The rows with the code of what stands above it in a last row, after these words. */
export function sealed(rows: readonly ReportRow[], words: string): ReportRow[] {
  const trimmed = rows.map(trimmedRow);
  return [...trimmed, [`${words}${codeOf(trimmed)}`]];
}

/** The rows of a sheet that is a report as it was made; null for any other. */
export function reportRows(grid: Grid): ReportRow[] | null {
  const rows: (string | number)[][] = [];
  for (const [at, cells] of grid.rows.entries()) {
    const row: (string | number)[] = [];
    for (const [column, cell] of (cells ?? []).entries()) {
      const value = cell?.value ?? '';
      if ((cell?.formula ?? null) !== null) return null;
      if (typeof value !== 'string' && typeof value !== 'number') return null;
      if (value !== '' && column >= reportColumns) return null;
      row[column] = value;
    }
    rows[at] = trimmedRow(Array.from(row, (value: string | number | undefined) => value ?? ''));
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  const [end] = rows.at(-1) ?? [];
  const code =
    typeof end === 'string' ? /[0-9A-F]{4}(?: [0-9A-F]{4}){3}$/.exec(end)?.[0] : undefined;
  return code !== undefined && code === codeOf(rows.slice(0, -1)) ? rows : null;
}

/** The fingerprints that a report states as printed, one for each unit, in its order. */
export function statedFingerprints(rows: readonly ReportRow[]): string[] {
  return rows.flatMap((row, at) => {
    const text = kindOf(rows, at) === 'field' ? row[textColumn] : undefined;
    return typeof text === 'string' && printedCode.test(text) ? [text] : [];
  });
}

const printedCode = /^[0-9A-F]{4}(?: [0-9A-F]{4}){3}$/;

/** Lines of text that a row has room for. */
const mostLines = 26;

/** A finding's row; what is too long for the highest row goes on in rows below it. */
export function findingRows(row: ReportRow): ReportRow[] {
  const pieces = row.map((content, column) => piecesOf(content, widths[column] ?? 0));
  const count = Math.max(...pieces.map(({ length }) => length));
  return Array.from({ length: count }, (_, at) => pieces.map((own) => own[at] ?? ''));
}

function piecesOf(content: string | number, width: number): (string | number)[] {
  if (typeof content === 'number' || linesOf(content, width) <= mostLines) return [content];
  const signs = Array.from(content);
  const size = mostLines * Math.floor((width - 1) / 2);
  return Array.from({ length: Math.ceil(signs.length / size) }, (_, at) =>
    signs.slice(at * size, (at + 1) * size).join(''),
  );
}

function trimmedRow(row: ReportRow): (string | number)[] {
  const cells = [...row];
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

/** Sixteen hexadecimal digits in fours. */
function codeOf(rows: readonly ReportRow[]): string {
  const text = rows.map((row) => `${row.map(String).join('\t')}\n`).join('');
  return (sha256(text).slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ');
}

/** The sheet: portrait A4, as wide as a page, as many pages high as it needs. */
export function reportLayout(name: string, rows: readonly ReportRow[]): SheetLayout {
  const kinds = rows.map((_, at) => kindOf(rows, at));
  const end = Math.max(0, rows.length - 1);
  return {
    name,
    cells: rows.flatMap((row, at) =>
      row.flatMap((content, column): LayoutCell[] =>
        content === '' ? [] : [{ row: at, column, content }],
      ),
    ),
    merges: kinds.flatMap((kind, row) => mergesOf(kind, row)),
    formats: [
      {
        range: { top: 0, left: 0, bottom: end, right: last },
        fontName: fonts.text,
        fontSize: 10.5,
        vertical: 'center',
        horizontal: 'left',
        wrap: true,
      },
      ...stretches(kinds).flatMap(formatsOf),
    ],
    validations: [],
    columnWidths: new Map(widths.map((width, column) => [column, width])),
    rowHeights: new Map(rows.map((row, at) => [at, heightOf(row, kinds[at] ?? 'field')])),
    print: {
      orientation: 'portrait',
      paper: 'A4',
      area: { top: 0, left: 0, bottom: end, right: last },
      titleRows: { first: 0, last: 0 },
      fit: 'width',
      centreHorizontally: true,
    },
    freezeAt: null,
    protect: false,
  };
}

function mergesOf(kind: RowKind, row: number) {
  const area = (left: number, right: number) => ({ top: row, left, bottom: row, right });
  switch (kind) {
    case 'title':
    case 'section':
    case 'end':
      return [area(0, last)];
    case 'field':
      return [area(0, textColumn - 1), area(textColumn, last)];
    case 'heading':
    case 'finding':
      return [];
  }
}

interface Stretch {
  readonly kind: RowKind;
  readonly top: number;
  readonly bottom: number;
}

/** Rows of a kind below each other get their looks together. */
function stretches(kinds: readonly RowKind[]): Stretch[] {
  const found: Stretch[] = [];
  kinds.forEach((kind, row) => {
    const before = found.at(-1);
    if (before?.kind === kind) found[found.length - 1] = { ...before, bottom: row };
    else found.push({ kind, top: row, bottom: row });
  });
  return found;
}

function formatsOf({ kind, top, bottom }: Stretch): LayoutFormat[] {
  const area = (left: number, right: number) => ({ top, left, bottom, right });
  switch (kind) {
    case 'title':
      return [{ range: area(0, last), fontName: fonts.title, fontSize: 16, horizontal: 'center' }];
    case 'section':
      return [{ range: area(0, last), fontName: fonts.title, fontSize: 12 }];
    case 'field':
      return [
        { range: area(0, last), grid: true },
        { range: area(0, textColumn - 1), fontName: fonts.title },
      ];
    case 'heading':
      return [
        {
          range: area(0, last),
          fontName: fonts.title,
          horizontal: 'center',
          fill: '#E7F1F1',
          grid: true,
        },
      ];
    case 'finding':
      return [
        { range: area(0, last), grid: true },
        { range: area(0, 1), horizontal: 'center' },
      ];
    case 'end':
      return [{ range: area(0, last), fontSize: 9 }];
  }
}

function heightOf(row: ReportRow, kind: RowKind): number {
  if (kind === 'title') return 30;
  if (kind === 'section') return 26;
  const across = widths.reduce<number>((sum, width) => sum + width, 0);
  const inText = widths.slice(textColumn).reduce<number>((sum, width) => sum + width, 0);
  const lines = row.map((content, column) => {
    const merged = column === 0 ? (kind === 'end' ? across : 13) : inText;
    const isMerged = kind === 'field' || kind === 'end';
    return linesOf(String(content), isMerged ? merged : (widths[column] ?? 0));
  });
  return Math.min(highest, Math.max(1, ...lines) * lineHeight + 4);
}
