/** What stands out beside the round before: 上期, 本期, 增减, 增减率; it is explained from here. */
import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { lastRoundLines } from '../../application/lastRoundLines';
import type { LastRoundLine } from '../../application/lastRoundLines';
import { listedItems } from '../../application/report/listedItems';
import type { WorkbookReport } from '../../application/report/report';
import { explainingTexts } from '../../wording/explaining';
import { explanationStateName } from '../../wording/explanations';
import { groupDigits } from '../../wording/language';
import { figureName } from '../../wording/terms';
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
            {[texts.before, texts.now, texts.change, texts.rate].map((title) => (
              <th key={title} scope="col" className={cell}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {lines.slice(0, shown).map((line) => (
          <Line key={line.finding.id} line={line} isOneOfSeveral={report.units.length > 1} />
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

function Line({ line, isOneOfSeveral }: { line: LastRoundLine; isOneOfSeveral: boolean }) {
  const styles = useStyles();
  const shared = usePane();
  const { language } = shared;
  const { submit, words } = useSubmission();
  const { unit, finding, place, before, now, change, rate, answered } = line;
  const texts = words.lastRound;
  const explain = explainingTexts(language).write;
  const of = isOneOfSeveral ? `${reportingUnitName(unit.tables, language)} · ` : '';
  const figure = (value: string | null) => (value === null ? texts.blank : groupDigits(value));
  const show = () => {
    const item = listedItems(unit.items, noFilter).find(({ findings }) =>
      findings.some(({ id }) => id === finding.id),
    );
    if (item !== undefined) void submit.show(unit, item, [finding]);
  };
  return (
    <tbody>
      <tr>
        <th colSpan={4} scope="rowgroup" className={styles.name}>
          <LinkButton onClick={show}>{`${of}${figureName(place, language)}`}</LinkButton>{' '}
          <span className={styles.state}>
            {answered === null ? texts.toExplain : explanationStateName(answered.state, language)}
          </span>
          {answered?.state === 'valid' ? null : (
            <>
              {' '}
              <LinkButton
                name={`${explain}${language === 'zh-CN' ? '：' : ': '}${figureName(place, language)}`}
                onClick={() => void explainingOf(shared).ask(finding)}
              >
                {explain}
              </LinkButton>
            </>
          )}
        </th>
      </tr>
      <tr>
        <td className={styles.cell}>{figure(before)}</td>
        <td className={styles.cell}>{figure(now)}</td>
        <td className={styles.cell}>{groupDigits(change)}</td>
        <td className={styles.cell}>{rate === null ? '—' : `${groupDigits(rate)}%`}</td>
      </tr>
    </tbody>
  );
}
