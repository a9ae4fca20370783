/** Labels of the units' own that were mapped, now or before: each can be forgotten. */
import { Button, Text } from '@fluentui/react-components';
import { usedLabels } from '../../application/consolidation/givenSet';
import { visibleText } from '../../wording/visibleText';
import { Disclosure } from '../parts/Disclosure';
import { usePageStyles } from './pageStyles';
import { useConsolidation } from './useConsolidation';

export function RememberedLabels() {
  const styles = usePageStyles();
  const { consolidate, state, words } = useConsolidation();
  const used = usedLabels(state.judged?.units ?? [], state.decisions.labels);
  if (used.length === 0) return null;
  return (
    <Disclosure title={words.problems.mapped(used.length)} initially="open">
      <ul className={styles.cards}>
        {used.map(({ label, meaning }) => (
          <li key={label} className={styles.row}>
            <Text size={200}>
              {words.problems.mappedTo(visibleText(label), visibleText(meaning))}
            </Text>
            <Button
              size="small"
              appearance="subtle"
              aria-label={words.problems.forgetLabel(visibleText(label))}
              onClick={() => void consolidate.mapLabel(label, null)}
            >
              {words.problems.forget}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
