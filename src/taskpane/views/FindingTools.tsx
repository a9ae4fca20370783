/** Next, previous, copy: the buttons above the list. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../PaneContext';
import { Icon } from './icons';

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
  title: { margin: 0, flexGrow: 1 },
  position: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

interface FindingToolsProps {
  /** Index of the selected entry, −1 where none is. */
  readonly at: number;
  readonly total: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onCopy: () => void;
}

export function FindingTools({ at, total, onStep, onCopy }: FindingToolsProps) {
  const styles = useStyles();
  const { list } = usePane().texts;
  return (
    <div className={styles.tools}>
      <Text as="h2" weight="semibold" className={styles.title}>
        {list.title}
      </Text>
      <Text size={200} className={styles.position}>
        {at < 0 ? '' : list.position(at + 1, total)}
      </Text>
      <Button
        appearance="subtle"
        size="small"
        icon={<Icon name="up" />}
        title={list.previous}
        aria-label={list.previous}
        disabledFocusable={total === 0}
        onClick={() => {
          onStep(-1);
        }}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<Icon name="down" />}
        title={list.next}
        aria-label={list.next}
        disabledFocusable={total === 0}
        onClick={() => {
          onStep(1);
        }}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<Icon name="copy" />}
        title={list.copy}
        aria-label={list.copy}
        onClick={onCopy}
      />
    </div>
  );
}
