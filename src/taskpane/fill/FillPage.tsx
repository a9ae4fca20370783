/**
 * 填报: new tables, and the totals of those that are there. The part that the workbook needs, or that
 * was asked for, stands open; the other is one click away.
 */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { usePaneState } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { lastReport } from '../state/paneState';
import type { FillPart, PaneState } from '../state/paneState';
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
};

export function FillPage() {
  const styles = useStyles();
  const texts = useWritingTexts();
  const open = openPart(usePaneState());
  const folded = open === 'totals' ? 'template' : 'totals';
  const titles = { totals: texts.fill.title, template: texts.template.title };
  const [Open, Folded] = [parts[open], parts[folded]];
  return (
    <>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>
        {titles[open]}
      </Text>
      <div className={styles.part}>
        <Open />
      </div>
      <div className={styles.other}>
        <Disclosure key={folded} title={titles[folded]} initially="closed">
          <div className={styles.part}>
            <Folded />
          </div>
        </Disclosure>
      </div>
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
