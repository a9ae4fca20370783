/** Units that do not count for a reason of their own, or count in spite of it; each leads to its findings. */
import { Button, Text } from '@fluentui/react-components';
import type { SetUnit } from '../../application/consolidation/judgeGiven';
import type { Exclusion } from '../../domain/consolidate/judgeSet';
import { shortName } from '../../wording/setFindings';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { LinkButton } from '../parts/LinkButton';
import { Card } from './Card';
import { usePageStyles } from './pageStyles';
import { useConsolidationMeans } from './useConsolidation';

/** So many are in sight at once; more are unfolded. */
const inSight = 5;

interface LeftUnitsProps {
  /** `included`: they have errors and count, as the user said. */
  readonly reason: Exclusion | 'included';
  readonly units: readonly SetUnit[];
}

export function LeftUnits({ reason, units }: LeftUnitsProps) {
  const styles = usePageStyles();
  const { consolidate, words } = useConsolidationMeans();
  if (units.length === 0) return null;
  const isIncluded = reason === 'included';
  const title = isIncluded
    ? words.problems.included(units.length)
    : words.problems.left[reason](units.length);
  const hint = isIncluded ? words.problems.includedHint : words.problems.leftHint[reason];
  const canChoose = isIncluded || reason === 'errors';
  const rows = (some: readonly SetUnit[]) =>
    some.map((one) => <LeftUnit key={one.unit.id} reason={reason} unit={one} />);
  return (
    <Card severity={isIncluded ? 'warning' : 'error'} title={title}>
      {hint === undefined ? null : <span className={styles.quiet}>{hint}</span>}
      {rows(units.slice(0, inSight))}
      {units.length <= inSight ? null : (
        <Disclosure title={words.list.title(units.length - inSight)} initially="closed">
          {rows(units.slice(inSight))}
        </Disclosure>
      )}
      {canChoose && units.length > 1 ? (
        <div className={styles.actions}>
          <Button
            size="small"
            onClick={() => {
              consolidate.include(
                units.map(({ unit }) => unit.id),
                !isIncluded,
              );
            }}
          >
            {isIncluded ? words.problems.excludeAll : words.problems.includeAll}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

interface LeftUnitProps {
  readonly reason: LeftUnitsProps['reason'];
  readonly unit: SetUnit;
}

function LeftUnit({ reason, unit: { unit, counts } }: LeftUnitProps) {
  const styles = usePageStyles();
  const { texts, language } = usePane();
  const { consolidate, words } = useConsolidationMeans();
  const name = shortName(unit.name, language);
  const isIncluded = reason === 'included';
  return (
    <div className={styles.row}>
      <LinkButton onClick={() => void consolidate.openUnit(unit.id)}>{name}</LinkButton>
      {counts.error === 0 ? null : (
        <Text size={200} className={styles.quiet}>
          {texts.verdictDetail.counts.error(counts.error)}
        </Text>
      )}
      {isIncluded || reason === 'errors' ? (
        <Button
          size="small"
          aria-label={
            isIncluded ? words.problems.excludeUnit(name) : words.problems.includeUnit(name)
          }
          onClick={() => {
            consolidate.include([unit.id], !isIncluded);
          }}
        >
          {isIncluded ? words.problems.exclude : words.problems.include}
        </Button>
      ) : null}
    </div>
  );
}
