/** What would be written: cell, now, then, why; each can be chosen; nothing is written before the click. */
import { Button, Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { BlockedWrite, PlannedWrite } from '../../domain/fill/plannedWrite';
import { groupDigits } from '../../wording/language';
import { placeName } from '../../wording/terms';
import { usePane, usePaneState } from '../PaneContext';
import { useWritingTexts } from './useWritingTexts';
import type { Preview } from '../state/paneState';
import { Disclosure } from './Disclosure';
import { LinkButton } from './LinkButton';
import { standingText } from './standingText';

/** How many cells are shown at a time. */
const step = 80;

const useStyles = makeStyles({
  title: { margin: 0 },
  bar: {
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tools: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  count: { flexGrow: 1 },
  writes: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
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
  hint: { color: tokens.colorNeutralForeground2 },
});

export function PreviewList({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const { writing } = usePane();
  const writingTexts = useWritingTexts();
  const { busy } = usePaneState();
  const [shown, setShown] = useState(step);
  const { plan, chosen, command } = preview;
  const texts = writingTexts.preview;
  const rest = plan.writes.length - shown;
  const toggle = (index: number) => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    writing.choose(next);
  };
  return (
    <>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>
        {writingTexts[command].title}
      </Text>
      <div className={styles.tools}>
        <Text size={200} className={styles.count}>
          {texts.chosen(chosen.size, plan.writes.length)}
        </Text>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            writing.choose(new Set(plan.writes.keys()));
          }}
        >
          {texts.selectAll}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            writing.choose(new Set());
          }}
        >
          {texts.selectNone}
        </Button>
      </div>
      {plan.blocked.length === 0 ? null : (
        <Disclosure title={texts.blocked(plan.blocked.length)} initially="open" tone="warning">
          <ul className={styles.writes}>
            {plan.blocked.map((blocked) => (
              <BlockedItem key={`${blocked.place.sheet}!${blocked.place.cell}`} blocked={blocked} />
            ))}
          </ul>
        </Disclosure>
      )}
      <ul className={styles.writes}>
        {plan.writes.slice(0, shown).map((write, index) => (
          <WriteItem
            key={`${write.place.sheet}!${write.place.cell}`}
            write={write}
            isChosen={chosen.has(index)}
            onToggle={() => {
              toggle(index);
            }}
          />
        ))}
      </ul>
      {rest > 0 ? (
        <Button
          onClick={() => {
            setShown(shown + step);
          }}
        >
          {texts.more(Math.min(step, rest), rest)}
        </Button>
      ) : null}
      <Text size={200} className={styles.hint}>
        {texts.kept}
      </Text>
      <div className={styles.bar}>
        <Button
          appearance="primary"
          disabledFocusable={chosen.size === 0 || busy !== null}
          onClick={() => void writing.write()}
        >
          {texts.write(chosen.size)}
        </Button>
        <Button onClick={writing.cancel}>{texts.cancel}</Button>
      </div>
    </>
  );
}

interface WriteItemProps {
  readonly write: PlannedWrite;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function WriteItem({ write, isChosen, onToggle }: WriteItemProps) {
  const styles = useStyles();
  const { control, language } = usePane();
  const writingTexts = useWritingTexts();
  const { place, now, then, why } = write;
  const name = `${place.sheet} · ${placeName(place, language)}`;
  const value = groupDigits(then.value);
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
          {typeof then.content === 'string' ? `${value}\u3000${then.content}` : value}
        </span>
      </div>
    </li>
  );
}

function BlockedItem({ blocked }: { readonly blocked: BlockedWrite }) {
  const { control, language } = usePane();
  const writingTexts = useWritingTexts();
  const { place, why, cells } = blocked;
  return (
    <li>
      <LinkButton onClick={() => void control.goTo(place)}>
        {`${place.sheet} · ${placeName(place, language)}`}
      </LinkButton>{' '}
      <Text size={200}>{writingTexts.blocked[why](cells.join('、'))}</Text>
    </li>
  );
}
