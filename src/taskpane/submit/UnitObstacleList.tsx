/** What stands in the way of several units: what is the workbook's first, then unit by unit. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { SortedObstacles } from '../../application/obstaclesByUnit';
import type { WorkbookReport } from '../../application/report/report';
import { unitNames } from '../../wording/units';
import { useGrowing } from '../parts/useGrowing';
import { Disclosure } from '../parts/Disclosure';
import { LinkButton } from '../parts/LinkButton';
import { usePane } from '../PaneContext';
import { ObstacleList } from './ObstacleList';
import { useSubmission } from './useSubmission';

const useStyles = makeStyles({
  title: { margin: 0 },
  units: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

/** Of so many units at most everything stands open. */
const mostOpen = 2;

interface UnitObstacleListProps {
  readonly sorted: SortedObstacles;
  readonly report: WorkbookReport;
}

export function UnitObstacleList({ sorted, report }: UnitObstacleListProps) {
  const styles = useStyles();
  const { language } = usePane();
  const { words } = useSubmission();
  const names = useMemo(
    () =>
      unitNames(
        report.units.map(({ tables }) => tables),
        language,
      ),
    [report, language],
  );
  const { shown, rest, end, showMore, next } = useGrowing(sorted.units.length);
  const texts = words.ready;
  return (
    <>
      {sorted.workbook.length === 0 ? null : (
        <>
          <Text as="h2" size={200} weight="semibold" className={styles.title}>
            {texts.workbook}
          </Text>
          <ObstacleList obstacles={sorted.workbook} report={report} level={3} />
        </>
      )}
      <ul className={styles.units}>
        {sorted.units.slice(0, shown).map(({ unit, obstacles }) => (
          <li key={unit}>
            <Disclosure
              title={`${names.get(unit) ?? ''} · ${texts.kinds(obstacles.length)}`}
              initially={sorted.units.length > mostOpen ? 'closed' : 'open'}
            >
              <ObstacleList obstacles={obstacles} report={report} level={2} />
            </Disclosure>
          </li>
        ))}
      </ul>
      <div ref={end}>
        {rest === 0 ? null : <LinkButton onClick={showMore}>{texts.showAll(next)}</LinkButton>}
      </div>
    </>
  );
}
