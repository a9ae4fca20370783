/** How do two tables of figures become the systems of a diagnosis? For tests and the benchmark. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unitOfPlace, type Amount } from '../../../src/domain/amount';
import {
  diagnose,
  type Diagnosis,
  type DiagnosisEquality,
  type DiagnosisFigure,
  type DiagnosisLimits,
  type DiagnosisSystem,
  type FigureKind,
} from '../../../src/domain/diagnose/diagnose';

/** Lines of 12 figures (three blocks of four measures); the total line last. */
export type Table = readonly (readonly (Amount | null)[])[];
/** Table 1 and Table 2; one of them may be missing. */
export type Pair = readonly (Table | null)[];

/** A cell of a pair. */
export interface Cell {
  readonly table: number;
  readonly line: number;
  readonly column: number;
}

export const MEASURES = ['projectCount', 'budgeted', 'executed', 'finalAccounts'] as const;
const BLOCKS = 3;
const TOTAL_BLOCK = 2;

/** How the figures of a pair came about. */
export interface PairOptions {
  readonly kindOf?: (cell: Cell, table: Table) => FigureKind;
  /** Decimal places that rounded tables keep; null (default) for exact equalities. */
  readonly places?: number | null;
  /** Blocks that the tables lack. */
  readonly missingBlocks?: readonly number[];
}

/** "3275.2964" → 10⁻¹² units; "" → null. */
export function amountOf(text: string): Amount | null {
  if (text === '') return null;
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const amount = BigInt(whole + fraction.padEnd(12, '0'));
  return text.startsWith('-') ? -amount : amount;
}

function readTable(name: string): Table {
  const path = join(__dirname, '../../specimens/figures', name);
  const lines = readFileSync(path, 'utf8').replace(/\n+$/, '').split('\n').slice(1);
  return lines.map((line) => {
    const cells = line.split('\t').slice(1);
    return Array.from({ length: 12 }, (_, column) => amountOf(cells[column] ?? ''));
  });
}

/** The real pair of a city, 2019, in 万元. */
export function puyang(): Pair {
  return [readTable('puyang-2019-table1.tsv'), readTable('puyang-2019-table2.tsv')];
}

/** True for the total line. */
export function isTotalLine(table: Table, line: number): boolean {
  return line === table.length - 1;
}

/** Kinds of a workbook in which totals are formulas and inputs are typed. */
export function formulaTotals({ line, column }: Cell, table: Table): FigureKind {
  return isTotalLine(table, line) || Math.floor(column / 4) === TOTAL_BLOCK ? 'formula' : 'typed';
}

/** `key` of a cell. */
export function keyOf({ table, line, column }: Cell): string {
  return `${table}:${line}:${column}`;
}

/** The cell that a key names. */
export function cellOf(key: string): Cell {
  const [table = 0, line = 0, column = 0] = key.split(':').map(Number);
  return { table, line, column };
}

/** A pair with some cells replaced. */
export function withCells(pair: Pair, cells: ReadonlyMap<string, Amount | null>): Pair {
  return pair.map(
    (table, t) =>
      table?.map((row, line) =>
        row.map((value, column) => {
          const changed = cells.get(keyOf({ table: t, line, column }));
          return changed === undefined ? value : changed;
        }),
      ) ?? null,
  );
}

/** The figure of a cell. */
export function figureAt(pair: Pair, { table, line, column }: Cell): Amount | null {
  return pair[table]?.[line]?.[column] ?? null;
}

/** What is said of single figures, measure by measure; events aside. */
export function slipsOf(
  systems: readonly DiagnosisSystem[],
  limits?: DiagnosisLimits,
): readonly Diagnosis[] {
  return diagnose({ systems }, limits).diagnoses;
}

/** Builds the four systems of a pair. */
export function systemsOf(pair: Pair, options: PairOptions = {}): readonly DiagnosisSystem[] {
  return MEASURES.map((measure, m) => systemOf(pair, measure, m, options));
}

function systemOf(
  pair: Pair,
  measure: string,
  m: number,
  { kindOf = () => 'typed', places = null, missingBlocks = [] }: PairOptions,
): DiagnosisSystem {
  const figures: DiagnosisFigure[] = [];
  const equalities: DiagnosisEquality[] = [];
  const at = new Map<string, number>();
  const half = places === null || m === 0 ? 0n : unitOfPlace(places) / 2n;
  pair.forEach((table, t) => {
    table?.forEach((row, line) => {
      for (let block = 0; block < BLOCKS; block += 1) {
        if (missingBlocks.includes(block)) continue;
        const column = block * 4 + m;
        const cell = { table: t, line, column };
        at.set(keyOf(cell), figures.length);
        figures.push({
          key: keyOf(cell),
          value: row[column] ?? null,
          kind: kindOf(cell, table),
          place: { ...cell, block },
          halfWidth: (row[column] ?? null) === null ? 0n : half,
        });
      }
    });
  });
  const add = (total: Cell, parts: readonly Cell[]): void => {
    const own = at.get(keyOf(total));
    const members = parts.flatMap((part) => at.get(keyOf(part)) ?? []);
    if (own === undefined || members.length !== parts.length) return;
    const tolerance = [own, ...members].reduce(
      (sum, member) => sum + (figures[member]?.halfWidth ?? 0n),
      0n,
    );
    equalities.push({ total: own, parts: members, tolerance });
  };
  pair.forEach((table, t) => {
    table?.forEach((_, line) => {
      const cell = (block: number): Cell => ({ table: t, line, column: block * 4 + m });
      add(cell(TOTAL_BLOCK), [cell(0), cell(1)]);
    });
    if (table === null) return;
    for (let block = 0; block < BLOCKS; block += 1) {
      const column = block * 4 + m;
      const parts = table.slice(0, -1).map((_, line) => ({ table: t, line, column }));
      add({ table: t, line: table.length - 1, column }, parts);
    }
  });
  const [first, second] = pair;
  if (first != null && second != null) {
    for (let block = 0; block < BLOCKS; block += 1) {
      const column = block * 4 + m;
      add({ table: 0, line: first.length - 1, column }, [
        { table: 1, line: second.length - 1, column },
      ]);
    }
  }
  return { measure, quantity: m === 0 ? 'count' : 'amount', figures, equalities };
}

/** Totals recomputed from the inputs, as formulas would. */
export function recomputed(pair: Pair): Pair {
  return pair.map((table) => {
    if (table === null) return null;
    const lines = table.slice(0, -1).map((row) => withLineTotals(row));
    const sums = Array.from({ length: 12 }, (_, column) =>
      lines.reduce((sum, row) => sum + (row[column] ?? 0n), 0n),
    );
    return [...lines, sums];
  });
}

function withLineTotals(row: readonly (Amount | null)[]): readonly (Amount | null)[] {
  return row.map((value, column) =>
    column < TOTAL_BLOCK * 4 ? value : (row[column - 8] ?? 0n) + (row[column - 4] ?? 0n),
  );
}
