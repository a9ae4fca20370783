/** What may explain failed balances: each with the way to its cells and the way to adopt it. */
import { Button } from '@fluentui/react-components';
import type { CellsToCorrect } from '../../../application/report/items';
import type { PairDiagnosis, PairExplanation } from '../../../domain/rules/diagnosePairs';
import { explanationMessage } from '../../../wording/diagnoses';
import { usePane, usePaneState } from '../../PaneContext';
import { useEntryStyles } from './entryStyles';
import { Icon } from '../../parts/icons';
import { visibleText } from '../../../wording/visibleText';

/** Cells of an event that have a button each; the preview names all. */
const cellsShown = 4;

interface ExplanationListProps {
  readonly explanations: readonly Pick<PairExplanation, 'corrections' | 'findings'>[];
  readonly diagnosis: PairDiagnosis;
}

export function ExplanationList({ explanations, diagnosis }: ExplanationListProps) {
  const styles = useEntryStyles();
  const { language } = usePane();
  return (
    <ul className={styles.explanations}>
      {explanations.map((explanation) => {
        const message = explanationMessage(explanation, diagnosis, language);
        return (
          <li key={message}>
            {message}
            <ExplanationActions explanation={explanation} />
          </li>
        );
      })}
    </ul>
  );
}

export function ExplanationActions({ explanation }: { readonly explanation: CellsToCorrect }) {
  const styles = useEntryStyles();
  const { control, writing, texts } = usePane();
  const { busy } = usePaneState();
  return (
    <div className={styles.actions}>
      {explanation.corrections.slice(0, cellsShown).map(({ place: { sheet, cell } }) => (
        <Button
          key={`${sheet}!${cell}`}
          size="small"
          icon={<Icon name="target" />}
          aria-label={texts.diagnosis.goToCell(visibleText(`${sheet}!${cell}`))}
          onClick={() => void control.goTo({ sheet, cell })}
        >
          {explanation.corrections.length === 1 ? texts.diagnosis.goTo : cell}
        </Button>
      ))}
      <Button
        size="small"
        appearance="primary"
        disabledFocusable={busy !== null}
        onClick={() => void writing.previewExplanation(explanation)}
      >
        {texts.diagnosis.adopt}
      </Button>
    </div>
  );
}
