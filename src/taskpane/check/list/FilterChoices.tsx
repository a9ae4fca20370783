/** Which sheet and which rule. */
import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { Finding } from '../../../domain/finding';
import { ruleName } from '../../../wording/terms';
import { usePane, usePaneState } from '../../PaneContext';
import { noFilter } from '../../state/paneState';
import { visibleText } from '../../../wording/visibleText';

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
  },
  select: { minWidth: 0, width: '100%' },
});

export function FilterChoices({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  const { control, texts, language } = usePane();
  const { filter } = usePaneState();
  const { list } = texts;
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))];
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return (
    <div className={styles.choices}>
      <Choice
        label={list.sheet}
        value={filter.sheet ?? ''}
        options={[['', list.all], ...sheets.map((sheet) => [sheet, visibleText(sheet)] as const)]}
        onChoose={(value) => {
          const sheet = value === '' ? null : value;
          control.store.send({ type: 'filtered', change: { sheet } });
        }}
      />
      <Choice
        label={list.rule}
        value={filter.rule ?? ''}
        options={[
          ['', list.all],
          ...rules.map((rule) => [rule, `${rule} ${ruleName(rule, language)}`] as const),
        ]}
        onChoose={(value) => {
          const rule = rules.find((id) => id === value) ?? null;
          control.store.send({ type: 'filtered', change: { rule } });
        }}
      />
      <Button
        size="small"
        onClick={() => {
          control.store.send({ type: 'filtered', change: noFilter });
        }}
      >
        {list.clearFilter}
      </Button>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const styles = useStyles();
  return (
    <Field label={label} size="small">
      <Select
        size="small"
        value={value}
        select={{ className: styles.select }}
        onChange={(_, chosen) => {
          onChoose(chosen.value);
        }}
      >
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
