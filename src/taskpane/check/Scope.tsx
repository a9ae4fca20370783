/** Which sheets were taken for which form, of whom and when, and what was not taken and why? */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { cellAddress, rangeAddress } from '../../domain/grid';
import type { Recognition, RecognisedTable, TablePair } from '../../domain/recognise/table';
import { tablesOf } from '../../domain/recognise/table';
import type { FormId } from '../../domain/forms/terms';
import { refusalMessage } from '../../wording/refusals';
import { formName } from '../../wording/terms';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { LinkButton } from '../parts/LinkButton';
import { tableTitle } from './pairTitle';

const useStyles = makeStyles({
  pair: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  pairs: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxHeight: '40vh',
    overflowY: 'auto',
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'baseline' },
  form: { flexShrink: 0 },
  missing: { color: tokens.colorStatusDangerForeground1 },
  heading: { overflowWrap: 'anywhere' },
});

/** From so many units on, the list starts folded. */
const manyUnits = 3;

export function Scope({ recognition: { pairs, refused } }: { readonly recognition: Recognition }) {
  const styles = useStyles();
  const { texts, language, control } = usePane();
  const tables = pairs.reduce((sum, pair) => sum + tablesOf(pair).length, 0);
  return (
    <>
      {pairs.length === 0 ? null : (
        <Disclosure
          title={texts.scope.title(tables, pairs.length)}
          initially={pairs.length < manyUnits ? 'open' : 'closed'}
        >
          <div className={styles.pairs}>
            {pairs.map((pair) => (
              <PairScope key={pair.number} pair={pair} />
            ))}
          </div>
        </Disclosure>
      )}
      {refused.length === 0 ? null : (
        <Disclosure title={texts.scope.refused(refused.length)} initially="open" tone="warning">
          <div className={styles.pairs}>
            {refused.map((entry) => (
              <LinkButton
                key={`${entry.sheet}|${entry.cell.row}|${entry.cell.column}`}
                onClick={() =>
                  void control.goTo({
                    sheet: entry.sheet,
                    cell: cellAddress(entry.cell.row, entry.cell.column),
                  })
                }
              >
                {refusalMessage(entry, language)}
              </LinkButton>
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

function PairScope({ pair }: { readonly pair: TablePair }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const titles = new Set(tablesOf(pair).map((table) => tableTitle(table, texts, language)));
  // Where the two tables state different things, each has its own title.
  const titled = titles.size < 2 ? 'together' : 'alone';
  return (
    <div className={styles.pair}>
      {titled === 'together' ? <Title>{[...titles].join('')}</Title> : null}
      <TableScope form="table1" table={pair.table1} titled={titled} />
      <TableScope form="table2" table={pair.table2} titled={titled} />
    </div>
  );
}

function Title({ children }: { readonly children: string }) {
  const styles = useStyles();
  return (
    <Text size={200} weight="semibold" className={styles.heading}>
      {children}
    </Text>
  );
}

interface TableScopeProps {
  /** Under a title of the pair, or of its own. */
  readonly titled: 'together' | 'alone';
  readonly form: FormId;
  readonly table: RecognisedTable | null;
}

function TableScope({ titled, form, table }: TableScopeProps) {
  const styles = useStyles();
  const { texts, language, control } = usePane();
  const name = formName(form, language);
  if (table === null) {
    return (
      <Text size={200} className={styles.missing}>
        {texts.scope.missing(name)}
      </Text>
    );
  }
  const { grid, range } = table;
  return (
    <>
      {titled === 'alone' ? <Title>{tableTitle(table, texts, language)}</Title> : null}
      <span className={styles.row}>
        <Text size={200} className={styles.form}>
          {name}
        </Text>
        <LinkButton
          onClick={() =>
            void control.goTo({ sheet: grid.name, cell: cellAddress(range.top, range.left) })
          }
        >
          {`${grid.name}!${rangeAddress(range)}`}
        </LinkButton>
      </span>
    </>
  );
}
