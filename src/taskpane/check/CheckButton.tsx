/** 一键校验, and 重新校验 afterwards. */
import { Button, makeStyles } from '@fluentui/react-components';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';

const useStyles = makeStyles({ button: { flexShrink: 0, minWidth: 0, whiteSpace: 'nowrap' } });

interface CheckButtonProps {
  readonly appearance: 'primary' | 'secondary';
}

export function CheckButton({ appearance }: CheckButtonProps) {
  const styles = useStyles();
  const { control, texts } = usePane();
  const { busy, check } = usePaneState();
  const idle = lastReport(check) === null ? texts.check : texts.checkAgain;
  return (
    <Button
      appearance={appearance}
      className={styles.button}
      disabledFocusable={busy !== null}
      onClick={() => void control.check()}
    >
      {busy === 'check' ? texts.checking : idle}
    </Button>
  );
}
