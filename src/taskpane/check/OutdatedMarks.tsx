/** Marks in the sheets that the list no longer bears out: they stay until the next 一键校验. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { usePane, usePaneState } from '../PaneContext';

const useStyles = makeStyles({ note: { flexShrink: 0, color: tokens.colorNeutralForeground2 } });

export function OutdatedMarks() {
  const styles = useStyles();
  const { texts } = usePane();
  const { outdatedMarks } = usePaneState();
  if (outdatedMarks.length === 0) return null;
  return (
    <Text size={200} className={styles.note}>
      {texts.marks.outdated(outdatedMarks.map(({ sheet, cell }) => `${sheet}!${cell}`))}
    </Text>
  );
}
