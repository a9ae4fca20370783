/** A correction of several cells in a preview: one row, its cells folded; chosen as a whole or not at all. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { PlannedChange, ChangePlan } from '../../domain/fill/plannedChange';
import { eventSummary } from '../../wording/eventSummaries';
import { itemTitle } from '../../wording/items';
import { writtenPlaceName } from '../../wording/terms';
import { visibleText } from '../../wording/visibleText';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { LinkButton } from '../parts/LinkButton';
import type { PlannedAct } from '../state/paneState';
import { PagedRows } from './PagedRows';
import { plannedText, standingText } from './standingText';
import { useUnitNames } from './useUnitNames';
import { useWritingTexts } from './useWritingTexts';

/** So few cells are in sight at once. */
const cellsInSight = 2;

const useStyles = makeStyles({
  act: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    alignItems: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  facts: { paddingTop: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  caution: { color: tokens.colorStatusWarningForeground1 },
  cell: { fontVariantNumeric: 'tabular-nums' },
});

interface ActItemProps {
  readonly act: PlannedAct;
  readonly plan: ChangePlan;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

export function ActItem({ act, plan, isChosen, onToggle }: ActItemProps) {
  const styles = useStyles();
  const { language } = usePane();
  const texts = useWritingTexts().preview;
  const nameOf = useUnitNames();
  const { item, writes, blocked } = act;
  const planned = writes.flatMap((index) => plan.changes[index] ?? []);
  const title = item === null ? texts.together(writes.length) : itemTitle(item, language);
  const change = item?.kind === 'event' ? eventSummary(item.event, language).change : '';
  const sheets = [...new Set(planned.map(({ place }) => visibleText(place.sheet)))];
  const where = [
    ...new Set(planned.map(({ place }) => nameOf(place)).filter((name) => name !== '')),
    ...sheets,
    texts.cells(writes.length),
  ].join(' · ');
  return (
    <li className={styles.act}>
      <Checkbox
        checked={isChosen}
        disabled={blocked > 0}
        onChange={onToggle}
        aria-label={[title, change, where].filter((part) => part !== '').join(' · ')}
      />
      <div className={styles.facts}>
        <div className={styles.title}>{title}</div>
        {change === '' ? null : <div>{change}</div>}
        {blocked === 0 ? null : <div className={styles.caution}>{texts.half(blocked)}</div>}
        <Disclosure title={where} initially={writes.length > cellsInSight ? 'closed' : 'open'}>
          <PagedRows
            indices={writes}
            row={(index) => {
              const write = plan.changes[index];
              return write === undefined ? null : (
                <ActCell key={index} write={write} isAlone={sheets.length === 1} />
              );
            }}
          />
        </Disclosure>
      </div>
    </li>
  );
}

interface ActCellProps {
  readonly write: PlannedChange;
  /** Whether all cells stand on one sheet. */
  readonly isAlone: boolean;
}

/** C8: 6914500 → 691.45. */
function ActCell({ write, isAlone }: ActCellProps) {
  const styles = useStyles();
  const { control, language } = usePane();
  const { blank } = useWritingTexts().preview;
  const { place } = write;
  return (
    <li className={styles.cell}>
      <LinkButton
        title={visibleText(writtenPlaceName(place, language))}
        onClick={() => void control.goTo(place)}
      >
        {isAlone ? place.cell : visibleText(`${place.sheet}!${place.cell}`)}
      </LinkButton>
      {`: ${standingText(write, blank)} → ${plannedText(write, blank)}`}
    </li>
  );
}
