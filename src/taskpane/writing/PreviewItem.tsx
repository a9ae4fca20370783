/** One cell of a preview: now, then, why. */
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlannedChange } from '../../domain/fill/plannedChange';
import { writtenPlaceName } from '../../wording/terms';
import { usePane } from '../PaneContext';
import { LinkButton } from '../parts/LinkButton';
import { Parted } from '../parts/Parted';
import { plannedText, standingText } from './standingText';
import { useUnitNames } from './useUnitNames';
import { useWritingTexts } from './useWritingTexts';
import { visibleText } from '../../wording/visibleText';

const useStyles = makeStyles({
  write: {
    display: 'grid',
    gridTemplateColumns: '28px 1fr',
    alignItems: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 72px',
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    paddingTop: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  wide: { gridColumn: '1 / -1' },
  label: { color: tokens.colorNeutralForeground3 },
  // Goes to the next line as a whole.
  reason: { display: 'inline-block' },
  caution: { gridColumn: '1 / -1', color: tokens.colorStatusWarningForeground1 },
  then: { fontWeight: tokens.fontWeightSemibold },
});

interface WriteItemProps {
  readonly write: PlannedChange;
  readonly reason: 'shown' | 'above';
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

export function WriteItem({ write, reason, isChosen, onToggle }: WriteItemProps) {
  const styles = useStyles();
  const { control, language } = usePane();
  const writingTexts = useWritingTexts();
  const { place, now, then, why, contradicts } = write;
  const unit = useUnitNames()(place);
  const name = [unit, `${place.sheet} · ${writtenPlaceName(place, language)}`]
    .filter((part) => part !== '')
    .map(visibleText)
    .join(' · ');
  // That it is blank stands under it.
  const isSaid = why === 'blank' && (now.value === null || now.value === '');
  const isFormula = String(then.content).startsWith('=');
  const value = plannedText(write, writingTexts.preview.blank);
  return (
    <li className={styles.write}>
      <Checkbox checked={isChosen} onChange={onToggle} aria-label={name} />
      <div className={styles.facts}>
        <span className={styles.wide}>
          <LinkButton onClick={() => void control.goTo(place)}>
            <Parted name={name} />
          </LinkButton>{' '}
          {reason === 'above' || isSaid ? null : (
            <span className={mergeClasses(styles.label, styles.reason)}>
              {writingTexts.reasons[why]}
            </span>
          )}
        </span>
        <span className={styles.label}>{writingTexts.preview.now}</span>
        <span>{standingText(write, writingTexts.preview.blank)}</span>
        <span className={styles.label}>{writingTexts.preview.then}</span>
        <span className={styles.then}>{isFormula ? `${value}\u3000${then.content}` : value}</span>
        {contradicts === null ? null : (
          <span className={styles.caution}>
            {writingTexts.preview.contradicts(contradicts.sheet, contradicts.cell)}
          </span>
        )}
      </div>
    </li>
  );
}
