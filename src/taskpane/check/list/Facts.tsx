/** The figures of a finding side by side, each with its label. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Fact } from '../../../wording/findingFacts';

const useStyles = makeStyles({
  facts: {
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontVariantNumeric: 'tabular-nums',
    '& > div': { display: 'flex', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
    '& dt': { flexShrink: 0, color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  },
});

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
