/**
 * What has been said of an item's warnings, each on one line, with what can be done about it; where the words stand
 * in a file, or on a page that only shows them, nothing can.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { AnswerGroup } from '../../../application/report/answersOfItem';
import { answersOfItem } from '../../../application/report/answersOfItem';
import type { ReportItem } from '../../../application/report/reportItem';
import { answerLine, changesLine, explainingTexts } from '../../../wording/explaining';
import { LinkButton } from '../../parts/LinkButton';
import { usePane, usePaneState } from '../../PaneContext';
import { useReach } from '../list/reach';
import { explainingOf } from './ExplainControl';
import { useExplained } from './useExplained';

const useStyles = makeStyles({
  // Above the area of the whole item, which can be clicked.
  answer: {
    position: 'relative',
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '24px',
  },
  text: {
    flex: '1 1 12em',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  whole: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  changes: {
    flex: '1 1 100%',
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  outdated: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface AnswersProps {
  readonly item: ReportItem;
  /** Whether all of the words are shown. */
  readonly isWhole: boolean;
}

export function Answers({ item, isWhole }: AnswersProps) {
  const byFinding = useExplained();
  const { groups } = answersOfItem(item, { byFinding });
  return groups.map((group) => (
    <Answer key={`${group.state}|${group.text}`} item={item} group={group} isWhole={isWhole} />
  ));
}

function Answer({ item, group, isWhole }: AnswersProps & { readonly group: AnswerGroup }) {
  const styles = useStyles();
  const shared = usePane();
  const { busy } = usePaneState();
  const { language } = shared;
  const isHere = useReach() === 'workbook';
  const explaining = explainingOf(shared);
  const words = explainingTexts(language);
  const line = answerLine(group, language);
  const changes = changesLine(group, language);
  const act = (word: string, work: () => void) => (
    <LinkButton
      name={`${word}${language === 'zh-CN' ? '：' : ': '}${line}`}
      onClick={() => {
        if (busy === null) work();
      }}
    >
      {word}
    </LinkButton>
  );
  return (
    <div className={styles.answer}>
      <span
        title={line}
        className={mergeClasses(
          styles.text,
          isWhole && styles.whole,
          group.state === 'outdated' && styles.outdated,
        )}
      >
        {line}
      </span>
      {changes === '' ? null : <span className={styles.changes}>{changes}</span>}
      {isHere && group.state === 'outdated'
        ? act(words.confirm, () => void explaining.confirm(group.findings))
        : null}
      {isHere ? (
        <>
          {act(words.edit, () => {
            explaining.begin(item.key, group.findings, group.text);
          })}
          {act(words.remove, () => void explaining.remove(group.explanations))}
        </>
      ) : null}
    </div>
  );
}
