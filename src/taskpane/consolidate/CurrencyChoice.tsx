/** In which money are the figures of units whose tables do not say? One for each, or one for all. */
import { Field, Select } from '@fluentui/react-components';
import type { JudgedSet } from '../../application/consolidation/judgeGiven';
import type { SetFinding } from '../../domain/consolidate/setFinding';
import { currencyUnitsOfForm } from '../../domain/forms/terms';
import { unitLabel } from '../../wording/setFindings';
import { unitName } from '../../wording/terms';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { usePageStyles } from './pageStyles';
import { useConsolidationMeans } from './useConsolidation';

/** So many units have a choice of their own in sight. */
const inSight = 5;

interface CurrencyChoiceProps {
  readonly finding: SetFinding;
  readonly judged: JudgedSet;
}

export function CurrencyChoice({ finding, judged }: CurrencyChoiceProps) {
  const { words } = useConsolidationMeans();
  const { units, detail } = finding;
  // What is written and not understood means something else with each unit.
  const alike =
    detail.kind === 'currencyMissing'
      ? detail.units.filter(({ written }) => written === null).map(({ number }) => number)
      : [];
  const rows = (some: readonly number[]) =>
    some.map((number) => <One key={number} numbers={[number]} judged={judged} />);
  return (
    <>
      {alike.length > 1 ? <One numbers={alike} isAll judged={judged} /> : null}
      {rows(units.slice(0, inSight))}
      {units.length <= inSight ? null : (
        <Disclosure title={words.list.title(units.length - inSight)} initially="closed">
          {rows(units.slice(inSight))}
        </Disclosure>
      )}
    </>
  );
}

/** What is chosen of one unit, or of all together. */
function One({
  numbers,
  isAll = false,
  judged,
}: {
  readonly numbers: readonly number[];
  /** Together. */
  readonly isAll?: boolean;
  readonly judged: JudgedSet;
}) {
  const styles = usePageStyles();
  const { language } = usePane();
  const { consolidate, words } = useConsolidationMeans();
  const units = numbers.flatMap((number) => judged.units[number - 1]?.unit ?? []);
  const chosen = new Set(units.map(({ chosenCurrency }) => chosenCurrency));
  const [only = null] = chosen;
  const [first = 0] = numbers;
  const label = isAll
    ? words.problems.allUnits(numbers.length)
    : unitLabel(judged.judgement, first, language);
  return (
    <Field label={label} size="small">
      <Select
        size="small"
        select={{ className: styles.narrow }}
        value={chosen.size === 1 ? (only ?? '') : ''}
        onChange={(_, { value }) => {
          const currency = currencyUnitsOfForm.find((unit) => unit === value) ?? null;
          void consolidate.chooseCurrency(units, currency);
        }}
      >
        <option value="">{words.problems.choose}</option>
        {currencyUnitsOfForm.map((unit) => (
          <option key={unit} value={unit}>
            {words.problems.countAs(unitName(unit, language))}
          </option>
        ))}
      </Select>
    </Field>
  );
}
