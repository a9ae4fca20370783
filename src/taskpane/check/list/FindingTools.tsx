/** Next, previous, copy, filter: the buttons above the list. */
import { Button, Text, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import { usePane, usePaneState } from '../../PaneContext';
import { Icon } from '../../parts/icons';
import type { Stride } from './stops';

const useStyles = makeStyles({
  // Stays in sight while the list scrolls under it.
  tools: {
    position: 'sticky',
    top: `calc(-1 * ${tokens.spacingVerticalS})`,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXXS} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  position: {
    flexGrow: 1,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface FindingToolsProps {
  /** Whether filters are shown; null where there is nothing to filter. */
  readonly choices: 'shown' | 'hidden' | null;
  readonly onChoices: (choices: 'shown' | 'hidden') => void;
  readonly adoptAll: ReactNode;
  readonly position: ReactNode;
  readonly canStep: boolean;
  readonly onStep: (by: 1 | -1, stride: Stride) => void;
  readonly onCopy: () => void;
}

export function FindingTools(props: FindingToolsProps) {
  const styles = useStyles();
  const { choices, onChoices, adoptAll, position, canStep, onStep, onCopy } = props;
  const { list } = usePane().texts;
  const { filter } = usePaneState();
  const isNarrowed = filter.sheet !== null || filter.rule !== null || filter.hidden.length > 0;
  return (
    <div className={styles.tools}>
      {adoptAll}
      <Text size={200} className={styles.position}>
        {position}
      </Text>
      <ToolButton
        icon="up"
        name={list.previous}
        isAble={canStep}
        onClick={({ ctrlKey }) => {
          onStep(-1, ctrlKey ? 'item' : 'cell');
        }}
      />
      <ToolButton
        icon="down"
        name={list.next}
        isAble={canStep}
        onClick={({ ctrlKey }) => {
          onStep(1, ctrlKey ? 'item' : 'cell');
        }}
      />
      <ToolButton icon="copy" name={list.copy} isAble={canStep} onClick={onCopy} />
      {choices === null ? null : (
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
      )}
    </div>
  );
}

interface ToolButtonProps {
  readonly icon: 'up' | 'down' | 'copy';
  readonly name: string;
  readonly isAble: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

function ToolButton({ icon, name, isAble, onClick }: ToolButtonProps) {
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<Icon name={icon} />}
      title={name}
      aria-label={name}
      disabledFocusable={!isAble}
      onClick={onClick}
    />
  );
}
