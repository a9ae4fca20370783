/**
 * What explains failed balances: one act over many cells, a slip with its likely value, or a few ways;
 * what it explains folded beneath. Only what is nearly certain can be adopted at once.
 */
import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type {
  ChoiceItem,
  EventItem,
  SlipItem,
  UnexplainedItem,
} from '../../../application/report/items';
import { diagnosisRemark, explanationMessage } from '../../../wording/diagnoses';
import { itemMessage, itemName } from '../../../wording/items';
import { visibleText } from '../../../wording/visibleText';
import { Disclosure } from '../../parts/Disclosure';
import { Icon } from '../../parts/icons';
import { usePane } from '../../PaneContext';
import { useEntryStyles } from './entryStyles';
import { ExplanationActions, ExplanationList } from './Explanations';
import { FindingLines } from './FindingLines';
import type { ItemProps } from './ItemHead';
import { ItemHead } from './ItemHead';
import { useInSight } from './useInSight';

type Cause = EventItem | SlipItem | ChoiceItem | UnexplainedItem;

export const CauseItem = memo(function CauseItem(props: ItemProps<Cause>) {
  const { item, isSelected } = props;
  const styles = useEntryStyles();
  const { texts, language } = usePane();
  const inSight = useInSight(isSelected);
  const others = item.kind === 'slip' ? item.others : [];
  return (
    <div ref={inSight} className={mergeClasses(styles.card, isSelected && styles.selected)}>
      <ItemHead
        {...props}
        picture={
          <span className={styles.culprit}>
            <Icon name="culprit" />
          </span>
        }
        name={itemName(item, language)}
        place={placeText(item)}
      >
        {item.kind === 'slip' ? (
          <Slip item={item} />
        ) : (
          <span className={styles.remark}>{itemMessage(item, language)}</span>
        )}
      </ItemHead>
      {item.kind === 'slip' ? <ExplanationActions explanation={item.explanation} /> : null}
      {item.kind === 'event' && item.correction !== null ? (
        <ExplanationActions explanation={item.correction} />
      ) : null}
      {item.kind === 'choice' ? (
        <div className={styles.folded}>
          <ExplanationList explanations={item.choices} diagnosis={item.diagnosis} />
        </div>
      ) : null}
      <div className={styles.folded}>
        {item.kind !== 'slip' || others.length === 0 ? null : (
          <Disclosure title={texts.diagnosis.others(others.length)} initially="closed">
            <ExplanationList explanations={others} diagnosis={item.diagnosis} />
          </Disclosure>
        )}
        {item.findings.length === 0 ? null : (
          <Disclosure title={texts.diagnosis.explained(item.findings.length)} initially="closed">
            <FindingLines findings={item.findings} />
          </Disclosure>
        )}
      </div>
    </div>
  );
});

function placeText(item: Cause): string {
  const first = item.kind === 'slip' ? item.explanation.corrections[0]?.place : undefined;
  return first === undefined ? '' : visibleText(`${first.sheet}!${first.cell}`);
}

function Slip({ item: { explanation, diagnosis } }: { readonly item: SlipItem }) {
  const styles = useEntryStyles();
  const { language } = usePane();
  const remark = diagnosisRemark(diagnosis, language);
  return (
    <>
      <span className={styles.message}>{explanationMessage(explanation, diagnosis, language)}</span>
      {remark === '' ? null : <span className={styles.remark}>{remark}</span>}
    </>
  );
}
