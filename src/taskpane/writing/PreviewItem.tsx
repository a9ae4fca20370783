/** One cell of a preview: now, then, why; or why it stays as it is. */
import { Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { BlockedWrite, PlannedWrite } from '../../domain/fill/plannedWrite';
import { groupDigits } from '../../wording/language';
import { writtenPlaceName } from '../../wording/terms';
import { usePane } from '../PaneContext';
import { LinkButton } from '../parts/LinkButton';
import { standingText } from './standingText';
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
  then: { fontWeight: tokens.fontWeightSemibold },
});

interface WriteItemProps {
  readonly write: PlannedWrite;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

export function WriteItem({ write, isChosen, onToggle }: WriteItemProps) {
  const styles = useStyles();
  const { control, language } = usePane();
  const writingTexts = useWritingTexts();
  const { place, now, then, why } = write;
  const name = visibleText(`${place.sheet} · ${writtenPlaceName(place, language)}`);
  const value = then.value === '' ? writingTexts.preview.blank : groupDigits(then.value);
  return (
    <li className={styles.write}>
      <Checkbox checked={isChosen} onChange={onToggle} aria-label={name} />
      <div className={styles.facts}>
        <span className={styles.wide}>
          <LinkButton onClick={() => void control.goTo(place)}>{name}</LinkButton>{' '}
          <span className={styles.label}>{writingTexts.reasons[why]}</span>
        </span>
        <span className={styles.label}>{writingTexts.preview.now}</span>
        <span>{standingText(now, writingTexts.preview.blank)}</span>
        <span className={styles.label}>{writingTexts.preview.then}</span>
        <span className={styles.then}>
          {typeof then.content === 'string' && then.content !== ''
            ? `${value}\u3000${then.content}`
            : value}
        </span>
      </div>
    </li>
  );
}

/** One cell that cannot be filled, and why. */
export function BlockedItem({ blocked }: { readonly blocked: BlockedWrite }) {
  const { control, language } = usePane();
  const writingTexts = useWritingTexts();
  const { place, why, cells } = blocked;
  return (
    <li>
      <LinkButton onClick={() => void control.goTo(place)}>
        {visibleText(`${place.sheet} · ${writtenPlaceName(place, language)}`)}
      </LinkButton>{' '}
      <Text size={200}>{writingTexts.blocked[why](cells.join('、'))}</Text>
    </li>
  );
}
