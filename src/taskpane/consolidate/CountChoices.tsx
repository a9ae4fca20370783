/** Does a unit count that may be a sum of others, or a copy? The user says so, unit by unit. */
import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { JudgedSet, SetUnit } from '../../application/consolidation/judgeGiven';
import type { SetFinding } from '../../domain/consolidate/setFinding';
import { unitLabel } from '../../wording/setFindings';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { usePageStyles } from './pageStyles';
import { useConsolidation, useConsolidationMeans } from './useConsolidation';

/** So many choices are in sight at once; more are unfolded. */
const inSight = 5;

interface CountChoicesProps {
  readonly finding: SetFinding;
  readonly judged: JudgedSet;
}

export function CountChoices({ finding, judged }: CountChoicesProps) {
  const styles = usePageStyles();
  const { consolidate, words } = useConsolidationMeans();
  const asked = askedOf(finding).flatMap((number) => judged.units[number - 1] ?? []);
  const { detail } = finding;
  if (asked.length === 0) return null;
  const isUndecided = 'open' in detail && detail.open.length > 0;
  const rows = (some: readonly SetUnit[]) =>
    some.map((one) => <CountChoice key={one.unit.id} unit={one} judged={judged} />);
  return (
    <>
      {rows(asked.slice(0, inSight))}
      {asked.length <= inSight ? null : (
        <Disclosure title={words.list.title(asked.length - inSight)} initially="closed">
          {rows(asked.slice(inSight))}
        </Disclosure>
      )}
      {isUndecided && asked.length > 1 && detail.kind !== 'resultsOverlap' ? (
        <div className={styles.actions}>
          <Button
            size="small"
            onClick={() => {
              consolidate.sayCounts(
                detail.open.flatMap((number) => judged.units[number - 1]?.unit.id ?? []),
                true,
              );
            }}
          >
            {words.problems.allCount}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Numbers of the units of which a finding asks whether they count. */
function askedOf({ detail, units }: SetFinding): readonly number[] {
  switch (detail.kind) {
    case 'sumOfOthers':
    case 'earlierResult':
      return units.slice(0, 1);
    case 'sumsUnclear':
    case 'sumsUnexamined':
    case 'resultsOverlap':
    case 'sameFigures':
    case 'nearlySame':
      return units;
    default:
      return [];
  }
}

interface CountChoiceProps {
  readonly unit: SetUnit;
  readonly judged: JudgedSet;
}

function CountChoice({ unit: { unit, number }, judged }: CountChoiceProps) {
  const styles = usePageStyles();
  const { language } = usePane();
  const { consolidate, state, words } = useConsolidation();
  const said = state.decisions.countChoices.get(unit.id);
  const value = said === undefined ? '' : said ? 'counts' : 'left';
  const name = unitLabel(judged.judgement, number, language);
  return (
    <Field label={name} size="small">
      <RadioGroup
        className={styles.radios}
        layout="horizontal"
        aria-label={words.problems.whetherCounts(name)}
        value={value}
        onChange={(_, { value: chosen }) => {
          consolidate.sayCounts([unit.id], chosen === 'counts');
        }}
      >
        <Radio value="counts" label={words.list.counts} />
        <Radio value="left" label={words.problems.exclude} />
      </RadioGroup>
    </Field>
  );
}
