/** The things that stand in the way, each with its sentence, its places and its next step. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Obstacle } from '../../application/readyToSubmit';
import type { WorkbookReport } from '../../application/report/report';
import { severityName } from '../../wording/terms';
import { obstacleMessage } from '../../wording/submission';
import { cardList } from '../parts/cardList';
import { SeverityIcon } from '../parts/SeverityIcon';
import { usePane } from '../PaneContext';
import { NextStep } from './NextStep';
import { ObstacleItems } from './ObstacleItems';
import { NotCheckedList } from './NotCheckedList';
import { useSubmission } from './useSubmission';

const useStyles = makeStyles({
  list: cardList.list,
  card: cardList.iconCard,
  title: cardList.title,
  within: {
    gridColumn: 2,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalXS,
  },
});

interface ObstacleListProps {
  readonly obstacles: readonly Obstacle[];
  readonly report: WorkbookReport;
  /** Of the titles. */
  readonly level: 2 | 3;
}

export function ObstacleList({ obstacles, report, level }: ObstacleListProps) {
  const styles = useStyles();
  const { language } = usePane();
  const { words } = useSubmission();
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <ul className={styles.list}>
      {obstacles.map((obstacle) => {
        const severity = isGrave(obstacle) ? 'error' : 'warning';
        return (
          <li key={obstacle.code} className={styles.card}>
            <SeverityIcon severity={severity} label={severityName(severity, language)} />
            <Title className={styles.title}>{words.ready.names[obstacle.code]}</Title>
            <div className={styles.within}>
              <Details obstacle={obstacle} report={report} />
              <NextStep obstacle={obstacle} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Figures are wrong, or nobody knows whether they are. */
function isGrave({ code }: Obstacle): boolean {
  return code === 'errors' || code === 'requiredFigures' || code === 'notChecked';
}

function Details({ obstacle, report }: { obstacle: Obstacle; report: WorkbookReport }) {
  const { language } = usePane();
  if (obstacle.code === 'notChecked') {
    return <NotCheckedList what={obstacle.what} report={report} />;
  }
  return (
    <>
      <span>{obstacleMessage(obstacle, language, 'pane')}</span>
      {'findings' in obstacle ? (
        <ObstacleItems
          findings={obstacle.findings}
          places={'elsewhere' in obstacle ? obstacle.elsewhere : []}
          report={report}
        />
      ) : null}
    </>
  );
}
