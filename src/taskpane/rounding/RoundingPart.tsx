/** 舍位平衡: which unit of money, how many decimals, and what would become of the figures. */
import { Button, Field, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useSyncExternalStore } from 'react';
import type { CurrencyUnit, FormId } from '../../domain/forms/terms';
import { currencyUnitTitles, fenDecimals } from '../../domain/forms/terms';
import { formName, unitName } from '../../wording/terms';
import { reportingUnitName } from '../../wording/units';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';
import { useWritingTexts } from '../writing/useWritingTexts';
import { RoundingControl } from './RoundingControl';
import type { RoundingChoice } from './RoundingForm';
import { roundingFormOf, wishOf } from './RoundingForm';
import { RoundingResult } from './RoundingResult';

const useStyles = makeStyles({
  select: { minWidth: 0, width: '100%' },
  beside: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS },
});

const currencyUnits = Object.keys(currencyUnitTitles) as CurrencyUnit[];
const formIds: readonly FormId[] = ['table1', 'table2'];

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
  const forms = [...((own ?? pairs[0])?.tables.keys() ?? formIds)];
  return (
    <>
      <Text size={200}>{texts.lead}</Text>
      {pairs.length > 1 ? (
        <Field label={texts.unit}>
          <Select
            value={String(chosen)}
            select={{ className: styles.select }}
            onChange={(_, { value }) => {
              choose({ pair: Number(value) });
            }}
          >
            {pairs.map((entry) => (
              <option key={entry.number} value={String(entry.number)}>
                {`${entry.number}. ${reportingUnitName(entry, language)}`}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <div className={styles.beside}>
        <Field label={texts.currency}>
          <Select
            value={currencyUnit}
            select={{ className: styles.select }}
            onChange={(_, { value }) => {
              const unit = currencyUnits.find((each) => each === value) ?? currencyUnit;
              choose({ currencyUnit: unit, decimals: Math.min(decimals, fenDecimals[unit]) });
            }}
          >
            {currencyUnits.map((unit) => (
              <option key={unit} value={unit}>
                {unitName(unit, language)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.decimals}>
          <Select
            value={String(decimals)}
            select={{ className: styles.select }}
            onChange={(_, { value }) => {
              choose({ decimals: Number(value) });
            }}
          >
            {Array.from({ length: fenDecimals[currencyUnit] + 1 }, (_, places) => (
              <option key={places} value={String(places)}>
                {places === 0 ? texts.whole : String(places)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.beside}>
        <Field label={texts.typed}>
          <Select
            value={typedUnit ?? ''}
            select={{ className: styles.select }}
            onChange={(_, { value }) => {
              choose({ typedUnit: currencyUnits.find((unit) => unit === value) ?? null });
            }}
          >
            <option value="">{texts.asStated}</option>
            {currencyUnits.map((unit) => (
              <option key={unit} value={unit}>
                {unitName(unit, language)}
              </option>
            ))}
          </Select>
        </Field>
        {typedUnit === null || forms.length < 2 ? null : (
          <Field label={texts.typedTable}>
            <Select
              value={typedForm ?? ''}
              select={{ className: styles.select }}
              onChange={(_, { value }) => {
                choose({ typedForm: forms.find((id) => id === value) ?? null });
              }}
            >
              <option value="">{texts.bothTables}</option>
              {forms.map((id) => (
                <option key={id} value={id}>
                  {formName(id, language)}
                </option>
              ))}
            </Select>
          </Field>
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
