/** Differences that rounding explains, together; each is a line beneath. */
import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type { RoundingItem as Item } from '../../../application/report/items';
import { itemMessage, itemName } from '../../../wording/items';
import { severityName } from '../../../wording/terms';
import { visibleText } from '../../../wording/visibleText';
import { Disclosure } from '../../parts/Disclosure';
import { SeverityIcon } from '../../parts/SeverityIcon';
import { usePane } from '../../PaneContext';
import { useEntryStyles } from './entryStyles';
import { FindingLines } from './FindingLines';
import type { ItemProps } from './ItemHead';
import { ItemHead } from './ItemHead';
import { useInSight } from './useInSight';

export const RoundingItem = memo(function RoundingItem(props: ItemProps<Item>) {
  const { item, isSelected } = props;
  const styles = useEntryStyles();
  const { texts, language } = usePane();
  const inSight = useInSight(isSelected);
  const { largest, findings, severity } = item;
  return (
    <div ref={inSight} className={mergeClasses(styles.card, isSelected && styles.selected)}>
      <ItemHead
        {...props}
        picture={<SeverityIcon severity={severity} label={severityName(severity, language)} />}
        name={itemName(item, language)}
        place={visibleText(`${largest.sheet}!${texts.list.cells(largest.cells)}`)}
      >
        <span className={styles.message}>{itemMessage(item, language)}</span>
      </ItemHead>
      <div className={styles.folded}>
        <Disclosure title={texts.list.places(findings.length)} initially="closed">
          <FindingLines findings={findings} />
        </Disclosure>
      </div>
    </div>
  );
});
