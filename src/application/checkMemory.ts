/**
 * What need not be looked at again after an edit? Remembers what came of each sheet and each unit: it
 * still holds where the grids are the very ones that were checked before.
 */
import type { Finding } from '../domain/finding';
import type { Grid, WorkbookGrids } from '../domain/grid';
import { recogniseSheet } from '../domain/recognise/recogniseWorkbook';
import type { SheetRecognition } from '../domain/recognise/recogniseWorkbook';
import type { RecognisedTable, TablePair } from '../domain/recognise/table';
import { checkPairs, viewPairs } from '../domain/rules/checkPairs';
import type { PairDiagnosis } from '../domain/rules/diagnosePairs';
import { diagnosePair } from '../domain/rules/diagnosePairs';
import type { CheckCounts } from '../domain/rules/outcomes';
import type { CheckSettings } from '../domain/rules/settings';
import type { PairView } from '../domain/rules/view';
import { figuresOf, viewsOf } from '../domain/rules/view';

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
    const views = viewPairs([pair], workbook);
    const outcome = checkViews(views, settings);
    if (first !== null && views.every(standsAlone)) {
      this.#units.set(first, { pair, settings: key, outcome });
    }
    return outcome;
  }
}

function checkViews(views: readonly PairView[], settings: CheckSettings): UnitOutcome {
  const { counts, findings, inconclusivePairs } = checkPairs(views, settings);
  return {
    counts,
    findings,
    diagnoses: views.flatMap((view) => diagnosePair(view, findings, settings)),
    isInconclusive: inconclusivePairs.length > 0,
  };
}

/** False where a formula has no value yet and is worked out from cells that may be in other sheets. */
function standsAlone(view: PairView): boolean {
  return viewsOf(view)
    .flatMap(({ lines }) => lines.flatMap(figuresOf))
    .every(({ cell, formula }) => formula === null || cell?.value !== null);
}
