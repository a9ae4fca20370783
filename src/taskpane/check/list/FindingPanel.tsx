/** The findings with what goes with them: filters, next and previous, the list as text. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CheckReport } from '../../../application/checkWorkbook';
import { usePane, usePaneState } from '../../PaneContext';
import { entriesOf, listSections, passesFilter } from './findingList';
import type { ListEntry } from './listEntry';
import { CopyText } from './CopyText';
import { FindingFilters } from './FindingFilters';
import { FindingList } from './FindingList';
import { FindingTools } from './FindingTools';
import { copyText, findingsAsText } from './findingsAsText';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

export function FindingPanel({ report }: { readonly report: CheckReport }) {
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
  const entries = useMemo(() => entriesOf(sections), [sections]);
  const at = entries.findIndex((entry) => entry.key === selected);

  const step = (by: 1 | -1) => {
    const { length } = entries;
    // After the last one was corrected another one stands in its place.
    const place = at >= 0 ? at + by : by > 0 ? Math.max(selectedAt, 0) : selectedAt - 1;
    const index = place >= 0 ? place % length : length - 1;
    const next = entries[index];
    if (next !== undefined) void control.visit(next, index);
  };
  useSteppingKeys(step);

  const copy = async () => {
    const shown = report.findings.filter((finding) => passesFilter(finding, filter));
    const text = findingsAsText({ report, shown, round: preferences.round }, texts, language);
    const done = await copyText(text);
    setCopied(done ? null : text);
    if (done)
      control.store.send({ type: 'done', deed: { kind: 'copied', findings: shown.length } });
  };

  // The same while the list is: entries that are not concerned are not drawn again.
  const visit = useCallback(
    (entry: ListEntry) => void control.visit(entry, entries.indexOf(entry)),
    [control, entries],
  );

  if (report.findings.length === 0) return null;
  return (
    <section className={styles.panel} aria-label={texts.list.title}>
      <FindingTools
        choices={choices}
        onChoices={setChoices}
        at={at}
        total={entries.length}
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
      <FindingFilters findings={report.findings} choices={choices} />
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
