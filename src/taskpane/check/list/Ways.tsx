/** Ways to put something right, each with its cells and its own button. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CellsToCorrect } from '../../../application/report/reportItem';
import type { CellCorrection } from '../../../domain/rules/cellCorrection';
import { correctionMessage } from '../../../wording/diagnoses';
import { differingName, figureName } from '../../../wording/terms';
import { LinkButton } from '../../parts/LinkButton';
import { usePane } from '../../PaneContext';
import { visibleText } from '../../../wording/visibleText';
import { AdoptButton } from './AdoptButton';
import { CorrectionFigures, CorrectionReason } from './CorrectionFigures';
import { FoldedCells } from './FoldedCells';
import { RowHead } from './FoldedRows';
import { useItemStyles } from './itemStyles';

/** So many ways can each be adopted; of more no one can say which. */
const waysOffered = 3;
/** So many cells of a way are shown at once; more are a list on demand. */
export const cellsShown = 3;

const useStyles = makeStyles({
  ways: { margin: 0, padding: 0, listStyleType: 'none' },
  several: {
    '& + &': {
      marginTop: tokens.spacingVerticalXXS,
      paddingTop: tokens.spacingVerticalXXS,
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  // Above the item's own button, which takes all of it.
  way: { display: 'flow-root', position: 'relative', zIndex: 1 },
  further: { marginRight: tokens.spacingHorizontalS },
  name: { marginRight: tokens.spacingHorizontalXS, overflowWrap: 'anywhere' },
});

interface WaysProps {
  readonly ways: readonly CellsToCorrect[];
  /** The sheet that is named above them; empty where none is. */
  readonly sheet: string;
}

export function Ways({ ways, sheet }: WaysProps) {
  const styles = useStyles();
  return (
    <ul className={styles.ways}>
      {ways.map((way) => (
        <li
          key={way.corrections.map(({ place }) => `${place.sheet}!${place.cell}`).join()}
          className={styles.several}
        >
          <Way
            corrections={way.corrections}
            sheet={sheet}
            action={ways.length > waysOffered ? null : <AdoptButton explanation={way} />}
          />
        </li>
      ))}
    </ul>
  );
}

interface WayProps extends Pick<WaysProps, 'sheet'> {
  readonly corrections: readonly CellCorrection[];
  readonly action: ReactNode;
}

/** The first cell by its name; of each further one what sets it apart. */
export function Way({ corrections, sheet, action }: WayProps) {
  const styles = useStyles();
  const { action: beside } = useItemStyles();
  const { language } = usePane();
  const [first, ...further] = corrections;
  if (first === undefined) return null;
  const { place } = first;
  return (
    <div className={styles.way}>
      <RowHead
        name={figureName(place, language)}
        place={place}
        sentence={correctionMessage(first, language)}
        isSheetKnown={place.sheet === sheet}
      />
      <CorrectionFigures correction={first} size="large" />
      {action === null ? null : <span className={beside}>{action}</span>}{' '}
      <CorrectionReason correction={first} />
      {corrections.length > cellsShown ? (
        <FoldedCells corrections={further} />
      ) : (
        further.map((one) => <FurtherCell key={one.place.cell} correction={one} beside={first} />)
      )}
    </div>
  );
}

interface FurtherCellProps {
  readonly correction: CellCorrection;
  readonly beside: CellCorrection;
}

function FurtherCell({ correction, beside }: FurtherCellProps) {
  const styles = useStyles();
  const { control, language } = usePane();
  const { place } = correction;
  const cell = place.sheet === beside.place.sheet ? place.cell : `${place.sheet}!${place.cell}`;
  return (
    <div>
      <span className={styles.name}>{differingName(place, beside.place, language)}</span>
      <span className={styles.further}>
        <LinkButton
          title={correctionMessage(correction, language)}
          onClick={() => void control.goTo(place)}
        >
          {visibleText(cell)}
        </LinkButton>
      </span>
      <CorrectionFigures correction={correction} size="small" />{' '}
      <CorrectionReason correction={correction} />
    </div>
  );
}
