/**
 * One line: under its name a broad bar for the budget and within it a narrow one for what was executed. The bars say
 * nothing that the figures beside them do not say as well.
 */
import { mergeClasses } from '@fluentui/react-components';
import type { Amount } from '../../../domain/amount';
import type { CurrencyUnit } from '../../../domain/forms/terms';
import type { OverviewGroup, OverviewLine, OverviewTable } from '../../../domain/overview/overview';
import { barLength } from '../../../domain/overview/overview';
import { overviewAmount, overviewTexts } from '../../../wording/overview';
import { blockName, measuredIn } from '../../../wording/terms';
import { tracedPercentage } from '../../../wording/traceTexts';
import { visibleText } from '../../../wording/visibleText';
import { usePane } from '../../PaneContext';
import { LinkButton } from '../../parts/LinkButton';
import { useOverviewStyles } from './overviewStyles';

interface OverviewRowProps {
  readonly line: OverviewLine;
  readonly table: OverviewTable;
  readonly group: OverviewGroup;
}

export function OverviewRow({
  line,
  table: { currencyUnit },
  group: { largest },
}: OverviewRowProps) {
  const styles = useOverviewStyles();
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
        <Bar of="budgeted" length={barLength(budgeted, largest)} />
        <Bar of="executed" length={barLength(executed, largest)} />
      </td>
      <Figure text={measuredIn(overviewAmount(projectCount, currencyUnit), 'project', language)} />
      <Money name={words.shownBudgeted} amount={budgeted} unit={currencyUnit} />
      <Money name={words.shownExecuted} amount={executed} unit={currencyUnit} />
      <Figure text={words.shownRate(percentage(line.rate))} />
    </tr>
  );
}

interface BarProps {
  readonly of: 'budgeted' | 'executed';
  /** In percent of the whole width; null for no bar. */
  readonly length: number | null;
}

function Bar({ of, length }: BarProps) {
  const styles = useOverviewStyles();
  return length === null ? null : (
    <span className={styles[of]} style={{ width: `${length}%` }} data-bar={of} />
  );
}

interface MoneyProps {
  readonly name: string;
  readonly amount: Amount | null;
  readonly unit: CurrencyUnit;
}

/** An amount, and in so many words that it is below nothing, which no bar says. */
function Money({ name, amount, unit }: MoneyProps) {
  const words = overviewTexts(usePane().language);
  const isNegative = amount !== null && amount < 0n;
  const shown = overviewAmount(amount, unit);
  return (
    <Figure
      name={name}
      text={isNegative ? words.negative(shown) : shown}
      tone={isNegative ? 'negative' : 'plain'}
    />
  );
}

interface FigureProps {
  /** The column in short; screen readers have its name from the heading. */
  readonly name?: string;
  readonly text: string;
  readonly tone?: 'plain' | 'negative';
}

function Figure({ name, text, tone = 'plain' }: FigureProps) {
  const styles = useOverviewStyles();
  return (
    <td role="cell" className={mergeClasses(styles.figure, tone === 'negative' && styles.negative)}>
      {name === undefined ? null : <span aria-hidden>{`${name} `}</span>}
      {text}
    </td>
  );
}
