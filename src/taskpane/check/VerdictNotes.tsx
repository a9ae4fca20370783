/** What the verdict rests on, where there is something to say of it, and what to do next. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';
import { useOpenedUnit } from './useOpenedUnit';
import { calculationText, notCheckedTexts, sameUnitTexts, verdictDetail } from './verdictTexts';

const useStyles = makeStyles({
  notes: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalXS,
  },
  note: { color: tokens.colorNeutralForeground2 },
});

export function VerdictNotes() {
  const styles = useStyles();
  const { texts, language } = usePane();
  const { check } = usePaneState();
  const unit = useOpenedUnit();
  const notes = [
    verdictDetail(check, unit, texts),
    calculationText(check, texts),
    ...notCheckedTexts(check, unit, texts, language),
    ...sameUnitTexts(check, unit, language),
  ].filter((note) => note !== '');
  if (notes.length === 0) return null;
  return (
    <div className={styles.notes}>
      {notes.map((note) => (
        <Text key={note} size={200} className={styles.note}>
          {note}
        </Text>
      ))}
      <NextStep />
    </div>
  );
}

/** Recalculating, trying again, or a template, where one of them is what helps. */
function NextStep() {
  const { texts, control } = usePane();
  const { check, busy } = usePaneState();
  const hasFailed = check.kind === 'failed';
  if (calculationText(check, texts) !== '') {
    return (
      <Button
        size="small"
        disabledFocusable={busy !== null}
        onClick={() => void control.recalculate()}
      >
        {texts.recalculate}
      </Button>
    );
  }
  if (hasFailed) {
    return (
      <Button size="small" disabledFocusable={busy !== null} onClick={() => void control.check()}>
        {texts.tryAgain}
      </Button>
    );
  }
  if (lastReport(check)?.units.length !== 0) return null;
  return (
    <Button
      size="small"
      onClick={() => {
        control.store.send({ type: 'pageOpened', page: 'template' });
      }}
    >
      {texts.toTemplate}
    </Button>
  );
}
