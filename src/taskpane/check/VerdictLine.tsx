/** The verdict at a glance: picture, word, counts, and the button that checks again. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { usePane, usePaneState } from '../PaneContext';
import { isCurrent } from '../state/paneState';
import { CheckButton } from './CheckButton';
import { VerdictIcon } from './VerdictIcon';
import { countsBesides, verdictNameOf, verdictText } from './verdictTexts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  title: {
    margin: 0,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  counts: {
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

export function VerdictLine() {
  const styles = useStyles();
  const { texts } = usePane();
  const { check } = usePaneState();
  const text = verdictText(check, texts);
  const counts = countsBesides(check, texts).join(' · ');
  return (
    <div className={styles.line}>
      <VerdictIcon verdict={verdictNameOf(check)} size={20} />
      <Text as="h1" size={400} weight="semibold" className={styles.title} title={text}>
        {text}
      </Text>
      <Text size={200} className={styles.counts} title={counts}>
        {counts}
      </Text>
      <CheckButton appearance={isCurrent(check) ? 'secondary' : 'primary'} />
    </div>
  );
}
