/** The list to be copied by hand, where the pane may not touch the clipboard. */
import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../../PaneContext';

const useStyles = makeStyles({
  copy: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

interface CopyTextProps {
  readonly text: string;
  readonly onClose: () => void;
}

export function CopyText({ text, onClose }: CopyTextProps) {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <div className={styles.copy}>
      <Field label={texts.list.copyByHand} size="small">
        <Textarea
          readOnly
          value={text}
          rows={6}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      </Field>
      <Button size="small" onClick={onClose}>
        {texts.dismiss}
      </Button>
    </div>
  );
}
