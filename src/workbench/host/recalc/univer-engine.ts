// How does Univer's formula engine calculate our workbook? It is used without its sheets:
// values and formulas are handed over for each calculation, results come back as plain values.

import type * as Core from '@univerjs/core';
import type * as Formula from '@univerjs/engine-formula';
import type {
  EngineFormula,
  EngineResult,
  EngineSheet,
  FormulaEngine,
} from '../../../workbook/engine';
import type { Rect } from '../../../workbook/address';
import type { CellValue } from '../../../workbook/values';
import { isError, isErrorText } from '../../../workbook/values';

/** What is used of Univer 0.25.1, wherever it was loaded from. */
export type UniverBundle = Pick<
  typeof Core,
  | 'Univer'
  | 'LogLevel'
  | 'LocaleType'
  | 'ObjectMatrix'
  | 'Styles'
  | 'numfmt'
  | 'CellValueType'
  | 'UniverInstanceType'
> &
  Pick<typeof Formula, 'UniverFormulaEnginePlugin' | 'ICalculateFormulaService'>;

const UNIT = 'workbook';
type Matrix = Core.ObjectMatrix<Core.ICellData>;

type ValueType = UniverBundle['CellValueType'];

function toUniver(value: CellValue, types: ValueType): Core.ICellData {
  if (typeof value === 'number') return { v: value, t: types.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: types.BOOLEAN };
  if (isError(value)) return { v: value.error, t: types.STRING };
  const digits = value !== undefined && value.trim() !== '' && !Number.isNaN(Number(value));
  return { v: value ?? null, t: digits ? types.FORCE_STRING : types.STRING };
}

function fromUniver(cell: Core.Nullable<Core.ICellData>, types: ValueType): CellValue {
  const v = cell?.v;
  if (v === undefined || v === null) return 0;
  if (cell?.t === types.BOOLEAN) return v === 1 || v === true || v === 'TRUE';
  if (typeof v === 'string') return isErrorText(v) ? { error: v } : v;
  return v;
}

function clear(matrix: Matrix | undefined, rect: Rect): void {
  for (let row = rect.top; matrix && row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      matrix.realDeleteValue(row, column);
    }
  }
}

/** Starts one engine; `dispose` ends it. */
export function createUniverEngine(bundle: UniverBundle): FormulaEngine {
  const univer = new bundle.Univer({
    locale: bundle.LocaleType.ZH_CN,
    locales: { [bundle.LocaleType.ZH_CN]: {} },
    logLevel: bundle.LogLevel.SILENT,
  });
  univer.registerPlugin(bundle.UniverFormulaEnginePlugin);
  // The engine's functions are registered when the first unit starts.
  univer.createUnit(bundle.UniverInstanceType.UNIVER_SHEET, {
    id: 'start',
    sheetOrder: [],
    sheets: {},
  });
  const service = univer.__getInjector().get(bundle.ICalculateFormulaService);
  const cache = new Map<string, { version: number; matrix: Matrix }>();

  const matrixOf = (sheet: EngineSheet): Matrix => {
    const known = cache.get(sheet.id);
    if (known?.version === sheet.version) return known.matrix;
    const matrix = new bundle.ObjectMatrix<Core.ICellData>();
    sheet.eachValue((row, column, value) => {
      matrix.setValue(row, column, toUniver(value, bundle.CellValueType));
    });
    cache.set(sheet.id, { version: sheet.version, matrix });
    return matrix;
  };

  const execute = (
    sheets: readonly EngineSheet[],
    formulas: readonly EngineFormula[],
  ): Promise<Formula.IAllRuntimeData> => {
    const data: Record<string, Record<number, Record<number, { f: string }>>> = {};
    for (const { sheetId, row, column, formula } of formulas) {
      ((data[sheetId] ??= {})[row] ??= {})[column] = { f: `=${formula}` };
    }
    const unit: Formula.ISheetData = {};
    const names: Record<string, string> = {};
    for (const sheet of sheets) {
      const size = { rowCount: 1_048_576, columnCount: 16_384, rowData: {}, columnData: {} };
      unit[sheet.id] = { cellData: matrixOf(sheet), ...size };
      names[sheet.name] = sheet.id;
    }
    for (const { sheetId, array } of formulas) {
      // An array's earlier results would stand in its own way.
      if (array) clear(unit[sheetId]?.cellData, array);
      if (array) cache.delete(sheetId);
    }
    return new Promise((resolve) => {
      const subscription = service.executionCompleteListener$.subscribe((result) => {
        subscription.unsubscribe();
        resolve(result);
      });
      void service.execute({
        formulaData: { [UNIT]: data },
        arrayFormulaCellData: {},
        arrayFormulaRange: {},
        forceCalculate: true,
        dirtyRanges: [],
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        allUnitData: { [UNIT]: unit },
        unitStylesData: { [UNIT]: new bundle.Styles() },
        unitSheetNameMap: { [UNIT]: names },
      });
    });
  };

  return {
    async calculate(sheets, formulas) {
      if (formulas.length === 0) return [];
      const output = await execute(sheets, formulas);
      const results: EngineResult[] = [];
      for (const { sheetId, row, column, array } of formulas) {
        const own = output.unitData[UNIT]?.[sheetId]?.getValue(row, column);
        results.push({ sheetId, row, column, value: fromUniver(own, bundle.CellValueType) });
        if (!array) continue;
        const spilled = output.arrayFormulaCellData[UNIT]?.[sheetId];
        for (let r = array.top; r <= array.bottom; r++) {
          for (let c = array.left; c <= array.right; c++) {
            if (r === row && c === column) continue;
            const cell = spilled?.getValue(r, c);
            const value = cell ? fromUniver(cell, bundle.CellValueType) : { error: '#N/A' };
            results.push({ sheetId, row: r, column: c, value });
          }
        }
      }
      return results;
    },
    format: (pattern, value) => bundle.numfmt.format(pattern, value, { nbsp: false }),
    dispose: () => {
      univer.dispose();
    },
  };
}
