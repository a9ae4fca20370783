/** 采用: shows what would be written; nothing is written before the user says so. */
import { Button } from '@fluentui/react-components';
import { isOddTotal, isWritable } from '../../../application/report/certain';
import type { CellsToCorrect } from '../../../application/report/reportItem';
import { adoptionName } from '../../../wording/deedNames';
import { usePane, usePaneState } from '../../PaneContext';
import { Locked, useLocked } from './Locked';
import { useReach } from './reach';

interface AdoptButtonProps {
  readonly explanation: CellsToCorrect;
}

/**
 * A list has many of them: each is named after its cells. Where a formula stands in the way there is none, but
 * for a total whose formula is no sum.
 */
export function AdoptButton({ explanation }: AdoptButtonProps) {
  const { writing, texts, language } = usePane();
  const { busy } = usePaneState();
  const isLocked = useLocked();
  const reach = useReach();
  const isSum = isOddTotal(explanation);
  const word = isSum ? texts.diagnosis.useSum : texts.diagnosis.adopt;
  const name = adoptionName(word, explanation.corrections, language);
  if (reach !== 'workbook' || !(isWritable(explanation) || isSum)) return null;
  if (explanation.corrections.some(({ place }) => isLocked(place))) return <Locked />;
  return (
    <Button
      size="small"
      appearance={isSum ? 'secondary' : 'primary'}
      title={name}
      aria-label={name}
      disabledFocusable={busy !== null}
      onClick={() => void writing.previewExplanation(explanation)}
    >
      {word}
    </Button>
  );
}
