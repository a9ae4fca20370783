/** 单位换算: from an item that says in which unit a table was typed to what converting it would make of it. */
import { Button } from '@fluentui/react-components';
import { useReach } from '../check/list/reach';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';
import { useWritingTexts } from '../writing/useWritingTexts';
import { RoundingControl } from './RoundingControl';
import type { RoundingChoice } from './RoundingForm';
import { roundingFormOf, wishOf } from './RoundingForm';

export function ConvertButton({ choice }: { readonly choice: RoundingChoice }) {
  const { control, writing } = usePane();
  const { busy, check } = usePaneState();
  const texts = useWritingTexts().rounding;
  if (useReach() !== 'workbook') return null;
  const unit = lastReport(check)?.recognition.returns.find(({ number }) => number === choice.pair);
  return (
    <Button
      size="small"
      title={texts.convertTitle}
      disabledFocusable={busy !== null}
      onClick={() => {
        roundingFormOf(control).choose(choice);
        control.store.send({ type: 'pageOpened', page: 'rounding' });
        const wish = wishOf(choice, [...(unit?.tables.keys() ?? [])]);
        void new RoundingControl(writing).preview(wish);
      }}
    >
      {texts.convert}
    </Button>
  );
}
