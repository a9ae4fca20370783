/** 填写说明: a small button beside an item that asks for words, and in its place what is being written. */
import { makeStyles } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { answersOfItem } from '../../../application/report/answersOfItem';
import type { ReportItem } from '../../../application/report/reportItem';
import { explainingTexts } from '../../../wording/explaining';
import { itemTitle } from '../../../wording/items';
import { LinkButton } from '../../parts/LinkButton';
import { usePane, usePaneState } from '../../PaneContext';
import { lastReport } from '../../state/paneState';
import { explainingOf } from './ExplainControl';
import { ExplanationEditor } from './ExplanationEditor';
import { useExplained } from './useExplained';

// As high as what is unfolded beside it.
const useStyles = makeStyles({ button: { lineHeight: '24px' } });

export function Explain({ item }: { readonly item: ReportItem }) {
  const styles = useStyles();
  const shared = usePane();
  const { check } = usePaneState();
  const { language } = shared;
  const explaining = explainingOf(shared);
  const draft = useSyncExternalStore(explaining.subscribe, () => explaining.draftOf(item.key));
  const { groups, open } = answersOfItem(item, { byFinding: useExplained() });
  const words = explainingTexts(language);
  // Why not is said above the list.
  if (lastReport(check)?.explained.unreadable !== null) return null;
  const written = item.findings.filter(({ id }) => draft?.findings.includes(id) === true);
  if (draft !== null && written.length > 0) {
    return <ExplanationEditor item={item.key} draft={draft} findings={written} />;
  }
  // What comes of a figure that is to be put right is put right with it.
  if (open.length === 0 || item.severity === 'error') return null;
  const word = groups.length === 0 ? words.write : words.writeRest(open.length);
  return (
    <div className={styles.button}>
      <LinkButton
        name={`${word}${language === 'zh-CN' ? '：' : ': '}${itemTitle(item, language)}`}
        onClick={() => {
          explaining.begin(item.key, open);
        }}
      >
        {word}
      </LinkButton>
    </div>
  );
}
