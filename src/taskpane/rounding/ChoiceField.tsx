/** One of a few values, chosen from a list with its name above. */
import { Field, Select, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  select: { minWidth: 0, width: '100%' },
});

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  /** Each value with the text it is shown by. */
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
}

export function ChoiceField({ label, value, options, onChoose }: ChoiceFieldProps) {
  const styles = useStyles();
  return (
    <Field label={label}>
      <Select
        value={value}
        select={{ className: styles.select }}
        onChange={(_, chosen) => {
          onChoose(chosen.value);
        }}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
