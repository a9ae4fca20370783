/** Which findings are listed: by severity at a click, by sheet and rule when asked for. */
import {
  Button,
  Field,
  Select,
  ToggleButton,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Finding, Severity } from '../../domain/finding';
import { ruleName } from '../../wording/terms';
import { usePane, usePaneState } from '../PaneContext';
import { countSeverities } from '../state/severityCounts';
import { noFilter } from '../state/paneState';
import { SeverityIcon } from './SeverityIcon';

const useStyles = makeStyles({
  chips: { display: 'flex', gap: tokens.spacingHorizontalXS, flexWrap: 'wrap' },
  chip: { minWidth: 0, paddingLeft: '6px', paddingRight: '8px' },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
  },
  select: { minWidth: 0, width: '100%' },
});

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

interface FindingFiltersProps {
  readonly findings: readonly Finding[];
  /** Whether sheet, rule and grouping can be chosen now. */
  readonly choices: 'shown' | 'hidden';
}

export function FindingFilters({ findings, choices }: FindingFiltersProps) {
  const styles = useStyles();
  const { control, texts } = usePane();
  const { filter } = usePaneState();
  const counts = countSeverities(findings);
  return (
    <>
      <div className={styles.chips} role="group" aria-label={texts.list.severity}>
        {severities.map((severity) => (
          <ToggleButton
            key={severity}
            size="small"
            className={styles.chip}
            icon={<SeverityIcon severity={severity} />}
            checked={!filter.hidden.includes(severity)}
            onClick={() => {
              const hidden = filter.hidden.includes(severity)
                ? filter.hidden.filter((name) => name !== severity)
                : [...filter.hidden, severity];
              control.store.send({ type: 'filtered', change: { hidden } });
            }}
          >
            {`${texts.severityPlural[severity]} ${counts[severity]}`}
          </ToggleButton>
        ))}
      </div>
      {choices === 'shown' ? <FilterChoices findings={findings} /> : null}
    </>
  );
}

function FilterChoices({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  const { control, texts, language } = usePane();
  const { filter, preferences } = usePaneState();
  const { list } = texts;
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))];
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return (
    <div className={styles.choices}>
      <Choice
        label={list.sheet}
        value={filter.sheet ?? ''}
        options={[['', list.all], ...sheets.map((sheet) => [sheet, sheet] as const)]}
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
      <Choice
        label={list.groupBy}
        value={preferences.grouping}
        options={Object.entries(list.groupings)}
        onChoose={(value) => {
          if (value === 'rule' || value === 'sheet' || value === 'severity') {
            control.prefer({ grouping: value });
          }
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
