/** One thing about the set: what it is, in a sentence, and what can be chosen. */
import type { ReactNode } from 'react';
import type { Severity } from '../../domain/finding';
import { severityName } from '../../wording/terms';
import { SeverityIcon } from '../parts/SeverityIcon';
import { usePane } from '../PaneContext';
import { usePageStyles } from './pageStyles';

interface CardProps {
  readonly severity: Severity;
  readonly title: string;
  readonly children?: ReactNode;
}

export function Card({ severity, title, children }: CardProps) {
  const styles = usePageStyles();
  const { language } = usePane();
  return (
    <li className={styles.card}>
      <SeverityIcon severity={severity} label={severityName(severity, language)} />
      <h2 className={styles.cardTitle}>{title}</h2>
      {children === undefined ? null : <div className={styles.within}>{children}</div>}
    </li>
  );
}
