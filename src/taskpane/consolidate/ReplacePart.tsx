/** A unit of a result that stands in the workbook gets a corrected file: the way to its differences. */
import { Text } from '@fluentui/react-components';
import { fileFaultMessage } from '../../wording/fileFaults';
import { usePane, usePaneState } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { FilePicker } from './FilePicker';
import { usePageStyles } from './pageStyles';
import { useConsolidation } from './useConsolidation';

export function ReplacePart() {
  const styles = usePageStyles();
  const { language } = usePane();
  const { busy } = usePaneState();
  const { consolidate, state, words } = useConsolidation();
  const { remark } = state;
  const refusal = () => {
    if (remark?.kind !== 'notReplaced') return null;
    if (typeof remark.why === 'object') return fileFaultMessage(remark.why, language);
    return remark.why === 'several' ? words.replace.several : words.replace.faults[remark.why];
  };
  const text = refusal();
  return (
    <Disclosure title={words.replace.title} initially="closed">
      <div className={styles.cards}>
        <Text size={200}>{words.replace.hint}</Text>
        <div className={styles.actions}>
          <FilePicker
            size="small"
            label={words.replace.choose}
            count="one"
            isDisabled={busy !== null}
            onFiles={([file]) => {
              if (file !== undefined) void consolidate.planReplacement(file);
            }}
          />
        </div>
        {text === null ? null : (
          <Text size={200} role="alert" className={styles.notWhole}>
            {text}
          </Text>
        )}
      </div>
    </Disclosure>
  );
}
