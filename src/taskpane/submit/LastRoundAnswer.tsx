/** What was said of a finding beside the round before, and the way to say it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Finding } from '../../domain/finding';
import { canBeExplained } from '../../domain/submission/explainable';
import type { AnsweredFinding } from '../../domain/submission/explanation';
import { explainingTexts } from '../../wording/explaining';
import { explanationStateName } from '../../wording/explanations';
import { explainingOf } from '../check/explain/ExplainControl';
import { LinkButton } from '../parts/LinkButton';
import { usePane } from '../PaneContext';
import { useSubmission } from './useSubmission';

const useStyles = makeStyles({
  state: { color: tokens.colorNeutralForeground2 },
});

interface AnswerProps {
  readonly finding: Finding;
  readonly answered: AnsweredFinding | null;
  /** What the link tells that it explains. */
  readonly name: string;
  /** What stands before the state. */
  readonly presence?: 'new' | 'gone' | null;
}

/** A finding that asks for nothing has neither state nor link. */
export function LastRoundAnswer({ finding, answered, name, presence = null }: AnswerProps) {
  const styles = useStyles();
  const { language } = usePane();
  const { words } = useSubmission();
  const texts = words.lastRound;
  const isAsked = canBeExplained(finding);
  const state =
    answered === null ? texts.toExplain : explanationStateName(answered.state, language);
  const told = [...(presence === null ? [] : [texts[presence]]), ...(isAsked ? [state] : [])];
  return (
    <>
      <span className={styles.state}>{told.join(' ')}</span>
      {isAsked && answered?.state !== 'valid' ? (
        <>
          {' '}
          <Explain finding={finding} name={name} />
        </>
      ) : null}
    </>
  );
}

function Explain({ finding, name }: Pick<AnswerProps, 'finding' | 'name'>) {
  const shared = usePane();
  const { language } = shared;
  const word = explainingTexts(language).write;
  return (
    <LinkButton
      name={`${word}${language === 'zh-CN' ? '：' : ': '}${name}`}
      onClick={() => void explainingOf(shared).ask(finding)}
    >
      {word}
    </LinkButton>
  );
}
