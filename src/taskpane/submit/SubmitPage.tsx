/** 报送: what is left to be done before the workbook goes out. */
import { UndoPanel } from '../writing/UndoPanel';
import { ReadyPart } from './ReadyPart';

export function SubmitPage() {
  return (
    <>
      <ReadyPart />
      <UndoPanel />
    </>
  );
}
