/** 全部采用: shows everything that is nearly certain in one preview; one write, one undo. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { certainCorrections } from '../../../application/report/certain';
import type { UnitReport } from '../../../application/report/report';
import { usePane, usePaneState } from '../../PaneContext';

const useStyles = makeStyles({ button: { flexShrink: 0, whiteSpace: 'nowrap' } });

export function AdoptAll({ units }: { readonly units: readonly UnitReport[] }) {
  const styles = useStyles();
  const { writing, texts } = usePane();
  const { busy } = usePaneState();
  const certain = useMemo(() => certainCorrections(units), [units]);
  if (certain.length < 2) return null;
  return (
    <Button
      size="small"
      className={styles.button}
      title={texts.list.adoptAllHint(certain.length)}
      disabledFocusable={busy !== null}
      onClick={() => void writing.previewAll(certain)}
    >
      {texts.list.adoptAll(certain.length)}
    </Button>
  );
}
