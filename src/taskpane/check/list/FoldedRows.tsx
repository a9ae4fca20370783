/** The cells or findings that an item stands for, each a row that leads to its cell; unfolded on demand. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CellReference } from '../../../application/cellContent';
import { Disclosure } from '../../parts/Disclosure';
import { LinkButton } from '../../parts/LinkButton';
import { Parted } from '../../parts/Parted';
import { usePane } from '../../PaneContext';
import { visibleText } from '../../../wording/visibleText';
import { useReach } from './reach';
import { MoreRows } from '../../parts/MoreRows';
import { useGrowing } from '../../parts/useGrowing';

const useStyles = makeStyles({
  rows: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  row: { contentVisibility: 'auto', containIntrinsicSize: 'auto 32px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
  },
  name: { flex: '1 1 0', minWidth: 'min(8em, 100%)', overflowWrap: 'anywhere' },
  // An address stays whole where a line has room for it.
  place: { maxWidth: '100%', wordBreak: 'keep-all' },
});

/** One row. */
export interface Row {
  readonly key: string;
  readonly name: string;
  /** Null where it leads to no cell. */
  readonly place: CellReference | null;
  /** The whole sentence. */
  readonly sentence: string;
  readonly figures: ReactNode;
}

interface FoldedRowsProps {
  readonly title: string;
  /** Made when they are unfolded. */
  readonly rows: () => readonly Row[];
}

export function FoldedRows({ title, rows }: FoldedRowsProps) {
  return (
    <Disclosure title={title} initially="closed">
      <UnfoldedRows rows={rows} />
    </Disclosure>
  );
}

function UnfoldedRows({ rows }: Pick<FoldedRowsProps, 'rows'>) {
  return <Rows rows={rows()} />;
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const styles = useStyles();
  const growing = useGrowing(rows.length);
  return (
    <>
      <ul className={styles.rows}>
        {rows.slice(0, growing.shown).map((row) => (
          <li key={row.key} className={styles.row}>
            <RowHead {...row} />
            {row.figures}
          </li>
        ))}
      </ul>
      <MoreRows growing={growing} />
    </>
  );
}

interface RowHeadProps extends Pick<Row, 'name' | 'place' | 'sentence'> {
  /** Whether the sheet need not be named, because it is above. */
  readonly isSheetKnown?: boolean;
}

export function RowHead({ name, place, sentence, isSheetKnown = false }: RowHeadProps) {
  const styles = useStyles();
  const { control } = usePane();
  const reach = useReach();
  const whole = place === null ? '' : visibleText(`${place.sheet}!${place.cell}`);
  const address = isSheetKnown && place !== null ? place.cell : whole;
  return (
    <div className={styles.head}>
      <span className={styles.name}>
        <Parted name={name} />
      </span>
      {place === null ? null : (
        <span className={styles.place}>
          {reach === 'file' ? (
            address
          ) : (
            <LinkButton title={sentence} onClick={() => void control.goTo(place)}>
              {address}
            </LinkButton>
          )}
        </span>
      )}
    </div>
  );
}
