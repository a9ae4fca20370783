/** Cells that cannot be written, folded by reason; together where they wait for the same cells. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { BlockReason, BlockedChange } from '../../domain/fill/plannedChange';
import { writtenPlaceName } from '../../wording/terms';
import { visibleText } from '../../wording/visibleText';
import { usePane, usePaneState } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { LinkButton } from '../parts/LinkButton';
import { useWritingTexts } from './useWritingTexts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

interface BlockedListProps {
  readonly blocked: readonly BlockedChange[];
  /** Whether the first reason is unfolded. */
  readonly initially: 'open' | 'closed';
}

export function BlockedList({ blocked, initially }: BlockedListProps) {
  const writingTexts = useWritingTexts();
  return [...grouped(blocked, ({ why }) => why)].map(([why, cells], at) => (
    <Disclosure
      key={why}
      title={writingTexts.preview.blocked(writingTexts.blockedReasons[why], cells.length)}
      initially={at === 0 ? initially : 'closed'}
      tone="warning"
    >
      <BlockedCells why={why} blocked={cells} />
    </Disclosure>
  ));
}

interface BlockedCellsProps {
  readonly why: BlockReason;
  readonly blocked: readonly BlockedChange[];
}

function BlockedCells({ why, blocked }: BlockedCellsProps) {
  const styles = useStyles();
  const { control, writing, language } = usePane();
  const { busy } = usePaneState();
  const writingTexts = useWritingTexts();
  const { preview } = writingTexts;
  const first =
    why === 'partsText'
      ? preview.convertTexts
      : why === 'partsOtherUnit'
        ? preview.settleUnits
        : null;
  const parts = blocked.flatMap(({ place, cells }) =>
    cells.map((cell) => ({ sheet: place.sheet, cell })),
  );
  return (
    <>
      <ul className={styles.list}>
        {[...grouped(blocked, waitsFor).values()].map((alike) => {
          const [{ place, cells }, ...others] = alike;
          const name =
            others.length === 0
              ? writtenPlaceName(place, language)
              : alike.map((one) => one.place.cell).join('、');
          return (
            <li key={`${place.sheet}!${place.cell}`}>
              <LinkButton onClick={() => void control.goTo(place)}>
                {visibleText(`${place.sheet} · ${name}`)}
              </LinkButton>{' '}
              <Text size={200}>{writingTexts.blocked[why](cells.join('、'))}</Text>
            </li>
          );
        })}
      </ul>
      {first === null ? null : (
        <Button
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => void writing.previewParts(parts)}
        >
          {first}
        </Button>
      )}
    </>
  );
}

/** Cells of a sheet that wait for the same cells, or for the sheet itself, have the same. */
function waitsFor({ place, why, cells }: BlockedChange): string {
  const others = why === 'locked' || why === 'holdsFormula' ? [] : cells;
  return JSON.stringify([place.sheet, others]);
}

type Some<T> = readonly [T, ...T[]];

function grouped<K>(
  blocked: readonly BlockedChange[],
  keyOf: (one: BlockedChange) => K,
): ReadonlyMap<K, Some<BlockedChange>> {
  const groups = new Map<K, Some<BlockedChange>>();
  for (const one of blocked) {
    const key = keyOf(one);
    const known = groups.get(key);
    groups.set(key, known === undefined ? [one] : [...known, one]);
  }
  return groups;
}
