/** What helps against something that stands in the way, where it is one click away. */
import { Button } from '@fluentui/react-components';
import type { Obstacle } from '../../application/readyToSubmit';
import type { Language } from '../../wording/language';
import type { SubmitTexts } from '../../wording/paneSubmit';
import { usePane, usePaneState } from '../PaneContext';
import { usePassedFocus } from '../parts/usePassedFocus';
import type { PaneControl } from '../control/PaneControl';
import type { SubmitControl } from './SubmitControl';
import { useSubmission } from './useSubmission';

interface Step {
  readonly name: string;
  readonly take: () => unknown;
}

export function NextStep({ obstacle }: { readonly obstacle: Obstacle }) {
  const { control, texts, language } = usePane();
  const { submit, words } = useSubmission();
  if (obstacle.code === 'notSaved') return <span>{texts.saveHint}</span>;
  const step = stepOf(obstacle, control, submit, words.ready, language);
  return step === null ? null : <StepButton step={step} />;
}

function StepButton({ step }: { readonly step: Step }) {
  const { busy } = usePaneState();
  const button = usePassedFocus('check');
  return (
    <Button
      ref={button}
      size="small"
      disabledFocusable={busy !== null}
      onClick={() => {
        step.take();
      }}
    >
      {step.name}
    </Button>
  );
}

function stepOf(
  obstacle: Obstacle,
  control: PaneControl,
  submit: SubmitControl,
  texts: SubmitTexts['ready'],
  language: Language,
): Step | null {
  const open = (page: 'template' | 'consolidate' | 'settings') => () => {
    control.store.send({ type: 'pageOpened', page });
  };
  switch (obstacle.code) {
    case 'marks':
      return { name: texts.clearMarks, take: submit.clearMarks };
    case 'notRecalculated':
      return { name: texts.recalculate, take: submit.recalculate };
    case 'reportOutdated':
      return { name: texts.remakeReport, take: () => submit.remakeReport(language) };
    case 'unitsLacking':
      return { name: texts.toConsolidate, take: open('consolidate') };
    case 'explanationsUnreadable':
      return { name: texts.toSettings, take: open('settings') };
    case 'notChecked':
      return obstacle.what.some(({ kind }) => kind === 'noTable')
        ? { name: texts.toTemplate, take: open('template') }
        : null;
    case 'errors':
    case 'requiredFigures':
    case 'heading':
    case 'notExplained':
    case 'toReconfirm':
    case 'hidden':
    case 'links':
    case 'notSaved':
      return null;
  }
}
