/** 与上期比较: which workbook, or which year of this one, is set beside; and what stands out. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { earlierYears } from '../../application/ownLastRound';
import { notComparedMessage } from '../../wording/lastRound';
import { visibleText } from '../../wording/visibleText';
import { FilePicker } from '../consolidate/FilePicker';
import { usePane, usePaneState } from '../PaneContext';
import { usePassedFocus } from '../parts/usePassedFocus';
import { lastReport } from '../state/paneState';
import { LastRoundTable } from './LastRoundTable';
import { RoundOfBeside, besideFault } from './RoundOfBeside';
import { useSubmission } from './useSubmission';

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    '& button': { maxWidth: '100%', minWidth: 0 },
  },
  wrong: { color: tokens.colorStatusDangerForeground3 },
});

/** So many units that could not be compared are named. */
const mostNotes = 5;

export function LastRoundPart() {
  const styles = useStyles();
  const { language } = usePane();
  const { state, words } = useSubmission();
  const { beside, lastRoundFault: fault } = state;
  const texts = words.lastRound;
  return (
    <>
      <Text size={200}>{texts.lead}</Text>
      <Sources />
      {fault === null ? null : (
        <Text size={200} className={styles.wrong} role="alert">
          {besideFault(fault, words, language)}
        </Text>
      )}
      {beside === null ? null : <Compared />}
    </>
  );
}

function Sources() {
  const styles = useStyles();
  const { control } = usePane();
  const { busy } = usePaneState();
  const { submit, state, words } = useSubmission();
  const texts = words.lastRound;
  const years = earlierYears(control.lastCheck?.views ?? []);
  return (
    <div className={styles.buttons} data-goes-on="lastRound">
      <FilePicker
        size="small"
        count="one"
        label={state.beside === null ? texts.choose : texts.chooseOther}
        isDisabled={busy !== null}
        onFiles={([file]) => {
          if (file !== undefined) void submit.compareWithFile(file);
        }}
      />
      {years.map((year) => (
        <Button
          key={year}
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => void submit.compareWithYear(year)}
        >
          {texts.ownYear(year)}
        </Button>
      ))}
    </div>
  );
}

function Compared() {
  const styles = useStyles();
  const { language } = usePane();
  const { check } = usePaneState();
  const { submit, state, words } = useSubmission();
  const { beside } = state;
  const texts = words.lastRound;
  const report = lastReport(check);
  if (beside === null) return null;
  const notCompared = report?.notCompared ?? [];
  return (
    <>
      <Text size={200} weight="semibold">
        {beside.kind === 'file'
          ? texts.beside(visibleText(beside.name))
          : texts.besideYear(beside.year)}
      </Text>
      <RoundOfBeside
        round={beside.round}
        onRound={(round) => {
          void submit.setLastRound({ ...beside, round });
        }}
      />
      <div className={styles.buttons}>
        <EndButton />
      </div>
      {notCompared.slice(0, mostNotes).map(({ unit, why }) => (
        <Text key={unit} size={200} className={styles.wrong}>
          {notComparedMessage(unit, why, language, 'pane')}
        </Text>
      ))}
      {notCompared.length > mostNotes ? (
        <Text size={200} className={styles.wrong}>
          {texts.moreNotCompared(notCompared.length - mostNotes)}
        </Text>
      ) : null}
      {report === null ? null : <LastRoundTable report={report} />}
    </>
  );
}

function EndButton() {
  const { busy } = usePaneState();
  const { submit, words } = useSubmission();
  const button = usePassedFocus('lastRound');
  return (
    <Button
      ref={button}
      size="small"
      disabledFocusable={busy !== null}
      onClick={() => void submit.setLastRound(null)}
    >
      {words.lastRound.remove}
    </Button>
  );
}
