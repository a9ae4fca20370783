/** Next, previous, copy: the buttons above the list. */
import {
  Button,
  Text,
  ToggleButton,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { usePane, usePaneState } from '../../PaneContext';
import { isCurrent } from '../../state/paneState';
import { Icon } from '../../parts/icons';
import { verdictText } from '../verdictTexts';

const useStyles = makeStyles({
  // Stays in sight while the list scrolls under it.
  tools: {
    position: 'sticky',
    top: `calc(-1 * ${tokens.spacingVerticalM})`,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, flexGrow: 1 },
  // The verdict may be out of sight.
  stale: { color: tokens.colorStatusDangerForeground1 },
  position: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

interface FindingToolsProps {
  /** Index of the selected entry, −1 where none is. */
  readonly at: number;
  readonly total: number;
  readonly choices: 'shown' | 'hidden';
  readonly onChoices: (choices: 'shown' | 'hidden') => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onCopy: () => void;
}

export function FindingTools(props: FindingToolsProps) {
  const styles = useStyles();
  const { at, total, choices, onChoices, onStep, onCopy } = props;
  const { texts } = usePane();
  const { list } = texts;
  const { filter, check } = usePaneState();
  const isStale = !isCurrent(check);
  const isNarrowed = filter.sheet !== null || filter.rule !== null;
  return (
    <div className={styles.tools}>
      <Text
        as="h2"
        weight="semibold"
        className={mergeClasses(styles.title, isStale && styles.stale)}
      >
        {isStale ? verdictText(check, texts) : list.title}
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
        disabledFocusable={total === 0}
        onClick={onCopy}
      />
      <ToggleButton
        appearance={isNarrowed ? 'primary' : 'subtle'}
        size="small"
        icon={<Icon name="filter" />}
        title={list.filter}
        aria-label={list.filter}
        checked={choices === 'shown'}
        onClick={() => {
          onChoices(choices === 'shown' ? 'hidden' : 'shown');
        }}
      />
    </div>
  );
}
