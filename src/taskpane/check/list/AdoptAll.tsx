/** 全部采用: shows everything that is nearly certain in one preview; one write, one undo. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { certainOf } from '../../../application/report/certain';
import type { UnitReport } from '../../../application/report/report';
import { usePane, usePaneState } from '../../PaneContext';

const useStyles = makeStyles({ button: { flexShrink: 0, whiteSpace: 'nowrap' } });

export function AdoptAll({ units }: { readonly units: readonly UnitReport[] }) {
  const styles = useStyles();
  const { writing, texts } = usePane();
  const { busy, locked } = usePaneState();
  const {
    corrections,
    texts: numbers,
    items,
  } = useMemo(() => certainOf(units, locked), [units, locked]);
  if (items < 2) return null;
  return (
    <Button
      size="small"
      className={styles.button}
      title={texts.list.adoptAllHint(items)}
      disabledFocusable={busy !== null}
      onClick={() => void writing.previewAll(corrections, numbers)}
    >
      {texts.list.adoptAll(items)}
    </Button>
  );
}
