/** What stands out beside the round before: 上期, 本期, 增减, 增减率; it is explained from here. */
import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { lastRoundLines, lastRoundParts } from '../../application/lastRoundLines';
import type { LastRoundFigure, LastRoundLine } from '../../application/lastRoundLines';
import { listedItems } from '../../application/report/listedItems';
import type { UnitReport, WorkbookReport } from '../../application/report/report';
import { canBeExplained } from '../../domain/submission/explainable';
import { groupDigits } from '../../wording/language';
import { findingMessageNow } from '../../wording/settled';
import { figureName, lineName, measureName, ruleName } from '../../wording/terms';
import { reportingUnitName } from '../../wording/units';
import { LinkButton } from '../parts/LinkButton';
import { usePane } from '../PaneContext';
import { noFilter } from '../state/paneState';
import { LastRoundAnswer } from './LastRoundAnswer';
import { useSubmission } from './useSubmission';

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    padding: `1px ${tokens.spacingHorizontalXXS}`,
    textAlign: 'right',
    overflowWrap: 'anywhere',
  },
  head: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  name: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS} 0`,
    textAlign: 'left',
    fontWeight: 'inherit',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  measure: {
    width: '4.5em',
    padding: `1px ${tokens.spacingHorizontalXXS}`,
    textAlign: 'left',
    fontWeight: 'inherit',
  },
});

/** So many stand there at first, and so many come with each click. */
const step = 30;

export function LastRoundTable({ report }: { readonly report: WorkbookReport }) {
  const styles = useStyles();
  const { words } = useSubmission();
  const [shown, setShown] = useState(step);
  const lines = useMemo(() => lastRoundLines(report), [report]);
  const parts = useMemo(() => lastRoundParts(report), [report]);
  const texts = words.lastRound;
  if (lines.length + parts.length === 0) {
    const isCompared = report.notCompared.length < report.units.length;
    return isCompared ? <Text size={200}>{texts.nothing}</Text> : null;
  }
  if (lines.length === 0) return <Parts parts={parts} />;
  const rest = lines.length - shown;
  const cell = mergeClasses(styles.cell, styles.head);
  return (
    <>
      <Parts parts={parts} />
      <table className={styles.table} aria-label={texts.title}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.measure, styles.head)}>
              {texts.figure}
            </th>
            {[texts.before, texts.now, texts.change, texts.rate].map((title) => (
              <th key={title} scope="col" className={cell}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {lines.slice(0, shown).map((line) => (
          <Line
            key={line.figures[0]?.finding.id}
            line={line}
            isOneOfSeveral={report.units.length > 1}
          />
        ))}
      </table>
      {rest > 0 ? (
        <LinkButton
          onClick={() => {
            setShown(shown + step);
          }}
        >
          {words.ready.showAll(Math.min(step, rest))}
        </LinkButton>
      ) : null}
    </>
  );
}

/** Tables and columns of another order of magnitude. */
function Parts({ parts }: { readonly parts: ReturnType<typeof lastRoundParts> }) {
  const { language } = usePane();
  return parts.map(({ finding, answered }) => (
    <Text key={finding.id} size={200} block>
      {findingMessageNow(finding, language, answered)}{' '}
      <LastRoundAnswer
        finding={finding}
        answered={answered}
        name={ruleName(finding.rule, language)}
      />
    </Text>
  ));
}

interface LineProps {
  readonly line: LastRoundLine;
  readonly isOneOfSeveral: boolean;
}

function Line({ line: { unit, figures }, isOneOfSeveral }: LineProps) {
  const styles = useStyles();
  const { language } = usePane();
  const of = isOneOfSeveral ? `${reportingUnitName(unit.tables, language)} · ` : '';
  // What is to be looked at first is told of the line.
  const told =
    figures.find(
      ({ answered, finding }) => canBeExplained(finding) && answered?.state !== 'valid',
    ) ??
    figures.find(({ finding }) => canBeExplained(finding)) ??
    figures[0];
  if (told === undefined) return null;
  return (
    <tbody>
      <tr>
        <th colSpan={5} scope="rowgroup" className={styles.name}>
          {`${of}${lineName(told.place, language)}`}{' '}
          <LastRoundAnswer
            finding={told.finding}
            answered={told.answered}
            presence={told.presence}
            name={figureName(told.place, language)}
          />
        </th>
      </tr>
      {figures.map((figure) => (
        <Figure key={figure.finding.id} unit={unit} figure={figure} />
      ))}
    </tbody>
  );
}

interface FigureProps {
  readonly unit: UnitReport;
  readonly figure: LastRoundFigure;
}

function Figure({ unit, figure }: FigureProps) {
  const styles = useStyles();
  const { language } = usePane();
  const { submit, words } = useSubmission();
  const { finding, place, before, now, change, rate } = figure;
  const { blank } = words.lastRound;
  const stated = (value: string | null) => (value === null ? blank : groupDigits(value));
  const show = () => {
    const item = listedItems(unit.items, noFilter).find(({ findings }) =>
      findings.some(({ id }) => id === finding.id),
    );
    if (item !== undefined) void submit.show(unit, item, [finding]);
  };
  return (
    <tr>
      <th scope="row" className={styles.measure}>
        <LinkButton name={figureName(place, language)} onClick={show}>
          {measureName(place.measure, language)}
        </LinkButton>
      </th>
      <td className={styles.cell}>{stated(before)}</td>
      <td className={styles.cell}>{stated(now)}</td>
      <td className={styles.cell}>{groupDigits(change)}</td>
      <td className={styles.cell}>{rate === null ? '—' : `${groupDigits(rate)}%`}</td>
    </tr>
  );
}
