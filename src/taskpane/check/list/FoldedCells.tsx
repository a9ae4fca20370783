/** The cells that a correction changes, each with its name and figures; unfolded on demand. */
import type { CellCorrection } from '../../../domain/rules/cellCorrection';
import { usePane } from '../../PaneContext';
import { FoldedRows } from './FoldedRows';
import { correctionRow } from './rows';

export function FoldedCells({ corrections }: { readonly corrections: readonly CellCorrection[] }) {
  const { texts, language } = usePane();
  return (
    <FoldedRows
      title={texts.diagnosis.cells(corrections.length)}
      rows={() => corrections.map((correction) => correctionRow(correction, language))}
    />
  );
}
