/**
 * What explains failed totals: one act over many cells, a slip with its likely figure, a few ways. Only what
 * is nearly certain can be adopted at once.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import type {
  CellsToCorrect,
  ChoiceItem,
  EventItem,
  SlipItem,
  UnexplainedItem,
} from '../../../application/report/reportItem';
import type { Finding } from '../../../domain/finding';
import type { CellCorrection } from '../../../domain/rules/cellCorrection';
import { diagnosisRemark } from '../../../wording/diagnoses';
import { eventSummary } from '../../../wording/eventSummaries';
import { Disclosure } from '../../parts/Disclosure';
import { usePane } from '../../PaneContext';
import { AdoptButton } from './AdoptButton';
import { CorrectionFigures } from './CorrectionFigures';
import { FoldedRows, Rows } from './FoldedRows';
import { ItemCard } from './ItemCard';
import type { ItemProps } from './ItemCard';
import { useItemStyles } from './itemStyles';
import { correctionRow, findingRow } from './rows';

/** So many cells of one correction are shown at once; more are a list on demand. */
const cellsShown = 2;
/** So many ways can each be adopted; of more no one can say which. */
const waysOffered = 3;

const useStyles = makeStyles({
  ways: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  way: {
    position: 'relative',
    zIndex: 1,
    '& + &': {
      paddingTop: tokens.spacingVerticalXS,
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  last: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'end',
  },
});

export function EventCard(props: ItemProps<EventItem>) {
  const styles = useItemStyles();
  const { texts, language } = usePane();
  const { event, correction, findings } = props.item;
  const { change, next } = eventSummary(event, language);
  return (
    <ItemCard
      {...props}
      {...(correction === null ? {} : { action: <AdoptButton explanation={correction} /> })}
      folds={
        <>
          {correction === null ? null : (
            <FoldedRows
              title={texts.diagnosis.cells(correction.corrections.length)}
              rows={() => correction.corrections.map((one) => correctionRow(one, language))}
            />
          )}
          <Explained findings={findings} kind={correction === null ? 'failing' : 'settles'} />
        </>
      }
    >
      {change}
      {correction === null ? <div className={styles.quiet}>{next}</div> : null}
    </ItemCard>
  );
}

export function SlipCard(props: ItemProps<SlipItem>) {
  const styles = useItemStyles();
  const { texts, language } = usePane();
  const { explanation, others, findings, diagnosis } = props.item;
  const remark = diagnosisRemark(diagnosis, language);
  return (
    <ItemCard
      {...props}
      action={<AdoptButton explanation={explanation} />}
      folds={
        <>
          <Explained findings={findings} kind="settles" />
          {others.length === 0 ? null : (
            <Disclosure title={texts.diagnosis.others(others.length)} initially="closed">
              <Ways ways={others} />
            </Disclosure>
          )}
        </>
      }
    >
      <Cells corrections={explanation.corrections} />
      {remark === '' ? null : <div className={styles.quiet}>{remark}</div>}
    </ItemCard>
  );
}

export function ChoiceCard(props: ItemProps<ChoiceItem>) {
  const { item } = props;
  return (
    <ItemCard {...props} folds={<Explained findings={item.findings} kind="failing" />}>
      <Ways ways={item.choices} />
    </ItemCard>
  );
}

export function UnexplainedCard(props: ItemProps<UnexplainedItem>) {
  const styles = useItemStyles();
  const { texts } = usePane();
  return (
    <ItemCard {...props} folds={<Explained findings={props.item.findings} kind="failing" />}>
      <span className={styles.quiet}>{texts.diagnosis.compare}</span>
    </ItemCard>
  );
}

interface ExplainedProps {
  readonly findings: readonly Finding[];
  readonly kind: 'settles' | 'failing';
}

function Explained({ findings, kind }: ExplainedProps) {
  const { texts, language } = usePane();
  if (findings.length === 0) return null;
  return (
    <FoldedRows
      title={texts.diagnosis[kind](findings.length)}
      rows={() => findings.map((finding) => findingRow(finding, language))}
    />
  );
}

/** One cell is named by the item's title; of several each has its row. */
function Cells({ corrections }: { readonly corrections: readonly CellCorrection[] }) {
  const { texts, language } = usePane();
  const [first] = corrections;
  if (first === undefined) return null;
  if (corrections.length === 1) return <CorrectionFigures correction={first} />;
  const rows = () => corrections.map((correction) => correctionRow(correction, language));
  return corrections.length <= cellsShown ? (
    <Rows rows={rows()} />
  ) : (
    <FoldedRows title={texts.diagnosis.cells(corrections.length)} rows={rows} />
  );
}

/** Each way with the cells that would change, and its own button beside the last of them. */
function Ways({ ways }: { readonly ways: readonly CellsToCorrect[] }) {
  const styles = useStyles();
  const { language } = usePane();
  return (
    <ul className={styles.ways}>
      {ways.map((way) => {
        const rows = way.corrections.map((correction) => correctionRow(correction, language));
        return (
          <li key={rows.map(({ key }) => key).join()} className={styles.way}>
            {rows.length < 2 ? null : <Rows rows={rows.slice(0, -1)} />}
            <div className={styles.last}>
              <Rows rows={rows.slice(-1)} />
              {ways.length > waysOffered ? null : <AdoptButton explanation={way} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
