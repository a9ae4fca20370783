/** Rounds the returns of one workbook on disk, and writes a copy that holds what was promised. */
import { readFile } from 'node:fs/promises';
import type { RoundedUnit } from '../application/roundTables';
import { holdsRounding, roundUnit } from '../application/roundTables';
import { formatAmount, numberFromAmount } from '../domain/amount';
import type { CurrencyUnit, FormId } from '../domain/forms/terms';
import { cellAddress } from '../domain/grid';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Figure } from '../domain/returns/tableView';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { tablesOfReturn, viewReturn } from '../domain/returns/unitReturn';
import type { Equality } from '../domain/returns/equalities';
import type { RoundingObstacle, RoundingTarget } from '../domain/rounding/roundReturn';
import { obstacleFigures } from '../domain/rounding/roundingObstacles';
import type { UnevenTotal } from '../domain/rounding/unevenTotals';
import { leftOutOf } from '../domain/rounding/leftOut';
import type { TypedUnits } from '../domain/rounding/typedUnits';
import { asTyped } from '../domain/rounding/typedUnits';
import type { RoundedCell } from '../domain/rounding/roundedCells';
import { roundedAmounts, roundedHeadings } from '../domain/rounding/roundedCells';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import { readWorkbookFile } from '../files/nodeFiles';
import { readWorkbook } from '../files/readWorkbook';
import { copyWithCells } from '../workbook/copyWithCells';
import { fileFaultMessage } from '../wording/fileFaults';
import { leftOutAdvice, leftOutMessage, obstacleMessage } from '../wording/rounding';

const zh = 'zh-CN';

/** A fault with its sentence. */
export interface RoundingFault {
  readonly code: string;
  readonly message: string;
}

/** A workbook's returns, rounded in memory. */
export interface RoundedWorkbook {
  readonly pairs: readonly RoundedUnit[];
  /** The same returns in the units that their headings state. */
  readonly stated: readonly UnitReturn[];
}

/**
 * Reads a workbook and rounds its returns; nothing is written.
 *
 * @param typed in which units the tables were typed, where that is not what their headings say
 */
export async function roundFile(
  path: string,
  target: RoundingTarget,
  typed: TypedUnits = {},
): Promise<Result<RoundedWorkbook, RoundingFault>> {
  const read = await readWorkbookFile(path);
  if (!read.ok) {
    return failure({ code: read.fault.code, message: fileFaultMessage(read.fault, zh) });
  }
  const recognition = recogniseWorkbook(read.value);
  const { returns } = recognition;
  const leftOut = leftOutOf(recognition, read.value.unread ?? []);
  if (leftOut.length > 0) {
    const what = leftOut.map((one) => leftOutMessage(one, zh));
    return failure({ code: 'leftOut', message: [...what, leftOutAdvice(zh)].join('') });
  }
  if (returns.length === 0) {
    const message = fileFaultMessage({ code: 'noOfficialSheet' }, zh);
    return failure({ code: 'noOfficialSheet', message });
  }
  return success({
    pairs: returns.map((unit) => roundUnit(viewReturn(asTyped(unit, typed), read.value), target)),
    stated: returns.map((unit) => viewReturn(unit, read.value)),
  });
}

/** The bytes of a copy of the workbook with all its returns rounded; read back and compared. */
export async function roundedCopy(
  path: string,
  { pairs, stated }: RoundedWorkbook,
  target: RoundingTarget,
): Promise<Result<Uint8Array, RoundingFault>> {
  const cells = [
    ...stated.flatMap((unit) => roundedHeadings(unit, target.currencyUnit)),
    ...pairs.flatMap(({ figures }) => roundedAmounts(figures)),
  ];
  let copy: Uint8Array;
  try {
    copy = await copyWithCells(await readFile(path), cells.map(contentOf));
  } catch {
    return notWritten(
      '只能由 .xlsx、.xlsm 文件写出结果。请先在 Excel 或 WPS 中把原文件另存为 .xlsx（不设密码），再舍位。',
    );
  }
  const again = await readWorkbook(copy);
  return again.ok &&
    holdsRounding(
      again.value,
      pairs.flatMap(({ figures }) => figures),
      target.currencyUnit,
    )
    ? success(copy)
    : notWritten(
        '写出后再读，金额单位或数字与应有的不一致，没有保存结果。请核对两表表头是否都写明了金额单位（如“金额：元”），再舍位。',
      );
}

