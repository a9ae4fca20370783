/** Which findings are listed: by severity, sheet and rule. */
import { ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import type { Finding, Severity } from '../../../domain/finding';
import { countSeverities } from '../../../application/report/severityCounts';
import { usePane, usePaneState } from '../../PaneContext';
import { FilterChoices } from './FilterChoices';
import { useInSight } from './useInSight';
import { SeverityIcon } from '../../parts/SeverityIcon';

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    // Clear of the tools above.
    scrollMarginTop: '40px',
  },
  chips: { display: 'flex', gap: tokens.spacingHorizontalXS, flexWrap: 'wrap' },
  chip: { minWidth: 0, paddingLeft: '6px', paddingRight: '8px' },
});

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

export function FindingFilters({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  const { control, texts } = usePane();
  const { filter } = usePaneState();
  const counts = countSeverities(findings);
  // However far the list is scrolled.
  const inSight = useInSight(true);
  return (
    <div ref={inSight} className={styles.filters}>
      <div className={styles.chips} role="group" aria-label={texts.list.severity}>
        {severities.map((severity) => (
          <ToggleButton
            key={severity}
            size="small"
            className={styles.chip}
            icon={<SeverityIcon severity={severity} />}
            checked={!filter.hidden.includes(severity)}
            onClick={() => {
              const hidden = filter.hidden.includes(severity)
                ? filter.hidden.filter((name) => name !== severity)
                : [...filter.hidden, severity];
              control.store.send({ type: 'filtered', change: { hidden } });
            }}
          >
            {`${texts.severityPlural[severity]} ${counts[severity]}`}
          </ToggleButton>
        ))}
      </div>
      <FilterChoices findings={findings} />
    </div>
  );
}
