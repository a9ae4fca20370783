/** 舍位平衡: which unit of money, how many decimals, and what would become of the figures. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useSyncExternalStore } from 'react';
import { officialFormIds } from '../../domain/forms/officialForms';
import { currencyUnits, fenDecimals } from '../../domain/forms/terms';
import { formName, unitName } from '../../wording/terms';
import { reportingUnitName } from '../../wording/units';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';
import { useWritingTexts } from '../writing/useWritingTexts';
import { ChoiceField } from './ChoiceField';
import { RoundingControl } from './RoundingControl';
import type { RoundingChoice } from './RoundingForm';
import { roundingFormOf, wishOf } from './RoundingForm';
import { RoundingResult } from './RoundingResult';

const useStyles = makeStyles({
  beside: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS },
});

export function RoundingPart() {
  const styles = useStyles();
  const { writing, language, control: pane } = usePane();
  const control = useMemo(() => new RoundingControl(writing), [writing]);
  const { check, busy, rounding } = usePaneState();
  const writingTexts = useWritingTexts();
  const texts = writingTexts.rounding;
  const form = roundingFormOf(pane);
  const choice = useSyncExternalStore(form.subscribe, form.get);
  const { pair, currencyUnit, decimals, typedUnit, typedForm } = choice;
  const pairs = lastReport(check)?.recognition.returns ?? [];
  const own = pairs.find(({ number }) => number === pair);
  const chosen = own?.number ?? 1;
  // What is shown, and may be written, is what was chosen.
  const choose = (change: Partial<RoundingChoice>): void => {
    form.choose(change);
    if (rounding !== null) pane.store.send({ type: 'roundingPreviewed', preview: null });
  };
  const forms = [...((own ?? pairs[0])?.tables.keys() ?? officialFormIds)];
  const units = currencyUnits.map((unit) => [unit, unitName(unit, language)] as const);
  const places = Array.from({ length: fenDecimals[currencyUnit] + 1 }, (_, count) => count);
  return (
    <>
      <Text size={200}>{texts.lead}</Text>
      {pairs.length > 1 ? (
        <ChoiceField
          label={texts.unit}
          value={String(chosen)}
          options={pairs.map((entry) => [
            String(entry.number),
            `${entry.number}. ${reportingUnitName(entry, language)}`,
          ])}
          onChoose={(value) => {
            choose({ pair: Number(value) });
          }}
        />
      ) : null}
      <div className={styles.beside}>
        <ChoiceField
          label={texts.currency}
          value={currencyUnit}
          options={units}
          onChoose={(value) => {
            const unit = currencyUnits.find((each) => each === value) ?? currencyUnit;
            choose({ currencyUnit: unit, decimals: Math.min(decimals, fenDecimals[unit]) });
          }}
        />
        <ChoiceField
          label={texts.decimals}
          value={String(decimals)}
          options={places.map((count) => [
            String(count),
            count === 0 ? texts.whole : String(count),
          ])}
          onChoose={(value) => {
            choose({ decimals: Number(value) });
          }}
        />
      </div>
      <div className={styles.beside}>
        <ChoiceField
          label={texts.typed}
          value={typedUnit ?? ''}
          options={[['', texts.asStated], ...units]}
          onChoose={(value) => {
            choose({ typedUnit: currencyUnits.find((unit) => unit === value) ?? null });
          }}
        />
        {typedUnit === null || forms.length < 2 ? null : (
          <ChoiceField
            label={texts.typedTable}
            value={typedForm ?? ''}
            options={[
              ['', texts.bothTables],
              ...forms.map((id) => [id, formName(id, language)] as const),
            ]}
            onChoose={(value) => {
              choose({ typedForm: forms.find((id) => id === value) ?? null });
            }}
          />
        )}
      </div>
      <Button
        appearance={rounding === null ? 'primary' : 'secondary'}
        disabledFocusable={busy !== null}
        onClick={() => void control.preview(wishOf({ ...choice, pair: chosen }, forms))}
      >
        {texts.preview}
      </Button>
      {rounding === null ? null : <RoundingResult preview={rounding} control={control} />}
    </>
  );
}
