/** Above the units, always in sight: is the sum whole, what does it lack, and the way to its preview. */
import { Button, Text, mergeClasses } from '@fluentui/react-components';
import { VerdictIcon } from '../check/VerdictIcon';
import { takenOutOf } from '../../application/consolidation/givenSet';
import { usePaneState } from '../PaneContext';
import { usePageStyles } from './pageStyles';
import { useConsolidation } from './useConsolidation';
import { countedUnits, lackTexts, looks, wholenessOf } from './wholeness';

export function SetHead() {
  const styles = usePageStyles();
  const { consolidate, state, words } = useConsolidation();
  const { busy } = usePaneState();
  const { judged, decisions } = state;
  const verdict = wholenessOf(state);
  const lacks = judged === null ? [] : lackTexts(judged.shortfall, words);
  const out = takenOutOf(state.given).length;
  const canPreview = judged !== null && verdict !== 'nothing' && busy === null;
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <VerdictIcon verdict={looks[verdict]} size={20} />
        <Text as="h1" size={400} weight="semibold" className={styles.title}>
          {words.verdicts[verdict]}
        </Text>
        <Button
          appearance="primary"
          disabledFocusable={!canPreview}
          onClick={() => {
            if (canPreview) void consolidate.preview();
          }}
        >
          {words.preview.open}
        </Button>
      </div>
      {judged === null ? null : (
        <Text size={200} className={styles.quiet}>
          {words.counted(countedUnits(judged), judged.units.length)}
          {lacks.length === 0 ? null : (
            <span className={mergeClasses(styles.notWhole)}>{` · ${lacks.join(' · ')}`}</span>
          )}
          {out === 0 ? '' : ` · ${words.files.takenOut(out)}`}
          {decisions.expectedUnits === null && lacks.length === 0
            ? ` · ${words.expected.none}`
            : ''}
        </Text>
      )}
    </div>
  );
}
