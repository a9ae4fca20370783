/** What was given: how far it is read, what has to be settled, and every unit. */
import { Button, ProgressBar, Text } from '@fluentui/react-components';
import { useDeferredValue } from 'react';
import { usePane, usePaneState } from '../PaneContext';
import { TracePart } from '../trace/TracePart';
import { UndoPanel } from '../writing/UndoPanel';
import { CopyText } from '../check/list/CopyText';
import { ExpectedUnits } from './ExpectedUnits';
import { FilePicker } from './FilePicker';
import { GivenFiles } from './GivenFiles';
import { LettersTools } from './LettersTools';
import { Problems } from './Problems';
import { RememberedLabels } from './RememberedLabels';
import { SetHead } from './SetHead';
import { SetSettings } from './SetSettings';
import { SetUnits } from './SetUnits';
import { usePageStyles } from './pageStyles';
import { remarkText } from './remarkText';
import { ReplacePart } from './ReplacePart';
import { useConsolidation } from './useConsolidation';
import { useCopying } from './useCopying';

export function SetPage() {
  const styles = usePageStyles();
  const { state, words } = useConsolidation();
  const copying = useCopying();
  // Lists are drawn in pieces, beside which the pane answers; the head says at once what holds.
  const judged = useDeferredValue(state.judged);
  const given = useDeferredValue(state.given);
  const { language } = usePane();
  const remark = remarkText(state.remark, words, language);
  return (
    <section className={styles.page} aria-label={words.title}>
      <SetHead />
      <div className={styles.body}>
        <ReadingProgress />
        <TracePart />
        <Tools copying={copying} />
        {remark === '' ? null : (
          <Text size={200} role="status" className={styles.quiet}>
            {remark}
          </Text>
        )}
        {copying.byHand === null ? null : (
          <CopyText text={copying.byHand} onClose={copying.close} />
        )}
        {judged === null ? null : (
          <>
            <Problems judged={judged} copying={copying} />
            <SetUnits judged={judged} />
          </>
        )}
        <ExpectedUnits />
        <ReplacePart />
        {judged === null ? null : <SetSettings judged={judged} />}
        <RememberedLabels />
        <GivenFiles given={given} isReading={state.reading !== null} />
        <UndoPanel />
      </div>
    </section>
  );
}

function ReadingProgress() {
  const styles = usePageStyles();
  const { consolidate, state, words } = useConsolidation();
  const { reading } = state;
  if (reading === null) return null;
  const { done, of } = reading;
  const text = words.reading.progress(done, of);
  return (
    <>
      <div className={styles.row}>
        <Text size={200} role="status" className={styles.figures}>
          {text}
        </Text>
        <Button size="small" onClick={consolidate.stop}>
          {words.reading.stop}
        </Button>
      </div>
      <ProgressBar value={done} max={of} aria-label={text} />
    </>
  );
}

function Tools({ copying }: { readonly copying: ReturnType<typeof useCopying> }) {
  const styles = usePageStyles();
  const { consolidate, state, words } = useConsolidation();
  const { busy } = usePaneState();
  const { given, reading } = state;
  return (
    <div className={styles.tools}>
      <FilePicker
        size="small"
        label={words.moreFiles}
        count="several"
        isDisabled={reading !== null}
        onFiles={(files) => void consolidate.addFiles(files)}
      />
      <FilePicker
        size="small"
        label={words.moreFolder}
        count="folder"
        isDisabled={reading !== null}
        onFiles={(files) => void consolidate.addFolder(files)}
      />
      <Button
        size="small"
        disabledFocusable={busy !== null}
        onClick={() => void consolidate.addOwn()}
      >
        {given.own === null ? words.addOwn : words.readOwnAgain}
      </Button>
      <LettersTools copying={copying} />
    </div>
  );
}
