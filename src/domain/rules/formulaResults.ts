/** Do right formulas show what they should give? */
import { formatAmount } from '../amount';
import { placeOf } from '../returns/tableView';
import type { Figure, TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Outcome } from './outcome';
import { satisfied, violated } from './outcome';

/** Causes that are told here; text below a formula is told where the text stands (L-050). */
const causes = ['notRecalculated', 'hiddenRows', 'circular'] as const;

/** F-040: one check per table and cause, where the table has formulas. */
export function checkFormulaResults(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit)
    .filter((table) => table.figures.some(({ formula }) => formula !== null))
    .flatMap((table) =>
      causes.map((cause) => {
        const [first, ...others] = table.figures.filter((figure) => figure.resultCause === cause);
        return first === undefined ? satisfied : described(table, cause, [first, ...others]);
      }),
    );
}

function described(
  table: TableView,
  cause: (typeof causes)[number],
  figures: readonly [Figure, ...Figure[]],
): Outcome {
  const [first] = figures;
  const { reading, resultDue, formula } = first;
  const shown = reading.kind === 'number' ? reading.amount : null;
  return violated({
    sheet: table.sheet,
    cells: figures.map(({ address }) => address),
    detail: {
      kind: 'formulaResult',
      form: table.form,
      cause,
      place: placeOf(first),
      shown: shown === null ? null : formatAmount(shown),
      due: resultDue === null ? null : formatAmount(resultDue),
      difference: shown === null || resultDue === null ? null : formatAmount(shown - resultDue),
      formula: formula ?? '',
      isManual: table.isCalculatedByHand,
    },
  });
}
