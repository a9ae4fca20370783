/** What stands in a cell and what is to stand there, the digits that change picked out, and why. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CellCorrection } from '../../../domain/rules/cellCorrection';
import type { DigitRun } from '../../../wording/changedDigits';
import { changedDigits } from '../../../wording/changedDigits';
import { correctionReason, proposedFigure, standingFigure } from '../../../wording/diagnoses';
import { usePane } from '../../PaneContext';

const useStyles = makeStyles({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalSNudge,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  figure: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  proposed: { fontWeight: tokens.fontWeightSemibold },
  // Not by colour alone.
  changed: {
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '2px',
  },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  right: { color: tokens.colorBrandForeground1 },
  reason: { color: tokens.colorNeutralForeground2 },
});

export function CorrectionFigures({ correction }: { readonly correction: CellCorrection }) {
  const styles = useStyles();
  const { language } = usePane();
  const [before, after] = [
    standingFigure(correction, language),
    proposedFigure(correction, language),
  ];
  const areFigures = correction.stated !== null && correction.proposed !== null;
  const plain = (text: string): DigitRun[] => [{ text, isChanged: false }];
  const [was, will] = areFigures ? changedDigits(before, after) : [plain(before), plain(after)];
  const reason = correctionReason(correction, language);
  return (
    <span className={styles.figures}>
      <span className={styles.figure}>
        <Digits runs={was} className={styles.wrong} />
      </span>
      <span aria-hidden>→</span>
      <strong className={mergeClasses(styles.figure, styles.proposed)}>
        <Digits runs={will} className={styles.right} />
      </strong>
      {reason === '' ? null : <span className={styles.reason}>{reason}</span>}
    </span>
  );
}

interface DigitsProps {
  readonly runs: readonly DigitRun[];
  /** Of what changes. */
  readonly className: string;
}

function Digits({ runs, className }: DigitsProps) {
  const styles = useStyles();
  return runs.map(({ text, isChanged }, at) =>
    isChanged ? (
      <u key={at} className={mergeClasses(styles.changed, className)}>
        {text}
      </u>
    ) : (
      <span key={at}>{text}</span>
    ),
  );
}
