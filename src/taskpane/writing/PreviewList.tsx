/**
 * What would be written: cell, now, then, why; each can be chosen, and what belongs together as a whole;
 * nothing is written before the click. What is chosen beforehand comes first; what cannot be written and
 * what is not chosen is folded by its reason.
 */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChangeReason } from '../../domain/fill/plannedChange';
import { usePane, usePaneState } from '../PaneContext';
import type { WritingTexts } from '../../wording/paneWriting';
import { useWritingTexts } from './useWritingTexts';
import type { Preview } from '../state/paneState';
import { Disclosure } from '../parts/Disclosure';
import { narrow } from '../parts/narrow';
import { StickyBar } from '../parts/StickyBar';
import { ActItem } from './ActItem';
import { BlockedList } from './BlockedList';
import { actToggled, allChosen, isActChosen, toggled } from './choosing';
import { WriteRows } from './WriteRows';

const useStyles = makeStyles({
  title: { margin: 0 },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
  count: { flexGrow: 1, [narrow]: { flexBasis: '100%' } },
  small: { minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
  why: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  choose: { flexShrink: 0 },
  acts: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

/** Where what holds a row back is not what it would be changed for. */
const foldTitles: Partial<Record<ChangeReason, (texts: WritingTexts['preview']) => string>> = {
  // A cell that is wholly blank is chosen.
  blank: ({ signForBlank }) => signForBlank,
  withoutUnit: ({ otherUnit }) => otherUnit,
};

export function PreviewList({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const { writing } = usePane();
  const writingTexts = useWritingTexts();
  const { busy } = usePaneState();
  const { plan, acts, chosen, command } = preview;
  // Rows stay where they are while they are chosen and unchosen.
  const [shown, setShown] = useState({ plan, first: chosen });
  if (shown.plan !== plan) setShown({ plan, first: chosen });
  const { first } = shown;
  const texts = writingTexts.preview;
  const toggle = (index: number) => {
    writing.choose(toggled(plan.changes, chosen, index));
  };
  const ofActs = new Set(acts.flatMap(({ writes }) => writes));
  const single = [...first].filter((at) => !ofActs.has(at)).sort((a, b) => a - b);
  const rest = byReason(
    plan.changes.map(({ why }, at) => (first.has(at) || ofActs.has(at) ? null : why)),
  );
  const isNothingChosen = first.size === 0;
  const choosable =
    acts.filter(({ blocked }) => blocked === 0).length + plan.changes.length - ofActs.size;
  const rows = { plan, chosen, onToggle: toggle };
  return (
    <>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>
        {writingTexts[command].title}
      </Text>
      <div className={styles.tools}>
        <Text size={200} className={styles.count}>
          {texts.chosen(chosen.size, plan.changes.length)}
        </Text>
        {choosable < 2 ? null : (
          <>
            <Button
              size="small"
              appearance="subtle"
              className={styles.small}
              onClick={() => {
                writing.choose(allChosen(plan.changes, acts, chosen));
              }}
            >
              {texts.selectAll}
            </Button>
            <Button
              size="small"
              appearance="subtle"
              className={styles.small}
              onClick={() => {
                writing.choose(new Set());
              }}
            >
              {texts.selectNone}
            </Button>
          </>
        )}
      </div>
      {/* Stands below the list, and comes before it with the tab key. */}
      <StickyBar place="last">
        <Button
          appearance="primary"
          disabledFocusable={chosen.size === 0 || busy !== null}
          onClick={() => void writing.write()}
        >
          {texts.write(chosen.size)}
        </Button>
        <Button onClick={writing.cancel}>{texts.cancel}</Button>
      </StickyBar>
      {acts.length === 0 ? null : (
        <ul className={styles.acts}>
          {acts.map((act, at) => (
            <ActItem
              key={at}
              act={act}
              plan={plan}
              isChosen={isActChosen(act, chosen)}
              onToggle={() => {
                writing.choose(actToggled(act, acts, chosen));
              }}
            />
          ))}
        </ul>
      )}
      {single.length === 0 ? null : <WriteRows {...rows} indices={single} reasons="shown" />}
      <BlockedList blocked={plan.blocked} initially={isNothingChosen ? 'open' : 'closed'} />
      {rest.map(([why, indices], at) => (
        <Disclosure
          key={why}
          title={texts.notChosen(
            foldTitles[why]?.(texts) ?? writingTexts.reasons[why],
            indices.length,
          )}
          initially={isNothingChosen && plan.blocked.length + at === 0 ? 'open' : 'closed'}
        >
          <div className={styles.why}>
            <Text size={200}>{writingTexts.whyNotChosen[why]}</Text>
            {indices.some((index) => plan.changes[index]?.choice !== null) ? null : (
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
const byNeed: readonly ChangeReason[] = [
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
function byReason(reasons: readonly (ChangeReason | null)[]): [ChangeReason, number[]][] {
  const groups = new Map<ChangeReason, number[]>();
  reasons.forEach((why, index) => {
    if (why === null) return;
    // The two ways to take one text stand beside each other.
    const group = why === 'converted' ? 'withoutUnit' : why;
    groups.set(group, [...(groups.get(group) ?? []), index]);
  });
  return [...groups].sort(([a], [b]) => byNeed.indexOf(a) - byNeed.indexOf(b));
}
