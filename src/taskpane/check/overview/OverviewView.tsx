/** The overview drawn: both budgets, then each table's lines, as tables whose rows carry bars. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { OverviewTable } from '../../../domain/overview/overview';
import { overviewTexts, overviewTitle, overviewTotal } from '../../../wording/overview';
import { usePane } from '../../PaneContext';
import { BarKey, OverviewBars } from './OverviewBars';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  total: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  // Each figure stays beside its name, unless the pane is narrower than both.
  part: { display: 'inline-block', maxWidth: '100%', wordBreak: 'keep-all' },
  quiet: { color: tokens.colorNeutralForeground2 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
});

export function OverviewView({ tables }: { readonly tables: readonly OverviewTable[] }) {
  const styles = useStyles();
  const { language } = usePane();
  const words = overviewTexts(language);
  const [first] = tables;
  if (first === undefined) return <Text size={200}>{words.noTable}</Text>;
  return (
    <section className={styles.all} aria-label={words.title}>
      <div className={styles.head}>
        <Text size={300} weight="semibold" className={styles.total}>
          {overviewTotal(first, language).map((part, at, parts) => (
            <Fragment key={at}>
              <span className={styles.part}>{at < parts.length - 1 ? `${part} ·` : part}</span>{' '}
            </Fragment>
          ))}
        </Text>
        <BarKey />
      </div>
      <OverviewBars title={words.budgets} table={first} group={first.budgets} notes={[]} />
      {tables.map((table) => (
        <OverviewBars
          key={table.form}
          title={overviewTitle(table, language)}
          table={table}
          group={table.lines}
          notes={[
            ...(table.sum === 'whole' ? [] : [words[table.sum]]),
            ...(table.blankLines === 0 ? [] : [words.blankLines(table.blankLines)]),
          ]}
        />
      ))}
      <Text size={200} className={styles.quiet}>
        {words.paneOnly}
      </Text>
    </section>
  );
}
