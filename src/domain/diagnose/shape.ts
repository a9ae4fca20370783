/** Which lines, blocks and columns does a unit have, and which equality ties which? */
import { PlaceIndex } from './places';
import type { DiagnosisSystem } from './types';

/** One table of a unit. */
export interface TableShape {
  readonly table: number;
  /** Ascending, the total line among them. */
  readonly lines: readonly number[];
  readonly totalLine: number | null;
  /** Ascending, the total block among them. */
  readonly blocks: readonly number[];
  readonly totalBlock: number | null;
  /** What stands in each column of the sheet. */
  readonly columns: ReadonlyMap<number, { readonly system: number; readonly block: number }>;
}

/** A unit's groups of figures, derived from its equalities. */
export interface UnitShape {
  readonly tables: readonly TableShape[];
  /** For each system the equalities between two tables, by block. */
  readonly crossTable: readonly ReadonlyMap<number, number>[];
  /** For each system the balance of each line, by table and line. */
  readonly lineBalances: readonly ReadonlyMap<number, ReadonlyMap<number, number>>[];
  readonly places: PlaceIndex;
}

interface Draft {
  readonly lines: Set<number>;
  readonly blocks: Set<number>;
  readonly columns: Map<number, { system: number; block: number }>;
  totalLine: number | null;
  totalBlock: number | null;
}

/** Reads the shape of a unit. */
export function shapeOf(systems: readonly DiagnosisSystem[]): UnitShape {
  const drafts = new Map<number, Draft>();
  const crossTable = systems.map(() => new Map<number, number>());
  const lineBalances = systems.map(() => new Map<number, Map<number, number>>());
  const draftOf = (table: number): Draft => {
    let draft = drafts.get(table);
    if (draft === undefined) {
      draft = {
        lines: new Set(),
        blocks: new Set(),
        columns: new Map(),
        totalLine: null,
        totalBlock: null,
      };
      drafts.set(table, draft);
    }
    return draft;
  };
  systems.forEach((system, index) => {
    for (const { place } of system.figures) {
      const draft = draftOf(place.table);
      draft.lines.add(place.line);
      draft.blocks.add(place.block);
      draft.columns.set(place.column, { system: index, block: place.block });
    }
    system.equalities.forEach(({ total, parts }, equality) => {
      const own = system.figures[total]?.place;
      const part = system.figures[parts[0] ?? -1]?.place;
      if (own === undefined || part === undefined) return;
      if (own.table !== part.table) {
        crossTable[index]?.set(own.block, equality);
      } else if (own.line === part.line) {
        draftOf(own.table).totalBlock = own.block;
        const byTable = lineBalances[index]?.get(own.table) ?? new Map<number, number>();
        byTable.set(own.line, equality);
        lineBalances[index]?.set(own.table, byTable);
      } else {
        draftOf(own.table).totalLine = own.line;
      }
    });
  });
  const ascending = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);
  const tables = ascending(drafts.keys()).map((table): TableShape => {
    const draft = draftOf(table);
    return {
      table,
      lines: ascending(draft.lines),
      totalLine: draft.totalLine,
      blocks: ascending(draft.blocks),
      totalBlock: draft.totalBlock,
      columns: draft.columns,
    };
  });
  return { tables, crossTable, lineBalances, places: new PlaceIndex(systems) };
}
