/** What is to stand in the heading of new tables: unit, year, currency unit. */
import { Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { currencyUnitsOfForm } from '../../domain/forms/terms';
import { unitName } from '../../wording/terms';
import type { TemplateForm } from './templateForm';
import { usePane } from '../PaneContext';
import { useWritingTexts } from '../writing/useWritingTexts';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: tokens.spacingHorizontalM,
    '& > *': { minWidth: 0 },
  },
  narrow: { minWidth: 0, width: '100%' },
});

interface HeadingFieldsProps {
  readonly form: TemplateForm;
  readonly isYearValid: boolean;
  readonly onChange: (part: Partial<TemplateForm>) => void;
}

export function HeadingFields({ form, isYearValid, onChange }: HeadingFieldsProps) {
  const styles = useStyles();
  const { language } = usePane();
  const texts = useWritingTexts().template;
  return (
    <>
      <Field label={texts.unit}>
        <Input
          value={form.reportingUnit}
          placeholder={texts.unitHint}
          input={{ className: styles.narrow }}
          onChange={(_, { value }) => {
            onChange({ reportingUnit: value });
          }}
        />
      </Field>
      <div className={styles.pair}>
        <Field
          label={texts.year}
          {...(isYearValid
            ? {}
            : { validationState: 'error', validationMessage: texts.yearInvalid })}
        >
          <Input
            value={form.fiscalYear}
            inputMode="numeric"
            className={styles.narrow}
            input={{ className: styles.narrow }}
            onChange={(_, { value }) => {
              onChange({ fiscalYear: value });
            }}
          />
        </Field>
        <Field label={texts.currency}>
          <Select
            value={form.currencyUnit}
            select={{ className: styles.narrow }}
            onChange={(_, { value }) => {
              const currencyUnit = currencyUnitsOfForm.find((unit) => unit === value);
              if (currencyUnit !== undefined) onChange({ currencyUnit });
            }}
          >
            {currencyUnitsOfForm.map((unit) => (
              <option key={unit} value={unit}>
                {unitName(unit, language)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </>
  );
}
