/** What stands out beside the round before: 上期, 本期, 增减, 增减率; it is explained from here. */
import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { lastRoundLines } from '../../application/lastRoundLines';
import type { LastRoundFigure, LastRoundLine } from '../../application/lastRoundLines';
import { listedItems } from '../../application/report/listedItems';
import type { UnitReport, WorkbookReport } from '../../application/report/report';
import { explainingTexts } from '../../wording/explaining';
import { explanationStateName } from '../../wording/explanations';
import { groupDigits } from '../../wording/language';
import { figureName, lineName, measureName } from '../../wording/terms';
import { reportingUnitName } from '../../wording/units';
import { explainingOf } from '../check/explain/ExplainControl';
import { LinkButton } from '../parts/LinkButton';
import { usePane } from '../PaneContext';
import { noFilter } from '../state/paneState';
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
  state: { color: tokens.colorNeutralForeground2 },
});

/** So many stand there at first, and so many come with each click. */
const step = 30;

export function LastRoundTable({ report }: { readonly report: WorkbookReport }) {
  const styles = useStyles();
  const { words } = useSubmission();
  const [shown, setShown] = useState(step);
  const lines = useMemo(() => lastRoundLines(report), [report]);
  const texts = words.lastRound;
  if (lines.length === 0) {
    const isCompared = report.notCompared.length < report.units.length;
    return isCompared ? <Text size={200}>{texts.nothing}</Text> : null;
  }
  const rest = lines.length - shown;
  const cell = mergeClasses(styles.cell, styles.head);
  return (
    <>
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

interface LineProps {
  readonly line: LastRoundLine;
  readonly isOneOfSeveral: boolean;
}

function Line({ line: { unit, figures }, isOneOfSeveral }: LineProps) {
  const styles = useStyles();
  const { language } = usePane();
  const of = isOneOfSeveral ? `${reportingUnitName(unit.tables, language)} · ` : '';
  const [first] = figures;
  const open = figures.find(({ answered }) => answered?.state !== 'valid');
  return (
    <tbody>
      <tr>
        <th colSpan={5} scope="rowgroup" className={styles.name}>
          {first === undefined ? null : `${of}${lineName(first.place, language)}`}{' '}
          <State figure={open ?? first} />
          {open === undefined ? null : <Explain figure={open} />}
        </th>
      </tr>
      {figures.map((figure) => (
        <Figure key={figure.finding.id} unit={unit} figure={figure} />
      ))}
    </tbody>
  );
}

/** What was said of a line: what is to be looked at first. */
function State({ figure }: { readonly figure: LastRoundFigure | undefined }) {
  const styles = useStyles();
  const { language } = usePane();
  const { words } = useSubmission();
  if (figure === undefined) return null;
  const { answered } = figure;
  return (
    <span className={styles.state}>
      {answered === null
        ? words.lastRound.toExplain
        : explanationStateName(answered.state, language)}
    </span>
  );
}

function Explain({ figure: { place, finding } }: { readonly figure: LastRoundFigure }) {
  const shared = usePane();
  const { language } = shared;
  const word = explainingTexts(language).write;
  return (
    <>
      {' '}
      <LinkButton
        name={`${word}${language === 'zh-CN' ? '：' : ': '}${figureName(place, language)}`}
        onClick={() => void explainingOf(shared).ask(finding)}
      >
        {word}
      </LinkButton>
    </>
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
