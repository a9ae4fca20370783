/** A verdict as shape and colour; its word stands beside it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Icon } from '../parts/icons';
import type { VerdictName } from './verdictTexts';

const useStyles = makeStyles({
  icon: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  passed: { color: tokens.colorStatusSuccessForeground1 },
  errors: { color: tokens.colorStatusDangerForeground1 },
  warnings: { color: tokens.colorStatusWarningForeground1 },
});

const pictures = {
  never: 'unknown',
  passed: 'passed',
  errors: 'error',
  warnings: 'warning',
  notChecked: 'unknown',
  notCalculated: 'unknown',
  outdated: 'unknown',
} as const satisfies Record<VerdictName, string>;

interface VerdictIconProps {
  readonly verdict: VerdictName;
  /** Pixels. */
  readonly size: number;
}

export function VerdictIcon({ verdict, size }: VerdictIconProps) {
  const styles = useStyles();
  const isColoured = verdict === 'passed' || verdict === 'errors' || verdict === 'warnings';
  return (
    <span className={mergeClasses(styles.icon, isColoured && styles[verdict])}>
      <Icon name={pictures[verdict]} size={size} />
    </span>
  );
}
