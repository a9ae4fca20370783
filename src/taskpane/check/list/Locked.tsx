/** Stands where a button would, if the sheet were not protected. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { CellReference } from '../../../application/cellContent';
import { cellKey } from '../../../application/report/certain';
import { usePane, usePaneState } from '../../PaneContext';

const useStyles = makeStyles({ locked: { color: tokens.colorNeutralForeground2 } });

/** Whether a cell is known to be locked in a protected sheet. */
export function useLocked(): (place: CellReference) => boolean {
  const { locked } = usePaneState();
  return (place) => locked.has(cellKey(place));
}

export function Locked() {
  const styles = useStyles();
  const { list } = usePane().texts;
  return (
    <span className={styles.locked} title={list.lockedHint}>
      {list.locked}
    </span>
  );
}
