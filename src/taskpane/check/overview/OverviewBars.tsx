/**
 * One group of lines as a table: under each name a broad bar for the budget and within it a narrow one for
 * what was executed. The bars say nothing that the figures beside them do not say as well.
 */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { OverviewGroup, OverviewLine, OverviewTable } from '../../../domain/overview/overview';
import { barLength } from '../../../domain/overview/overview';
import { overviewAmount, overviewTexts } from '../../../wording/overview';
import { blockName, measuredIn } from '../../../wording/terms';
import { tracedPercentage } from '../../../wording/traceTexts';
import { visibleText } from '../../../wording/visibleText';
import { usePane } from '../../PaneContext';
import { LinkButton } from '../../parts/LinkButton';
import { useUnseen } from '../../parts/unseen';

const useStyles = makeStyles({
  table: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  caption: { display: 'block', textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalSNudge,
  },
  name: {
    flex: '1 1 0',
    minWidth: '6em',
    padding: 0,
    textAlign: 'left',
    fontWeight: 'normal',
    overflowWrap: 'anywhere',
  },
  share: { padding: 0, textAlign: 'right' },
  // Between name and figures, over the whole width.
  bars: {
    position: 'relative',
    flexBasis: '100%',
    height: '10px',
    margin: `${tokens.spacingVerticalXXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    forcedColorAdjust: 'none',
  },
  figure: { padding: 0, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  header: { display: 'block', '& > tr': { display: 'block' } },
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  keyed: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  sample: { position: 'relative', width: '18px', height: '10px', forcedColorAdjust: 'none' },
  budgeted: {
    position: 'absolute',
    left: 0,
    top: 0,
    height: '10px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
  },
  executed: {
    position: 'absolute',
    left: 0,
    top: '3px',
    height: '4px',
    backgroundColor: tokens.colorBrandStroke1,
  },
  notes: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** Which bar is which. */
export function BarKey() {
  const styles = useStyles();
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
  const styles = useStyles();
  const { unseen } = useUnseen();
  const words = overviewTexts(usePane().language);
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
        <caption className={styles.caption}>{title}</caption>
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
            <BarRow key={at} line={line} table={table} group={group} />
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

interface BarRowProps extends Pick<OverviewBarsProps, 'table' | 'group'> {
  readonly line: OverviewLine;
}

function BarRow({ line, table: { currencyUnit }, group: { largest } }: BarRowProps) {
  const styles = useStyles();
  const { control, language } = usePane();
  const words = overviewTexts(language);
  const { place, label, budget, projectCount, budgeted, executed } = line;
  const name = budget === null ? visibleText(label) : blockName(budget, language);
  const percentage = (one: number | null) => tracedPercentage(one) || words.none;
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={styles.name}>
        {place === null ? (
          name
        ) : (
          <LinkButton
            title={visibleText(`${place.sheet}!${place.cell}`)}
            onClick={() => void control.goTo(place)}
          >
            {name}
          </LinkButton>
        )}
      </th>
      <td role="cell" className={styles.share}>
        <span aria-hidden>{`${words.shownShare} `}</span>
        {percentage(line.share)}
      </td>
      <td role="presentation" aria-hidden className={styles.bars}>
        <span
          className={styles.budgeted}
          style={{ width: `${barLength(budgeted, largest)}%` }}
          data-bar="budgeted"
        />
        <span
          className={styles.executed}
          style={{ width: `${barLength(executed, largest)}%` }}
          data-bar="executed"
        />
      </td>
      <Figure text={measuredIn(overviewAmount(projectCount, currencyUnit), 'project', language)} />
      <Figure name={words.shownBudgeted} text={overviewAmount(budgeted, currencyUnit)} />
      <Figure name={words.shownExecuted} text={overviewAmount(executed, currencyUnit)} />
      <Figure text={words.shownRate(percentage(line.rate))} />
    </tr>
  );
}

interface FigureProps {
  /** The column in short; screen readers have its name from the heading. */
  readonly name?: string;
  readonly text: string;
}

function Figure({ name, text }: FigureProps) {
  const styles = useStyles();
  return (
    <td role="cell" className={styles.figure}>
      {name === undefined ? null : <span aria-hidden>{`${name} `}</span>}
      {text}
    </td>
  );
}
