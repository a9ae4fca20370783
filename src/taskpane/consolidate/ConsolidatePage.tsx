/** 汇总: the units that were given, or one of them, or the sum before it is written. */
import type { DragEvent } from 'react';
import { droppedFiles } from './droppedFiles';
import { ReplacePreview } from './ReplacePreview';
import { ResultPreview } from './ResultPreview';
import { SetPage } from './SetPage';
import { StartPart } from './StartPart';
import { UnitPage } from './UnitPage';
import { useConsolidation } from './useConsolidation';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  // As high as the page, so that files can be dropped anywhere.
  all: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
});

export function ConsolidatePage() {
  const styles = useStyles();
  const { consolidate, state } = useConsolidation();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then(({ files, below }) => {
      if (below !== null) return consolidate.addFolder(below, files);
      return files.length > 0 ? consolidate.addFiles(files) : undefined;
    });
  };
  return (
    <div
      className={styles.all}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={drop}
    >
      <OpenView key={state.view.kind} />
    </div>
  );
}

function OpenView() {
  const { state } = useConsolidation();
  const { view, judged, reading } = state;
  switch (view.kind) {
    case 'set':
      return judged === null && reading === null ? <StartPart /> : <SetPage />;
    case 'unit':
      return <UnitPage id={view.unit} />;
    case 'preview':
      return <ResultPreview result={view.result} />;
    case 'replace':
      return <ReplacePreview plan={view.plan} errors={view.checked.counts.error} />;
  }
}