function notWritten(message: string): Result<never, RoundingFault> {
  return failure({ code: 'notWritten', message });
}

function contentOf({ sheet, row, column, content }: RoundedCell) {
  const place = { sheet, row, column };
  return content.kind === 'text'
    ? { ...place, value: content.text, keepsFormula: false }
    : { ...place, value: numberFromAmount(content.amount), keepsFormula: content.keepsFormula };
}

/** The published JSON format, version 1. */
export interface RoundingJson {
  readonly formatVersion: 1;
  readonly fault: RoundingFault | null;
  readonly pairs: readonly {
    readonly pair: number;
    readonly currencyUnit: CurrencyUnit;
    readonly decimals: number;
    /** Null where the pair was rounded. */
    readonly refused: { readonly message: string; readonly cells: readonly CellJson[] } | null;
    readonly changed: number;
    readonly notNearest: number;
    readonly largestMove: string;
    readonly totalDeviation: string;
    /** Totals that were off by rounding, which the new figures take away. */
    readonly evened: readonly UnevenJson[];
    /** Cells whose formulas become values in the copy. */
    readonly replacedFormulas: readonly CellJson[];
    readonly tables: readonly {
      readonly form: FormId;
      readonly sheet: string;
      readonly figures: readonly {
        readonly cell: string;
        readonly stated: string;
        readonly rounded: string;
      }[];
    }[];
  }[];
}

interface CellJson {
  readonly sheet: string;
  readonly cell: string;
}

/** A total that is not what its parts come to; amounts in the sheet's own money unit. */
interface UnevenJson extends CellJson {
  readonly stated: string;
  readonly sums: readonly {
    readonly directions: readonly Equality['direction'][];
    readonly computed: string;
    readonly difference: string;
  }[];
}

/** A rounding as one document. */
export function roundingJson(
  pairs: readonly RoundedUnit[],
  { currencyUnit, decimals }: RoundingTarget,
  fault: RoundingFault | null,
): RoundingJson {
  return {
    formatVersion: 1,
    fault,
    pairs: pairs.map(({ unit, obstacles, figures, evened, replaced, summary }) => ({
      pair: unit.number,
      currencyUnit,
      decimals,
      refused:
        obstacles.length === 0
          ? null
          : {
              message: obstacles.map((each) => obstacleMessage(each, zh)).join(''),
              cells: obstacles.flatMap(cellsOf),
            },
      changed: summary.changed,
      notNearest: summary.notNearest,
      largestMove: summary.largestMove,
      totalDeviation: summary.totalDeviation,
      evened: evened.map(unevenJson),
      replacedFormulas: replaced.map(placeJson),
      tables: tablesOfReturn(unit).map((table) => ({
        form: table.form,
        sheet: table.sheet,
        figures: figures
          .filter(({ figure }) => figure.table === table)
          .map(({ figure: { row, column }, stated, rounded }) => ({
            cell: cellAddress(row, column),
            stated: formatAmount(stated),
            rounded: formatAmount(rounded),
          })),
      })),
    })),
  };
}

function unevenJson({ total, sums }: UnevenTotal): UnevenJson {
  return {
    sheet: total.table.sheet,
    cell: total.address,
    stated: formatAmount(total.amount ?? 0n),
    sums: sums.map(({ directions, computed, difference }) => ({
      directions,
      computed: formatAmount(computed),
      difference: formatAmount(difference),
    })),
  };
}

function cellsOf(obstacle: RoundingObstacle): CellJson[] {
  const figures = obstacleFigures(obstacle);
  return figures.map(placeJson);
}

function placeJson({ table, address }: Figure): CellJson {
  return { sheet: table.sheet, cell: address };
}
