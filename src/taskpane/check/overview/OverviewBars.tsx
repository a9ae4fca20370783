/** One group of lines as a table of bars, with what a bar over the whole width stands for. */
import { Text } from '@fluentui/react-components';
import type { OverviewGroup, OverviewTable } from '../../../domain/overview/overview';
import { fullBar, overviewTexts } from '../../../wording/overview';
import { usePane } from '../../PaneContext';
import { useUnseen } from '../../parts/unseen';
import { OverviewRow } from './OverviewRow';
import { useOverviewStyles } from './overviewStyles';

/** Which bar is which. */
export function BarKey() {
  const styles = useOverviewStyles();
  const words = overviewTexts(usePane().language);
  return (
    <div className={styles.key} aria-hidden>
      {(['budgeted', 'executed'] as const).map((bar) => (
        <span key={bar} className={styles.keyed}>
          <span className={styles.sample}>
            <span className={styles[bar]} style={{ width: '100%' }} />
          </span>
          {bar === 'executed' ? words.executedWithRate : words.budgeted}
        </span>
      ))}
    </div>
  );
}

interface OverviewBarsProps {
  readonly title: string;
  readonly table: OverviewTable;
  readonly group: OverviewGroup;
  readonly notes: readonly string[];
}

export function OverviewBars({ title, table, group, notes }: OverviewBarsProps) {
  const styles = useOverviewStyles();
  const { unseen } = useUnseen();
  const { language } = usePane();
  const words = overviewTexts(language);
  const columns = [
    words.name,
    words.share,
    words.projects,
    words.budgeted,
    words.executed,
    words.rate,
  ];
  return (
    <div>
      {/* Laid out in blocks, a table is one to screen readers only where its roles say so. */}
      <table role="table" className={styles.table}>
        <caption className={styles.caption}>
          {title}
          <span className={styles.scale} aria-hidden>
            {fullBar(group, table.currencyUnit, language)}
          </span>
        </caption>
        <thead role="rowgroup" className={styles.header}>
          <tr role="row">
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col" className={unseen}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={styles.rows}>
          {group.lines.map((line, at) => (
            <OverviewRow key={at} line={line} table={table} group={group} />
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <Text key={note} size={200} className={styles.notes}>
          {note}
        </Text>
      ))}
    </div>
  );
}
