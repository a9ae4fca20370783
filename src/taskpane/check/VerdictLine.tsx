/** The verdict on the workbook or on the unit that is looked at: picture, word, counts; and 重新校验. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { usePane, usePaneState } from '../PaneContext';
import { isCurrent } from '../state/paneState';
import { narrow } from '../parts/narrow';
import { CheckButton } from './CheckButton';
import { useOpenedUnit } from './useOpenedUnit';
import { VerdictIcon } from './VerdictIcon';
import { countsBesides, verdictNameOf, verdictText } from './verdictTexts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    [narrow]: { flexWrap: 'wrap' },
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
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  // Lines break between counts, none of which is cut.
  count: { whiteSpace: 'nowrap', [narrow]: { whiteSpace: 'normal', overflowWrap: 'anywhere' } },
});

export function VerdictLine() {
  const styles = useStyles();
  const { texts } = usePane();
  const { check } = usePaneState();
  const unit = useOpenedUnit();
  const text = verdictText(check, unit, texts);
  const counts = countsBesides(check, unit, texts);
  return (
    <div className={styles.line}>
      <VerdictIcon verdict={verdictNameOf(check, unit)} size={20} />
      <Text as="h1" size={400} weight="semibold" className={styles.title} title={text}>
        {text}
      </Text>
      <Text size={200} className={styles.counts} title={counts.join(' · ')}>
        {counts.map((count, at) => (
          <Fragment key={count}>
            {at === 0 ? '' : ' '}
            <span className={styles.count}>{at < counts.length - 1 ? `${count} ·` : count}</span>
          </Fragment>
        ))}
      </Text>
      <CheckButton appearance={isCurrent(check) ? 'secondary' : 'primary'} />
    </div>
  );
}
