/** Marks in the sheets that the list no longer bears out: they stay until the next 一键校验. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { usePane, usePaneState } from '../PaneContext';

const useStyles = makeStyles({
  // One line; all cells are told on hovering, and to screen readers.
  note: {
    flexShrink: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
});

export function OutdatedMarks() {
  const styles = useStyles();
  const { texts } = usePane();
  const { outdatedMarks } = usePaneState();
  if (outdatedMarks.length === 0) return null;
  const text = texts.marks.outdated(outdatedMarks);
  return (
    <Text size={200} block className={styles.note} title={text}>
      {text}
    </Text>
  );
}
