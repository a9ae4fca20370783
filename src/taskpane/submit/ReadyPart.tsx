/** 提交前检查: one button, and one list of what stands in the way; 可以提交 only where nothing does. */
import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { obstaclesByUnit } from '../../application/obstaclesByUnit';
import { leftToLookAtMessage } from '../../wording/submission';
import { Icon } from '../parts/icons';
import { usePane, usePaneState } from '../PaneContext';
import { ObstacleList } from './ObstacleList';
import type { Readiness } from './state';
import { UnitObstacleList } from './UnitObstacleList';
import { useSubmission } from './useSubmission';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  title: { margin: 0, flex: '1 1 0', minWidth: '6em' },
  icon: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  yes: { color: tokens.colorStatusSuccessForeground1 },
  no: { color: tokens.colorStatusDangerForeground1 },
  note: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

type Word = 'none' | 'yes' | 'no' | 'outdated';

function wordOf(readiness: Readiness | null): Word {
  if (readiness === null) return 'none';
  if (readiness.freshness === 'outdated') return 'outdated';
  return readiness.obstacles.length === 0 ? 'yes' : 'no';
}

const pictures = { none: 'unknown', yes: 'passed', no: 'error', outdated: 'unknown' } as const;

export function ReadyPart() {
  const styles = useStyles();
  const { state, words } = useSubmission();
  const { readiness } = state;
  const texts = words.ready;
  const word = wordOf(readiness);
  const titles = { none: texts.title, yes: texts.yes, no: texts.no, outdated: texts.outdated };
  return (
    <>
      <div className={styles.line} data-goes-on="check">
        <span
          className={mergeClasses(
            styles.icon,
            word === 'yes' && styles.yes,
            word === 'no' && styles.no,
          )}
        >
          <Icon name={pictures[word]} size={20} />
        </span>
        <Text as="h1" size={400} weight="semibold" className={styles.title} aria-live="polite">
          {titles[word]}
        </Text>
        <RunButton word={word} />
      </div>
      {readiness === null ? (
        <Text size={200}>{texts.lead}</Text>
      ) : (
        <Outcome readiness={readiness} word={word} />
      )}
    </>
  );
}

function RunButton({ word }: { readonly word: Word }) {
  const { submit, words } = useSubmission();
  const { busy } = usePaneState();
  const texts = words.ready;
  const idle = word === 'none' ? texts.run : texts.again;
  return (
    <Button
      appearance={word === 'yes' ? 'secondary' : 'primary'}
      disabledFocusable={busy !== null}
      onClick={() => void submit.check()}
    >
      {busy === 'submit' ? texts.running : idle}
    </Button>
  );
}

interface OutcomeProps {
  readonly readiness: Readiness;
  readonly word: Word;
}

function Outcome({ readiness, word }: OutcomeProps) {
  const styles = useStyles();
  const { language } = usePane();
  const { words } = useSubmission();
  const texts = words.ready;
  const { report, obstacles, left, at } = readiness;
  const isSeveral = report.units.length > 1;
  const sorted = obstaclesByUnit(obstacles);
  const explained = [...report.explained.byFinding.values()].filter(
    ({ state }) => state === 'valid',
  ).length;
  const time = at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  return (
    <>
      <Text size={200} className={styles.note}>
        {texts.made(time, report.checks.run, explained)}
      </Text>
      {word === 'outdated' ? <Text size={200}>{texts.outdatedHint}</Text> : null}
      {word === 'yes'
        ? left.map((one) => (
            <Text key={one.kind} size={200}>
              {leftToLookAtMessage(one, language)}
            </Text>
          ))
        : null}
      {isSeveral ? (
        <>
          <Text size={200}>{texts.units(report.units.length, sorted.units.length)}</Text>
          <UnitObstacleList sorted={sorted} report={report} />
        </>
      ) : (
        <ObstacleList obstacles={obstacles} report={report} level={2} />
      )}
    </>
  );
}
