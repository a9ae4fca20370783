/**
 * The two switches beside the findings: marks in the sheet, and checking while editing. They stand
 * there before a check too: a workbook may hold marks of an earlier day.
 */
import { Switch, makeStyles, tokens } from '@fluentui/react-components';
import { usePane, usePaneState } from '../PaneContext';

const useStyles = makeStyles({
  switches: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '& label': { fontSize: tokens.fontSizeBase200 },
  },
});

export function Switches() {
  const styles = useStyles();
  const { control, texts } = usePane();
  const { preferences, marks } = usePaneState();
  return (
    <div className={styles.switches}>
      <Switch
        label={texts.marks.label}
        title={texts.marks.hint}
        checked={preferences.marks === 'on' && marks === 'wanted'}
        onChange={(_, { checked }) => void control.setMarks(checked ? 'on' : 'off')}
      />
      <Switch
        label={texts.live.label}
        title={texts.live.hint}
        checked={preferences.live === 'on'}
        onChange={(_, { checked }) => void control.setLive(checked ? 'on' : 'off')}
      />
    </div>
  );
}
