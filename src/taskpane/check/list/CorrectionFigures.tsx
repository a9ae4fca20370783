/** What stands in a cell and what is to stand there, the digits that change picked out; and why. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CellCorrection } from '../../../domain/rules/cellCorrection';
import type { DigitRun } from '../../../wording/changedDigits';
import { correctionDigits, correctionReason } from '../../../wording/diagnoses';
import { usePane } from '../../PaneContext';

const useStyles = makeStyles({
  figures: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  large: { fontSize: tokens.fontSizeBase300 },
  // A figure is not broken before a digit that changes; a text longer than the line is.
  figure: { display: 'inline-block', maxWidth: '100%' },
  arrow: { padding: `0 ${tokens.spacingHorizontalSNudge}` },
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
  // Goes to the next line as a whole.
  reason: {
    display: 'inline-block',
    marginRight: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
});

interface CorrectionFiguresProps {
  readonly correction: CellCorrection;
  readonly size: 'large' | 'small';
}

export function CorrectionFigures({ correction, size }: CorrectionFiguresProps) {
  const styles = useStyles();
  const { language } = usePane();
  const [was, will] = correctionDigits(correction, language);
  return (
    <span className={mergeClasses(styles.figures, size === 'large' && styles.large)}>
      <Digits runs={was} className={styles.wrong} />
      <span aria-hidden className={styles.arrow}>
        →
      </span>
      <strong className={styles.proposed}>
        <Digits runs={will} className={styles.right} />
      </strong>
    </span>
  );
}

/** In a word or two; nothing where no usual slip tells. */
export function CorrectionReason({ correction }: { readonly correction: CellCorrection }) {
  const styles = useStyles();
  const { language } = usePane();
  const reason = correctionReason(correction, language);
  return reason === '' ? null : <span className={styles.reason}>{reason}</span>;
}

interface DigitsProps {
  readonly runs: readonly DigitRun[];
  /** Of what changes. */
  readonly className: string;
}

function Digits({ runs, className }: DigitsProps) {
  const styles = useStyles();
  return (
    <span className={styles.figure}>
      {runs.map(({ text, isChanged }, at) =>
        isChanged ? (
          <u key={at} className={mergeClasses(styles.changed, className)}>
            {text}
          </u>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </span>
  );
}
