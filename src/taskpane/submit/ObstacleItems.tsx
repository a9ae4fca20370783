/** The items of 校验 that stand in the way, and cells beside the tables; a click leads to each. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CellReference } from '../../application/cellContent';
import { listedItems } from '../../application/report/listedItems';
import type { UnitReport, WorkbookReport } from '../../application/report/report';
import type { ReportItem } from '../../application/report/reportItem';
import type { Finding } from '../../domain/finding';
import { partTitle } from '../../wording/items';
import { visibleText } from '../../wording/visibleText';
import { LinkButton } from '../parts/LinkButton';
import { usePane } from '../PaneContext';
import { noFilter } from '../state/paneState';
import { useSubmission } from './useSubmission';

const useStyles = makeStyles({
  places: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalXXS,
  },
});

/** So many stand there at first, and so many come with each click. */
const atFirst = 5;
const step = 40;

interface Shown {
  readonly unit: UnitReport;
  readonly item: ReportItem;
  /** Those of the item that stand in the way. */
  readonly findings: readonly Finding[];
}

interface ObstacleItemsProps {
  readonly findings: readonly Finding[];
  readonly places: readonly CellReference[];
  readonly report: WorkbookReport;
}

export function ObstacleItems({ findings, places, report }: ObstacleItemsProps) {
  const styles = useStyles();
  const { control, language } = usePane();
  const { submit, words } = useSubmission();
  const [shown, setShown] = useState(atFirst);
  const items = useMemo(() => itemsWith(findings, report), [findings, report]);
  const rest = items.length + places.length - shown;
  const texts = words.ready;
  return (
    <ul className={styles.places}>
      {items.slice(0, shown).map(({ unit, item, findings: own }) => (
        <li key={item.key}>
          <LinkButton onClick={() => void submit.show(unit, item, own)}>
            {`${partTitle(item, own, language)} ${texts.places(...placeOf(own))}`}
          </LinkButton>
        </li>
      ))}
      {places.slice(0, Math.max(0, shown - items.length)).map((place) => (
        <li key={`${place.sheet}!${place.cell}`}>
          <LinkButton onClick={() => void control.goTo(place)}>
            {visibleText(`${place.sheet}!${place.cell}`)}
          </LinkButton>
        </li>
      ))}
      {rest > 0 ? (
        <li>
          <LinkButton
            onClick={() => {
              setShown(shown + step);
            }}
          >
            {texts.showAll(Math.min(step, rest))}
          </LinkButton>
        </li>
      ) : null}
    </ul>
  );
}

/** The first cell of the findings, and how many there are besides. */
function placeOf(findings: readonly Finding[]): [string, number] {
  const cells = findings.flatMap(({ sheet, cells: own }) => own.map((cell) => `${sheet}!${cell}`));
  const [first = findings[0]?.sheet ?? ''] = cells;
  return [visibleText(first), Math.max(0, new Set(cells).size - 1)];
}

function itemsWith(findings: readonly Finding[], { units }: WorkbookReport): Shown[] {
  const wanted = new Set(findings.map(({ id }) => id));
  const concerned = new Set(findings.map(({ pair }) => pair));
  return units
    .filter(({ number }) => concerned.has(number))
    .flatMap((unit) =>
      listedItems(unit.items, noFilter).flatMap((item): Shown[] => {
        const own = item.findings.filter(({ id }) => wanted.has(id));
        return own.length === 0 ? [] : [{ unit, item, findings: own }];
      }),
    );
}
