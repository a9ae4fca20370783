/** Which rows of the working papers become other ones when a unit sends a corrected file, and which are new? */
import type { Amount } from '../../domain/amount';
import { lineIn } from '../../domain/consolidate/figureTable';
import type { LabelMap } from '../../domain/consolidate/labelMap';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import { sourceColumns } from '../../domain/consolidate/takenUnit';
import type { PaperLine } from '../../domain/consolidate/workingPaper';
import { explanationsOn, placeOnPaper } from '../../domain/consolidate/workingPaper';
import type { LineId } from '../../domain/forms/form';
import type { CurrencyUnit, FormId } from '../../domain/forms/terms';
import { unitPower } from '../../domain/forms/terms';

/** What a row of the paper says of the corrected file. */
export interface CorrectedLine {
  readonly unit: number;
  readonly form: FormId;
  readonly line: LineId;
  /** By sourceColumns, in the result's money unit. */
  readonly figures: readonly (Amount | null)[];
  readonly sheet: string;
  readonly start: string;
  readonly columns: string;
  readonly explanation: string;
}

/** The unit's rows after the replacement. */
export interface ReplacedRows {
  /** Rows that stand on the paper, with what they say then; a line that the file lacks becomes blank. */
  readonly replaced: ReadonlyMap<PaperLine, CorrectedLine>;
  /** Lines that the paper has no row for. */
  readonly added: readonly CorrectedLine[];
}

/**
 * Null where a line's label is neither the form's nor mapped.
 *
 * @param index of the unit in the papers
 */
export function replacedRows(
  lines: readonly PaperLine[],
  index: number,
  unit: TakenUnit,
  labels: LabelMap,
  currencyUnit: CurrencyUnit,
): ReplacedRows | null {
  const free = lines.filter((line) => line.unit === index);
  const replaced = new Map<PaperLine, CorrectedLine>();
  const added: CorrectedLine[] = [];
  const scale = 10n ** BigInt(unitPower[currencyUnit]);
  for (const table of unit.tables.values()) {
    for (const taken of table.lines) {
      const line = lineIn(table, taken, labels);
      if (line === null) return null;
      const corrected: CorrectedLine = {
        unit: index,
        form: table.form,
        line,
        figures: taken.figures.map((figure, at) =>
          figure === null || sourceColumns[at]?.measure === 'projectCount'
            ? figure
            : figure / scale,
        ),
        sheet: table.sheet,
        ...placeOnPaper(taken.row, table.columns),
        explanation: explanationsOn(unit.explanations, table.sheet, taken.row),
      };
      const row = free.find(
        (one) => one.form === table.form && one.line === line && !replaced.has(one),
      );
      if (row !== undefined) replaced.set(row, corrected);
      else added.push(corrected);
    }
  }
  for (const row of free) {
    if (!replaced.has(row)) replaced.set(row, blankLine(row));
  }
  return { replaced, added };
}

function blankLine({ unit, form, line }: PaperLine): CorrectedLine {
  const figures = sourceColumns.map(() => null);
  return { unit, form, line, figures, sheet: '', start: '', columns: '', explanation: '' };
}

/** A line without figures adds nothing, and needs no row. */
export function hasFigure({ figures }: CorrectedLine): boolean {
  return figures.some((figure) => figure !== null);
}
