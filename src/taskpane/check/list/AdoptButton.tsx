/** 采用: shows what would be written; nothing is written before the user says so. */
import { Button } from '@fluentui/react-components';
import { isWritable } from '../../../application/report/certain';
import type { CellsToCorrect } from '../../../application/report/reportItem';
import { adoptionName } from '../../../wording/deedNames';
import { usePane, usePaneState } from '../../PaneContext';
import { useReach } from './reach';

interface AdoptButtonProps {
  readonly explanation: CellsToCorrect;
}

/** A list has many of them: each is named after its cells. None where a formula stands in the way. */
export function AdoptButton({ explanation }: AdoptButtonProps) {
  const { writing, texts, language } = usePane();
  const { busy } = usePaneState();
  const { adopt } = texts.diagnosis;
  const name = adoptionName(adopt, explanation.corrections, language);
  if (useReach() !== 'workbook' || !isWritable(explanation)) return null;
  return (
    <Button
      size="small"
      appearance="primary"
      title={name}
      aria-label={name}
      disabledFocusable={busy !== null}
      onClick={() => void writing.previewExplanation(explanation)}
    >
      {adopt}
    </Button>
  );
}
