/** 采用: shows what would be written; nothing is written before the user says so. */
import { Button } from '@fluentui/react-components';
import type { CellsToCorrect } from '../../../application/report/reportItem';
import { visibleText } from '../../../wording/visibleText';
import { usePane, usePaneState } from '../../PaneContext';

interface AdoptButtonProps {
  readonly explanation: CellsToCorrect;
}

export function AdoptButton({ explanation }: AdoptButtonProps) {
  const { writing, texts } = usePane();
  const { busy } = usePaneState();
  const { adopt, adoptCell } = texts.diagnosis;
  const place = explanation.corrections[0]?.place;
  return (
    <Button
      size="small"
      appearance="primary"
      title={place === undefined ? adopt : adoptCell(visibleText(`${place.sheet}!${place.cell}`))}
      disabledFocusable={busy !== null}
      onClick={() => void writing.previewExplanation(explanation)}
    >
      {adopt}
    </Button>
  );
}
