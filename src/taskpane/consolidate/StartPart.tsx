/** Before anything was given: what this page does, and the two ways to begin. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { usePaneState } from '../PaneContext';
import { TracePart } from '../trace/TracePart';
import { UndoPanel } from '../writing/UndoPanel';
import { ExpectedUnits } from './ExpectedUnits';
import { FilePicker } from './FilePicker';
import { ReplacePart } from './ReplacePart';
import { useConsolidation } from './useConsolidation';

const useStyles = makeStyles({
  title: { margin: 0 },
  ways: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  hint: { color: tokens.colorNeutralForeground2, textAlign: 'center' },
});

export function StartPart() {
  const styles = useStyles();
  const { consolidate, state, words } = useConsolidation();
  const { busy } = usePaneState();
  return (
    <>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      <Text size={200}>{words.lead}</Text>
      <div className={styles.ways}>
        <FilePicker
          label={words.chooseFiles}
          count="several"
          appearance="primary"
          onFiles={(files) => void consolidate.addFiles(files)}
        />
        <Text size={200} className={styles.hint}>
          {words.dropHint}
        </Text>
        <FilePicker
          label={words.chooseFolder}
          count="folder"
          onFiles={(files) => void consolidate.addFolder(files)}
        />
        <Button disabledFocusable={busy !== null} onClick={() => void consolidate.addOwn()}>
          {words.addOwn}
        </Button>
      </div>
      {state.remark?.kind === 'emptyFolder' ? (
        <Text size={200} role="alert">
          {words.emptyFolder}
        </Text>
      ) : null}
      <TracePart />
      <ExpectedUnits />
      <ReplacePart />
      <UndoPanel />
    </>
  );
}
