/** The last write of ours, and the button that takes it back; nothing where the notice above the page has it. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { usePane, usePaneState } from '../PaneContext';
import { isAboutWriting } from '../state/paneState';
import { useWritingTexts } from './useWritingTexts';
import { Icon } from '../parts/icons';

const useStyles = makeStyles({
  undo: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalXS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
  },
});

export function UndoPanel() {
  const styles = useStyles();
  const { writing, texts, language } = usePane();
  const writingTexts = useWritingTexts();
  const { undo, busy, notice } = usePaneState();
  if (undo === null || (notice !== null && isAboutWriting(notice))) return null;
  const at = new Date(undo.at).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <div className={styles.undo}>
      <Text size={200}>
        {writingTexts.undo.last(undo.command, undo.cells.length, undo.sheets.length, at)}
      </Text>
      <Button
        icon={<Icon name="undo" />}
        disabledFocusable={busy !== null}
        onClick={() => void writing.undo()}
      >
        {texts.undo}
      </Button>
    </div>
  );
}
