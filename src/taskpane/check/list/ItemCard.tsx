/** An item of the list: what it is about and where, its figures with what can be done, and more on demand. */
import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Act } from '../../../application/report/actsBefore';
import { placesOf } from '../../../application/report/itemPlaces';
import type { ReportItem } from '../../../application/report/reportItem';
import { canBeExplained } from '../../../domain/submission/explainable';
import { itemName, itemTitle } from '../../../wording/items';
import { itemMessageNow } from '../../../wording/settled';
import { severityName } from '../../../wording/terms';
import { visibleText } from '../../../wording/visibleText';
import { Icon } from '../../parts/icons';
import { Parted } from '../../parts/Parted';
import { SeverityIcon } from '../../parts/SeverityIcon';
import { useUnseen } from '../../parts/unseen';
import { usePane } from '../../PaneContext';
import { Answers } from '../explain/Answers';
import { Explain } from '../explain/Explain';
import { useExplained } from '../explain/useExplained';
import { useItemStyles } from './itemStyles';
import { useReach } from './reach';
import { useInSight } from './useInSight';

/** What every item of the list is given. */
export interface ItemProps<T extends ReportItem = ReportItem> {
  readonly item: T;
  /** What changes its figures once it is adopted; null for nothing. */
  readonly before: Act | null;
  /** Whose item it is, where there are several units; else empty. */
  readonly unit: string;
  readonly isSelected: boolean;
  /** Whether the tab key stops here. */
  readonly isStop: boolean;
  readonly onVisit: (item: ReportItem) => void;
}

interface ItemCardProps extends ItemProps {
  /** Whether its figures are those that it will have after the act before it. */
  readonly figures?: 'now' | 'then';
  /** What stands first under the title, on one line with what can be done. */
  readonly line?: ReactNode;
  /** The one thing that can be done at once. */
  readonly action?: ReactNode;
  /** Follows the line, where there is room on it. */
  readonly note?: ReactNode;
  /** Stands under all that. */
  readonly children?: ReactNode;
  /** What can be unfolded. */
  readonly folds?: ReactNode;
}

/** The whole sentence is there for screen readers, and for everybody once the item is selected. */
export function ItemCard(props: ItemCardProps) {
  const { item, before, unit, isSelected, isStop, onVisit, figures, line, note, children, folds } =
    props;
  const isHere = useReach() === 'workbook';
  const action = isHere ? props.action : undefined;
  const canExplain = item.findings.some(canBeExplained);
  const isExplained = isHere && canExplain;
  const styles = useItemStyles();
  const { unseen } = useUnseen();
  const { texts, language } = usePane();
  const explained = useExplained();
  const sentence = useId();
  const inSight = useInSight(isSelected);
  const title = itemTitle(item, language);
  return (
    <div ref={inSight} className={mergeClasses(styles.card, isSelected && styles.selected)}>
      <ItemPicture item={item} />
      <button
        type="button"
        data-entry
        className={styles.head}
        tabIndex={isStop ? 0 : -1}
        aria-current={isSelected}
        aria-describedby={sentence}
        onClick={() => {
          onVisit(item);
        }}
      >
        <span className={styles.title}>
          <Parted name={title} />
        </span>
        <ItemPlace item={item} />
      </button>
      <div className={styles.body}>
        {line}
        {action === undefined ? null : <span className={styles.action}>{action}</span>}
        {note === undefined ? null : <> {note}</>}
        {children}
        {before === null ? null : (
          <div className={styles.quiet}>
            {texts.list[figures === 'then' ? 'onceRight' : 'changesWith'](
              itemTitle(before, language),
            )}
          </div>
        )}
        <p id={sentence} className={isSelected ? styles.sentence : unseen}>
          {unit === '' ? '' : `${unit} · `}
          {itemName(item, language)}
          {language === 'zh-CN' ? '：' : ': '}
          {itemMessageNow(item, language, explained)}
        </p>
        {canExplain ? <Answers item={item} isWhole={isSelected} /> : null}
        {folds === undefined && !isExplained ? null : (
          <div className={styles.folds}>
            {folds}
            {isExplained ? <Explain item={item} /> : null}
          </div>
        )}
      </div>
    </div>
  );
}

function ItemPicture({ item }: { readonly item: ReportItem }) {
  const styles = useItemStyles();
  const { language } = usePane();
  switch (item.kind) {
    case 'event':
    case 'slip':
    case 'choice':
    case 'unexplained':
      return (
        <span className={mergeClasses(styles.picture, styles.culprit)}>
          <Icon name="culprit" />
        </span>
      );
    case 'alike':
    case 'finding':
      return (
        <SeverityIcon severity={item.severity} label={severityName(item.severity, language)} />
      );
  }
}

/** The first of an item's cells, and how many there are. */
function ItemPlace({ item }: { readonly item: ReportItem }) {
  const styles = useItemStyles();
  const { texts } = usePane();
  const places = placesOf(item);
  const [first] = places;
  const text =
    first === undefined
      ? visibleText(item.findings[0]?.sheet ?? '')
      : visibleText(`${first.sheet}!${texts.list.cells(first.cell, places.length)}`);
  return (
    <span className={styles.place} title={text}>
      {text}
    </span>
  );
}
