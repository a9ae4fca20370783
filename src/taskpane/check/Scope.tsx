/** Which sheets were taken for which form, of whom and when, and what was not taken and why? */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { cellAddress, rangeAddress } from '../../domain/grid';
import type { Recognition, RecognisedTable, RecognisedReturn } from '../../domain/recognise/table';
import { tablesOf } from '../../domain/recognise/table';
import type { FormId } from '../../domain/forms/terms';
import { refusalMessage } from '../../wording/refusals';
import { formName } from '../../wording/terms';
import { tableTitle } from '../../wording/units';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { LinkButton } from '../parts/LinkButton';
import { visibleText } from '../../wording/visibleText';
import { formsShown, scopeId } from './scopeInSight';

const useStyles = makeStyles({
  pair: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  pairs: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    flexShrink: 0,
    maxHeight: '40vh',
    overflowY: 'auto',
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'baseline' },
  form: { flexShrink: 0 },
  missing: { color: tokens.colorStatusDangerForeground1 },
  heading: { overflowWrap: 'anywhere' },
  title: { color: tokens.colorNeutralForeground2 },
});

export function Scope({ tables }: { readonly tables: RecognisedReturn }) {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <div id={scopeId} className={styles.pairs}>
      <Text size={200} className={styles.title}>
        {texts.scope.title(tablesOf(tables).length)}
      </Text>
      <PairScope pair={tables} />
    </div>
  );
}

/** What looked like one of our tables and was not taken, and why. */
export function Refused({ refused }: Pick<Recognition, 'refused'>) {
  const styles = useStyles();
  const { texts, language, control } = usePane();
  if (refused.length === 0) return null;
  return (
    <Disclosure title={texts.scope.refused(refused.length)} initially="open" tone="warning">
      <div className={styles.pairs}>
        {refused.map((entry) => (
          <LinkButton
            key={`${entry.sheet}|${entry.position.row}|${entry.position.column}`}
            onClick={() =>
              void control.goTo({
                sheet: entry.sheet,
                cell: cellAddress(entry.position.row, entry.position.column),
              })
            }
          >
            {refusalMessage(entry, language)}
          </LinkButton>
        ))}
      </div>
    </Disclosure>
  );
}

function PairScope({ pair }: { readonly pair: RecognisedReturn }) {
  const styles = useStyles();
  const { language } = usePane();
  const titles = new Set(tablesOf(pair).map((table) => tableTitle(table, language)));
  // What both tables state stands on the line above; where they state different things, each has its own title.
  const titled = titles.size < 2 ? 'together' : 'alone';
  return (
    <div className={styles.pair}>
      {formsShown(pair).map((form) => (
        <TableScope key={form} form={form} table={pair.tables.get(form) ?? null} titled={titled} />
      ))}
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
      {titled === 'alone' ? <Title>{tableTitle(table, language)}</Title> : null}
      <span className={styles.row}>
        <Text size={200} className={styles.form}>
          {name}
        </Text>
        <LinkButton
          onClick={() =>
            void control.goTo({ sheet: grid.name, cell: cellAddress(range.top, range.left) })
          }
        >
          {visibleText(`${grid.name}!${rangeAddress(range)}`)}
        </LinkButton>
      </span>
    </>
  );
}
