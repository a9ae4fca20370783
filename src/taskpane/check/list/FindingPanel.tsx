/** The findings with what goes with them: filters, next and previous, the list as text. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReportItem } from '../../../application/report/items';
import type { WorkbookReport } from '../../../application/report/report';
import { findingsOf } from '../../../application/report/report';
import type { Finding } from '../../../domain/finding';
import { usePane, usePaneState } from '../../PaneContext';
import { CopyText } from './CopyText';
import { FindingFilters } from './FindingFilters';
import { FindingList } from './FindingList';
import { placeOfItem } from './itemPlace';
import { FindingTools } from './FindingTools';
import { copyText } from './clipboard';
import { copiedText } from './copiedText';
import { itemsIn, listSections, passesFilter } from './sections';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

export function FindingPanel({ report }: { readonly report: WorkbookReport }) {
  const styles = useStyles();
  const { control, texts, language } = usePane();
  const { filter, preferences, selected, selectedAt } = usePaneState();
  const [copied, setCopied] = useState<string | null>(null);
  const [choices, setChoices] = useState<'shown' | 'hidden'>('hidden');
  const { grouping } = preferences;
  const sections = useMemo(
    () => listSections(report, filter, grouping),
    [report, filter, grouping],
  );
  const items = useMemo(() => itemsIn(sections), [sections]);
  const findings = findingsOf(report);
  const at = items.findIndex(({ key }) => key === selected);

  const step = (by: 1 | -1) => {
    const { length } = items;
    // After the last one was corrected another one stands in its place.
    const place = at >= 0 ? at + by : by > 0 ? Math.max(selectedAt, 0) : selectedAt - 1;
    const index = place >= 0 ? place % length : length - 1;
    const next = items[index];
    if (next !== undefined) void control.visit(next.key, placeOfItem(next), index);
  };
  useSteppingKeys(step);

  const copy = async () => {
    const isShown = (finding: Finding) => passesFilter(finding, filter);
    const text = copiedText({ report, isShown, round: preferences.round }, texts, language);
    const done = await copyText(text);
    setCopied(done ? null : text);
    if (done)
      control.store.send({
        type: 'done',
        deed: { kind: 'copied', findings: findings.filter(isShown).length },
      });
  };

  // The same while the list is: entries that are not concerned are not drawn again.
  const visit = useCallback(
    (item: ReportItem) => void control.visit(item.key, placeOfItem(item), items.indexOf(item)),
    [control, items],
  );

  if (findings.length === 0) return null;
  return (
    <section className={styles.panel} aria-label={texts.list.title}>
      <FindingTools
        choices={choices}
        onChoices={setChoices}
        at={at}
        total={items.length}
        onStep={step}
        onCopy={() => void copy()}
      />
      {copied === null ? null : (
        <CopyText
          text={copied}
          onClose={() => {
            setCopied(null);
          }}
        />
      )}
      <FindingFilters findings={findings} choices={choices} />
      <FindingList sections={sections} at={at} onVisit={visit} />
    </section>
  );
}

/** F8 and Shift+F8 anywhere in the pane. */
function useSteppingKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  });
}
