/**
 * 填报: new tables, the totals of those that are there, and their rounding. The part that the workbook
 * needs, or that was asked for, stands open; the others are one click away.
 */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { usePaneState } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { lastReport } from '../state/paneState';
import type { FillPart, PaneState } from '../state/paneState';
import { RoundingPart } from '../rounding/RoundingPart';
import { TemplatePart } from '../template/TemplatePart';
import { UndoPanel } from '../writing/UndoPanel';
import { useWritingTexts } from '../writing/useWritingTexts';
import { TotalsPart } from './TotalsPart';

const useStyles = makeStyles({
  title: { margin: 0 },
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalM,
  },
  other: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalS,
  },
});

const parts: Readonly<Record<FillPart, ComponentType>> = {
  totals: TotalsPart,
  template: TemplatePart,
  rounding: RoundingPart,
};

const order: readonly FillPart[] = ['totals', 'template', 'rounding'];

export function FillPage() {
  const styles = useStyles();
  const texts = useWritingTexts();
  const open = openPart(usePaneState());
  const titles = {
    totals: texts.fill.title,
    template: texts.template.title,
    rounding: texts.rounding.title,
  };
  const Open = parts[open];
  return (
    <>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>
        {titles[open]}
      </Text>
      <div className={styles.part}>
        <Open />
      </div>
      {order.map((part) => {
        const Folded = parts[part];
        return part === open ? null : (
          <div key={part} className={styles.other}>
            <Disclosure title={titles[part]} initially="closed">
              <div className={styles.part}>
                <Folded />
              </div>
            </Disclosure>
          </div>
        );
      })}
      <UndoPanel />
    </>
  );
}

/** Without a table there are no totals to be filled. */
function openPart({ fillPart, check, notice }: PaneState): FillPart {
  if (fillPart !== null) return fillPart;
  const hasNone =
    lastReport(check)?.units.length === 0 ||
    (notice?.kind === 'done' && notice.deed.kind === 'noTable');
  return hasNone ? 'template' : 'totals';
}
