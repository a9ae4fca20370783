/** The open workbook as it stands: the selected cell's content, the sheet, and the other sheets' tabs. */
import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useMemo, useState, useSyncExternalStore } from 'react';
import type { CellPosition } from '../../domain/grid';
import { cellAddress, parseAddress } from '../../domain/grid';
import { lastReport } from '../../taskpane/state/paneState';
import type { Language } from '../../wording/language';
import { pageTexts } from '../../wording/pageTexts';
import type { SheetView } from '../book/openedBook';
import type { OpenDesk } from '../pageState';
import { useBook } from '../useBook';
import { ContentBar } from './ContentBar';
import { countedMarks } from './countedMarks';
import type { DrawnSheet } from './drawnSheet';
import { anchorOf, drawSheet } from './drawnSheet';
import { cellsVisited, visitTo } from './itemsOfCells';
import { SheetGrid } from './SheetGrid';
import { SheetTabs } from './SheetTabs';
import { pasteRefusal, writingFault } from './writingFault';

const useStyles = makeStyles({
  book: {
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  panel: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  empty: {
    flexGrow: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  told: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorPaletteYellowBackground1,
  },
  fault: { backgroundColor: tokens.colorPaletteRedBackground1 },
});

interface BookViewProps {
  readonly desk: OpenDesk;
  readonly language: Language;
  readonly colours: 'file' | 'own';
}

const noMarks = new Map<string, never>();

export function BookView({ desk, language, colours }: BookViewProps) {
  const { book, purpose } = desk;
  const styles = useStyles();
  const sheets = useBook(book, (one) => one.sheets);
  const shownSheet = useBook(book, (one) => one.shown.sheet);
  const shownCell = useBook(book, (one) => one.shown.cell);
  const visible = sheets.filter(({ visibility }) => visibility === 'visible');
  const view = visible.find(({ name }) => name === shownSheet) ?? visible[0];
  const isBlank = sheets.every(({ rowCount }) => rowCount === 0);
  if (view === undefined || (isBlank && purpose !== 'file')) {
    return <Text className={styles.empty}>{pageTexts(language).table.emptyNew}</Text>;
  }
  return (
    <section className={styles.book} aria-label={book.name}>
      <OpenSheet
        key={view.name}
        desk={desk}
        view={view}
        names={visible.map(({ name }) => name)}
        cell={shownSheet === view.name ? shownCell : 'A1'}
        language={language}
        colours={colours}
      />
    </section>
  );
}

/** Something said of what was typed. */
interface Told {
  readonly text: string;
  /** The formula that it is about; null for what was not taken. */
  readonly formula: { readonly place: CellPosition; readonly content: string } | null;
}

const nothingTold: Told = { text: '', formula: null };

/** False where the formula has been taken back. */
function stillStands({ formula }: Told, view: SheetView): boolean {
  if (formula === null) return true;
  const { place, content } = formula;
  return view.editTextAt(place.row, place.column) === content;
}

interface OpenSheetProps extends BookViewProps {
  readonly view: SheetView;
  /** Of all sheets in sight, this one among them. */
  readonly names: readonly string[];
  /** Address of the selected cell. */
  readonly cell: string;
}

function OpenSheet({ desk, view, names, cell, language, colours }: OpenSheetProps) {
  const { book, pane } = desk;
  const { name } = view;
  const styles = useStyles();
  const panelId = useId();
  const { table: words } = pageTexts(language);
  const marks = useBook(book, (one) => one.marks);
  const ledTo = useBook(book, (one) => one.ledTo);
  const { store } = pane.control;
  const { check, visited, page } = useSyncExternalStore(store.subscribe, store.get);
  const [told, setTold] = useState<Told>(nothingTold);
  // Old files tell no widths here.
  const widths = book.kind === 'xls' || book.kind === 'et' ? 'contents' : 'file';
  const sheet = useMemo(() => drawSheet(view, widths), [view, widths]);
  const report = lastReport(check);
  const concerned = useMemo(
    () => cellsVisited(page === 'check' ? report : null, visited, name),
    [report, visited, name, page],
  );
  const active = useActive(cell, sheet);
  const select = (place: CellPosition) => {
    setTold(nothingTold);
    const to = { sheet: name, cell: cellAddress(place.row, place.column) };
    book.select(to);
    const state = store.get();
    const visit = visitTo(lastReport(state.check), state.visited, to);
    if (state.page === 'check' && state.preview === null && visit !== null) {
      store.send({ type: 'visited', visit });
    }
  };
  const enter = (place: CellPosition, text: string): boolean => {
    const cell = cellAddress(place.row, place.column);
    const entered = book.enter({ sheet: name, cell }, text);
    if (!entered.ok) setTold({ ...nothingTold, text: writingFault(entered.fault, language) });
    else if (entered.value === 'taken') setTold(nothingTold);
    else {
      const now = book.sheets.find((one) => one.name === name);
      const content = now?.editTextAt(place.row, place.column) ?? '';
      setTold({ text: words.notWorkedOut(cell), formula: { place, content } });
    }
    return entered.ok && entered.value === 'taken';
  };
  const paste = (place: CellPosition, rows: readonly (readonly string[])[]) => {
    const cell = cellAddress(place.row, place.column);
    const outcome = book.paste({ sheet: name, cell }, rows);
    const text = outcome === 'taken' ? '' : pasteRefusal(outcome, language);
    setTold({ ...nothingTold, text });
  };
  const refuse = () => {
    setTold({ ...nothingTold, text: words.locked });
  };
  const isTold = told.text !== '' && stillStands(told, view);
  const address = cellAddress(active.row, active.column);
  return (
    <>
      <ContentBar
        key={address}
        address={address}
        content={view.editTextAt(active.row, active.column)}
        words={words}
        onEnter={(text) => {
          enter(active, text);
        }}
      />
      {isTold ? (
        <Text
          role="alert"
          size={200}
          className={mergeClasses(styles.told, told.formula === null && styles.fault)}
        >
          {told.text}
        </Text>
      ) : null}
      <div id={panelId} role="tabpanel" aria-label={name} className={styles.panel}>
        <SheetGrid
          sheet={sheet}
          active={active}
          shownAt={ledTo}
          marks={marks.get(name) ?? noMarks}
          concerned={concerned}
          colours={colours}
          words={words}
          onSelect={select}
          onEnter={enter}
          onPaste={paste}
          onLocked={refuse}
        />
      </div>
      <SheetTabs
        sheets={names.map((one) => ({ name: one, marks: countedMarks(marks.get(one) ?? noMarks) }))}
        open={name}
        panelId={panelId}
        words={words}
        onOpen={(other) => {
          book.select({ sheet: other, cell: 'A1' });
        }}
      />
    </>
  );
}

/** The selected cell's place; of a merged area its first. The same object as long as it is the same place. */
function useActive(cell: string, sheet: DrawnSheet): CellPosition {
  const place = parseAddress(cell) ?? { row: 0, column: 0 };
  const { row, column } = anchorOf(sheet, place);
  return useMemo(() => ({ row, column }), [row, column]);
}
