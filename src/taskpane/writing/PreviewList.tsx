/**
 * What would be written: cell, now, then, why; each can be chosen; nothing is written before the click.
 * What is chosen beforehand comes first, the rest is folded by the reason for which it is not.
 */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { WriteReason } from '../../domain/fill/plannedWrite';
import { usePane, usePaneState } from '../PaneContext';
import { useWritingTexts } from './useWritingTexts';
import type { Preview } from '../state/paneState';
import { Disclosure } from '../parts/Disclosure';
import { BlockedList } from './BlockedList';
import { allChosen, toggled } from './choosing';
import { WriteRows } from './WriteRows';

const useStyles = makeStyles({
  title: { margin: 0 },
  bar: {
    order: 1,
    zIndex: 1,
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
  hint: { color: tokens.colorNeutralForeground2 },
  why: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  choose: { flexShrink: 0 },
});

export function PreviewList({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const { writing } = usePane();
  const writingTexts = useWritingTexts();
  const { busy } = usePaneState();
  const { plan, chosen, command } = preview;
  // Rows stay where they are while they are chosen and unchosen.
  const [shown, setShown] = useState({ plan, first: chosen });
  if (shown.plan !== plan) setShown({ plan, first: chosen });
  const { first } = shown;
  const texts = writingTexts.preview;
  const toggle = (index: number) => {
    writing.choose(toggled(plan.writes, chosen, index));
  };
  const rest = byReason(plan.writes.map(({ why }, at) => (first.has(at) ? null : why)));
  const rows = { plan, chosen, onToggle: toggle };
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
            writing.choose(allChosen(plan.writes, chosen));
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
      {/* Stands below the list, and comes before it with the tab key. */}
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
      {plan.blocked.length === 0 ? null : <BlockedList blocked={plan.blocked} />}
      {first.size === 0 ? null : (
        <WriteRows {...rows} indices={[...first].sort((a, b) => a - b)} reasons="shown" />
      )}
      {rest.map(([why, indices], at) => (
        <Disclosure
          key={why}
          title={texts.notChosen(
            why === 'withoutUnit' ? texts.otherUnit : writingTexts.reasons[why],
            indices.length,
          )}
          initially={first.size === 0 && at === 0 ? 'open' : 'closed'}
        >
          <div className={styles.why}>
            <Text size={200}>{writingTexts.whyNotChosen[why]}</Text>
            {indices.some((index) => plan.writes[index]?.choice !== null) ? null : (
              <Button
                size="small"
                className={styles.choose}
                onClick={() => {
                  writing.choose(new Set([...chosen, ...indices]));
                }}
              >
                {texts.choose}
              </Button>
            )}
          </div>
          <WriteRows
            {...rows}
            indices={indices}
            reasons={why === 'withoutUnit' ? 'shown' : 'above'}
          />
        </Disclosure>
      ))}
      <Text size={200} className={styles.hint}>
        {texts.kept}
      </Text>
    </>
  );
}

/** What is wrong before what may as well stay. */
const byNeed: readonly WriteReason[] = [
  'stale',
  'typedOver',
  'wrongRange',
  'error',
  'blank',
  'proposal',
  'heading',
  'withoutUnit',
  'converted',
  'textNumber',
  'rounded',
  'typed',
];

/** Indices by reason; null is left out. */
function byReason(reasons: readonly (WriteReason | null)[]): [WriteReason, number[]][] {
  const groups = new Map<WriteReason, number[]>();
  reasons.forEach((why, index) => {
    if (why === null) return;
    // The two ways to take one text stand beside each other.
    const group = why === 'converted' ? 'withoutUnit' : why;
    groups.set(group, [...(groups.get(group) ?? []), index]);
  });
  return [...groups].sort(([a], [b]) => byNeed.indexOf(a) - byNeed.indexOf(b));
}
