/** A severity as shape and colour; the word stands beside it or is read to those who do not see it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../../domain/finding';
import { Icon } from './icons';

const useStyles = makeStyles({
  picture: { display: 'inline-flex', flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  notice: { color: tokens.colorNeutralForeground3 },
});

interface SeverityIconProps {
  readonly severity: Severity;
  /** The word, where none stands beside the picture. */
  readonly label?: string;
}

export function SeverityIcon({ severity, label }: SeverityIconProps) {
  const styles = useStyles();
  const named = label === undefined ? {} : { role: 'img', 'aria-label': label };
  return (
    <span className={mergeClasses(styles.picture, styles[severity])} {...named}>
      <Icon name={severity} />
    </span>
  );
}
