// What becomes of the changes to the workbook on screen, before another one is opened?

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { Words } from './words';

interface AskToSaveProps {
  readonly words: Words;
  readonly fileName: string;
  readonly onSave: () => void;
  readonly onDrop: () => void;
  readonly onStay: () => void;
}

export function AskToSave({ words, fileName, onSave, onDrop, onStay }: AskToSaveProps) {
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={(_event, data) => {
        if (!data.open) onStay();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.askTitle}</DialogTitle>
          <DialogContent>{words.ask(fileName)}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onSave}>
              {words.askSave}
            </Button>
            <Button onClick={onDrop}>{words.askDrop}</Button>
            <Button onClick={onStay}>{words.askStay}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
