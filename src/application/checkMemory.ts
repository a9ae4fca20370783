/**
 * What need not be looked at again after an edit? Remembers what came of each sheet and each unit: it
 * still holds where the grids are the very ones that were checked before.
 */
import type { Finding } from '../domain/finding';
import { takeFromOtherSheets } from '../domain/formulas/otherSheets';
import type { FormSet } from '../domain/forms/form';
import type { Grid, WorkbookGrids } from '../domain/grid';
import { recogniseSheet } from '../domain/recognise/recogniseWorkbook';
import type { SheetRecognition } from '../domain/recognise/recogniseWorkbook';
import type { RecognisedReturn, RecognisedTable } from '../domain/recognise/table';
import { tablesOf } from '../domain/recognise/table';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { viewReturn } from '../domain/returns/unitReturn';
import type { CheckCounts } from '../domain/rules/checkReturn';
import { checkReturn, isInconclusive } from '../domain/rules/checkReturn';
import type { ReturnDiagnosis } from '../domain/rules/diagnosePairs';
import { diagnoseReturn } from '../domain/rules/diagnosePairs';
import type { CheckSettings } from '../domain/rules/settings';

/** What came of one unit's return. */
export interface UnitOutcome extends ReturnDiagnosis {
  /** Its figures as they were read. */
  readonly view: UnitReturn;
  readonly counts: CheckCounts;
  readonly findings: readonly Finding[];
  /** A check could not be decided and no error finding says why. */
  readonly isInconclusive: boolean;
}

interface KnownSheet {
  readonly sheetIndex: number;
  readonly forms: FormSet;
  readonly recognition: SheetRecognition;
}

interface KnownUnit {
  readonly unit: RecognisedReturn;
  readonly settings: string;
  /** All sheets as they were, where its formulas take something from other sheets; null where they do not. */
  readonly sheets: readonly Grid[] | null;
  readonly outcome: UnitOutcome;
}

export class CheckMemory {
  // By the things themselves: what the caller has let go of is let go of here.
  readonly #sheets = new WeakMap<Grid, KnownSheet>();
  readonly #keys = new WeakMap<CheckSettings, string>();
  readonly #units = new WeakMap<RecognisedTable, KnownUnit>();

  /** A sheet is looked through once, as long as it is not read again or moved. */
  readonly recognise = (grid: Grid, sheetIndex: number, forms: FormSet): SheetRecognition => {
    const known = this.#sheets.get(grid);
    if (known?.sheetIndex === sheetIndex && known.forms === forms) return known.recognition;
    const recognition = recogniseSheet(grid, sheetIndex, forms);
    this.#sheets.set(grid, { sheetIndex, forms, recognition });
    return recognition;
  };

  /** The round before may be large: settings are put into words once. */
  #keyOf(settings: CheckSettings): string {
    const key = this.#keys.get(settings) ?? JSON.stringify(settings);
    this.#keys.set(settings, key);
    return key;
  }

  /** Checks a return, unless its tables were checked before under the same settings. */
  check(unit: RecognisedReturn, workbook: WorkbookGrids, settings: CheckSettings): UnitOutcome {
    const key = this.#keyOf(settings);
    const [first] = tablesOf(unit);
    const known = first === undefined ? undefined : this.#units.get(first);
    if (known?.settings === key && isSame(known.unit, unit) && sameSheets(known.sheets, workbook)) {
      return known.outcome;
    }
    const view = viewReturn(unit, workbook);
    const outcome = checkUnit(view, settings);
    if (first !== undefined) {
      const sheets = standsAlone(unit) ? null : workbook.sheets;
      this.#units.set(first, { unit, settings: key, sheets, outcome });
    }
    return outcome;
  }
}

function checkUnit(unit: UnitReturn, settings: CheckSettings): UnitOutcome {
  const checked = checkReturn(unit, settings);
  return {
    view: unit,
    counts: checked.counts,
    findings: checked.findings,
    ...diagnoseReturn(unit, checked.findings, settings),
    isInconclusive: isInconclusive(checked),
  };
}

function isSame(a: RecognisedReturn, b: RecognisedReturn): boolean {
  return (
    a.id === b.id &&
    a.number === b.number &&
    a.forms === b.forms &&
    a.tables.size === b.tables.size &&
    [...a.tables].every(([form, table]) => b.tables.get(form) === table)
  );
}

/** False where what its formulas come to depends on other sheets, whatever they show. */
function standsAlone(unit: RecognisedReturn): boolean {
  return !takeFromOtherSheets(tablesOf(unit).map(({ grid }) => grid));
}

function sameSheets(known: readonly Grid[] | null, { sheets }: WorkbookGrids): boolean {
  return (
    known === null ||
    (known.length === sheets.length && known.every((grid, index) => grid === sheets[index]))
  );
}
