/**
 * What need not be looked at again after an edit? Remembers what came of each sheet and each unit: it
 * still holds where the grids are the very ones that were checked before.
 */
import type { Finding } from '../domain/finding';
import type { Grid, WorkbookGrids } from '../domain/grid';
import { recogniseSheet } from '../domain/recognise/recogniseWorkbook';
import type { SheetRecognition } from '../domain/recognise/recogniseWorkbook';
import type { RecognisedTable, TablePair } from '../domain/recognise/table';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { tablesOfReturn, viewReturn } from '../domain/returns/unitReturn';
import type { CheckCounts } from '../domain/rules/checkReturn';
import { checkReturn, isInconclusive } from '../domain/rules/checkReturn';
import type { PairDiagnosis } from '../domain/rules/diagnosePairs';
import { diagnoseReturn } from '../domain/rules/diagnosePairs';
import type { CheckSettings } from '../domain/rules/settings';

/** What came of one unit's pair, as if it were the only one: findings numbered from 1. */
export interface UnitOutcome {
  readonly counts: CheckCounts;
  readonly findings: readonly Finding[];
  readonly diagnoses: readonly PairDiagnosis[];
  /** A check could not be decided and no error finding says why. */
  readonly isInconclusive: boolean;
}

interface KnownSheet {
  readonly sheetIndex: number;
  readonly recognition: SheetRecognition;
}

interface KnownUnit {
  readonly pair: TablePair;
  readonly settings: string;
  readonly outcome: UnitOutcome;
}

export class CheckMemory {
  // By the things themselves: what the caller has let go of is let go of here.
  readonly #sheets = new WeakMap<Grid, KnownSheet>();
  readonly #units = new WeakMap<RecognisedTable, KnownUnit>();

  /** A sheet is looked through once, as long as it is not read again or moved. */
  readonly recognise = (grid: Grid, sheetIndex: number): SheetRecognition => {
    const known = this.#sheets.get(grid);
    if (known?.sheetIndex === sheetIndex) return known.recognition;
    const recognition = recogniseSheet(grid, sheetIndex);
    this.#sheets.set(grid, { sheetIndex, recognition });
    return recognition;
  };

  /** Checks a pair, unless its tables were checked before under the same settings. */
  check(pair: TablePair, workbook: WorkbookGrids, settings: CheckSettings): UnitOutcome {
    const key = JSON.stringify(settings);
    const first = pair.table1 ?? pair.table2;
    const known = first === null ? undefined : this.#units.get(first);
    if (
      known?.settings === key &&
      known.pair.table1 === pair.table1 &&
      known.pair.table2 === pair.table2
    ) {
      return known.outcome;
    }
    const unit = viewReturn(pair, workbook);
    const outcome = checkUnit(unit, settings);
    if (first !== null && standsAlone(unit)) {
      this.#units.set(first, { pair, settings: key, outcome });
    }
    return outcome;
  }
}

function checkUnit(unit: UnitReturn, settings: CheckSettings): UnitOutcome {
  const checked = checkReturn(unit, settings);
  return {
    counts: checked.counts,
    findings: checked.findings,
    diagnoses: diagnoseReturn(unit, checked.findings, settings),
    isInconclusive: isInconclusive(checked),
  };
}

/** False where a formula has no value yet and is worked out from cells that may be in other sheets. */
function standsAlone(unit: UnitReturn): boolean {
  return tablesOfReturn(unit).every(({ figures }) =>
    figures.every(({ cell, formula }) => formula === null || cell?.value !== null),
  );
}
