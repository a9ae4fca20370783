/** 舍位平衡: which unit of money, how many decimals, and what would become of the figures. */
import { Button, Field, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CurrencyUnit } from '../../domain/forms/terms';
import { currencyUnitTitles } from '../../domain/forms/terms';
import { unitName } from '../../wording/terms';
import { reportingUnitName } from '../../wording/units';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';
import { useWritingTexts } from '../writing/useWritingTexts';
import { RoundingControl } from './RoundingControl';
import { RoundingResult } from './RoundingResult';

const useStyles = makeStyles({
  select: { minWidth: 0, width: '100%' },
  beside: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS },
});

const currencyUnits = Object.keys(currencyUnitTitles) as CurrencyUnit[];
const mostDecimals = 6;

export function RoundingPart() {
  const styles = useStyles();
  const { writing, language } = usePane();
  const control = useMemo(() => new RoundingControl(writing), [writing]);
  const { check, busy, rounding } = usePaneState();
  const writingTexts = useWritingTexts();
  const texts = writingTexts.rounding;
  const [pair, setPair] = useState(1);
  const [currencyUnit, setCurrencyUnit] = useState<CurrencyUnit>('tenThousandYuan');
  const [decimals, setDecimals] = useState(2);
  const pairs = lastReport(check)?.recognition.returns ?? [];
  const chosen = pairs.find(({ number }) => number === pair)?.number ?? 1;
  return (
    <>
      <Text size={200}>{texts.lead}</Text>
      {pairs.length > 1 ? (
        <Field label={texts.unit}>
          <Select
            value={String(chosen)}
            select={{ className: styles.select }}
            onChange={(_, { value }) => {
              setPair(Number(value));
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
              setCurrencyUnit(currencyUnits.find((unit) => unit === value) ?? currencyUnit);
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
              setDecimals(Number(value));
            }}
          >
            {Array.from({ length: mostDecimals + 1 }, (_, places) => (
              <option key={places} value={String(places)}>
                {places === 0 ? texts.whole : String(places)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Button
        appearance={rounding === null ? 'primary' : 'secondary'}
        disabledFocusable={busy !== null}
        onClick={() => void control.preview({ pair: chosen, target: { currencyUnit, decimals } })}
      >
        {texts.preview}
      </Button>
      {rounding === null ? null : <RoundingResult preview={rounding} control={control} />}
    </>
  );
}
