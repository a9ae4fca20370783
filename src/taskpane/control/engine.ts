/** What checks and writes: loaded once the pane has been painted, so that it appears at once. */
import { CheckMemory } from '../../application/checkMemory';
import { checkWorkbook } from '../../application/checkWorkbook';
import {
  correctFindings,
  previewCorrections,
  previewCellCorrections,
} from '../../application/correctFindings';
import { removeExplanations, writeExplanations } from '../../application/explain';
import { fillTotals, previewFill } from '../../application/fillTotals';
import { insertTemplate } from '../../application/insertTemplate';
import { cellKey, offeredCells } from '../../application/report/certain';
import { explainedOf, reportOf } from '../../application/report/makeReport';
import { ownLastRound } from '../../application/ownLastRound';
import { previewRounding, roundInPlace, roundToNewSheets } from '../../application/roundTables';
import { undoLast } from '../../application/undo';
import { withoutUnwritable } from '../../application/withoutUnwritable';

export const engine = {
  ownLastRound,
  CheckMemory,
  checkWorkbook,
  reportOf,
  explainedOf,
  cellKey,
  offeredCells,
  writeExplanations,
  removeExplanations,
  correctFindings,
  previewCorrections,
  previewCellCorrections,
  fillTotals,
  previewFill,
  insertTemplate,
  previewRounding,
  roundInPlace,
  roundToNewSheets,
  undoLast,
  withoutUnwritable,
} as const;

export type Engine = typeof engine;
