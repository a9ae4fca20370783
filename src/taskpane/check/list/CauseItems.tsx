/**
 * What explains failed totals: one act over many cells, a slip with its likely figure, a few ways. Only what
 * is nearly certain can be adopted at once.
 */
import { placesOf } from '../../../application/report/itemPlaces';
import type {
  ChoiceItem,
  EventItem,
  ReportItem,
  SlipItem,
  UnexplainedItem,
} from '../../../application/report/reportItem';
import { diagnosisRemark } from '../../../wording/diagnoses';
import { eventSummary } from '../../../wording/eventSummaries';
import { settlingRemark } from '../../../wording/settlingWays';
import { Disclosure } from '../../parts/Disclosure';
import { usePane } from '../../PaneContext';
import { ConvertButton } from '../../rounding/ConvertButton';
import { conversionOfEvent } from '../../rounding/RoundingForm';
import { AdoptButton } from './AdoptButton';
import { CorrectionFigures, CorrectionReason } from './CorrectionFigures';
import { FoldedCells } from './FoldedCells';
import { FoldedRows } from './FoldedRows';
import { ItemCard } from './ItemCard';
import type { ItemProps } from './ItemCard';
import { useItemStyles } from './itemStyles';
import { findingRow } from './rows';
import { cellsShown, Way, Ways } from './Ways';

export function EventCard(props: ItemProps<EventItem>) {
  const styles = useItemStyles();
  const { language } = usePane();
  const { event, correction } = props.item;
  const { change, next } = eventSummary(event, language);
  const conversion = conversionOfEvent(event);
  const action =
    correction === null && conversion === null ? null : (
      <>
        {correction === null ? null : <AdoptButton explanation={correction} />}
        {conversion === null ? null : <ConvertButton choice={conversion} />}
      </>
    );
  return (
    <ItemCard
      {...props}
      {...(action === null ? {} : { action })}
      folds={
        <>
          {correction === null ? null : <FoldedCells corrections={correction.corrections} />}
          <Explained item={props.item} kind={correction === null ? 'failing' : 'settles'} />
        </>
      }
    >
      <div>{change}</div>
      {correction === null ? <div className={styles.quiet}>{next}</div> : null}
    </ItemCard>
  );
}

export function SlipCard(props: ItemProps<SlipItem>) {
  const styles = useItemStyles();
  const { texts, language } = usePane();
  const { explanation, others, diagnosis } = props.item;
  const { corrections } = explanation;
  const [first] = corrections;
  const remark = diagnosisRemark(diagnosis, language);
  const adopt = <AdoptButton explanation={explanation} />;
  const isWay = corrections.length > 1 && corrections.length <= cellsShown;
  return (
    <ItemCard
      {...props}
      {...(isWay ? {} : { action: adopt })}
      {...(first === undefined || corrections.length > 1
        ? {}
        : {
            line: <CorrectionFigures correction={first} size="large" />,
            note: <CorrectionReason correction={first} />,
          })}
      folds={
        <>
          {corrections.length <= cellsShown ? null : <FoldedCells corrections={corrections} />}
          <Explained item={props.item} kind="settles" />
          {others.length === 0 ? null : (
            <Disclosure title={texts.diagnosis.others(others.length)} initially="closed">
              <Ways ways={others} sheet="" />
            </Disclosure>
          )}
        </>
      }
    >
      {isWay ? (
        <Way corrections={corrections} action={adopt} sheet={titleSheet(props.item)} />
      ) : null}
      {remark === '' ? null : <div className={styles.quiet}>{remark}</div>}
    </ItemCard>
  );
}

export function ChoiceCard(props: ItemProps<ChoiceItem>) {
  const { item } = props;
  return (
    <ItemCard {...props} folds={<Explained item={item} kind="failing" />}>
      <Ways ways={item.choices} sheet={titleSheet(item)} />
    </ItemCard>
  );
}

export function UnexplainedCard(props: ItemProps<UnexplainedItem>) {
  const styles = useItemStyles();
  const { texts } = usePane();
  return (
    <ItemCard {...props} folds={<Explained item={props.item} kind="failing" />}>
      <span className={styles.quiet}>{texts.diagnosis.compare}</span>
    </ItemCard>
  );
}

interface ExplainedProps {
  readonly item: ReportItem;
  readonly kind: 'settles' | 'failing';
}

function Explained({ item, kind }: ExplainedProps) {
  const { texts, language } = usePane();
  const { findings } = item;
  if (findings.length === 0) return null;
  const isOnlyTotals = kind === 'settles' || findings.every(({ detail }) => 'equality' in detail);
  return (
    <FoldedRows
      title={texts.diagnosis[isOnlyTotals ? kind : 'concerned'](findings.length)}
      rows={() =>
        findings.map((finding) =>
          findingRow(finding, language, undefined, settlingRemark(item, finding, language)),
        )
      }
    />
  );
}

/** The sheet that stands in the title, in front of the first cell. */
function titleSheet(item: ReportItem): string {
  return placesOf(item)[0]?.sheet ?? '';
}
