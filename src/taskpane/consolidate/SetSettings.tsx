/** Which year is added up, and in which money: that of most units, unless the user says otherwise. */
import { Button, Field, Select, Text } from '@fluentui/react-components';
import type { JudgedSet } from '../../application/consolidation/judgeGiven';
import type { CurrencyUnit } from '../../domain/forms/terms';
import { unitPower } from '../../domain/forms/terms';
import { unitName } from '../../wording/terms';
import { usePane, usePaneState } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import type { PaneState } from '../state/paneState';
import { usePageStyles } from './pageStyles';
import type { ConsolidateState } from './state';
import { useConsolidation } from './useConsolidation';

const currencyUnits = Object.keys(unitPower) as CurrencyUnit[];

export function SetSettings({ judged }: { readonly judged: JudgedSet }) {
  const styles = usePageStyles();
  const { language } = usePane();
  const { consolidate, state, words } = useConsolidation();
  const { fiscalYear, currencyUnit } = state.decisions;
  const { judgement, units } = judged;
  const years = [...new Set(units.flatMap(({ unit }) => unit.fiscalYear ?? []))].sort();
  const isOutdated = areSettingsChanged(state, usePaneState());
  return (
    <>
      {isOutdated ? (
        <div className={styles.row}>
          <Text size={200}>{words.settings.outdated}</Text>
          <Button size="small" onClick={() => void consolidate.readAgain()}>
            {words.settings.readAgain}
          </Button>
        </div>
      ) : null}
      <Disclosure title={words.settings.title} initially="closed">
        <Field label={words.settings.year} size="small">
          <Select
            size="small"
            select={{ className: styles.narrow }}
            value={fiscalYear === null ? '' : String(fiscalYear)}
            onChange={(_, { value }) => {
              consolidate.decide({ fiscalYear: value === '' ? null : Number(value) });
            }}
          >
            <option value="">
              {words.settings.ofMost(
                fiscalYear === null ? String(judgement.fiscalYear ?? '') : '…',
              )}
            </option>
            {years.map((year) => (
              <option key={year} value={String(year)}>
                {year}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.settings.currency} size="small">
          <Select
            size="small"
            select={{ className: styles.narrow }}
            value={currencyUnit ?? ''}
            onChange={(_, { value }) => {
              consolidate.decide({
                currencyUnit: currencyUnits.find((unit) => unit === value) ?? null,
              });
            }}
          >
            <option value="">
              {words.settings.ofMost(
                currencyUnit === null ? unitName(judgement.currencyUnit, language) : '…',
              )}
            </option>
            {currencyUnits.map((unit) => (
              <option key={unit} value={unit}>
                {unitName(unit, language)}
              </option>
            ))}
          </Select>
        </Field>
      </Disclosure>
    </>
  );
}

/** Whether units would be checked otherwise now than they were. */
function areSettingsChanged(
  { checkedWith }: ConsolidateState,
  { preferences }: PaneState,
): boolean {
  if (checkedWith === null) return false;
  return (['round', 'strict', 'lowestExecutionRate'] as const).some(
    (name) => checkedWith[name] !== preferences[name],
  );
}
