/** One finding: the rule, the cell, the sentence; selected, the figures side by side and what can be done. */
import { Button, mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import { isCorrectable } from '../../../domain/fill/planCorrections';
import type { Finding } from '../../../domain/finding';
import { findingMessage } from '../../../wording/findings';
import { groupDigits } from '../../../wording/language';
import { ruleName, severityName } from '../../../wording/terms';
import { usePane, usePaneState } from '../../PaneContext';
import { judgementOf } from '../../state/paneState';
import { useWritingTexts } from '../../writing/useWritingTexts';
import type { ListEntry } from './listEntry';
import { useEntryStyles } from './entryStyles';
import { useInSight } from './useInSight';
import { SeverityIcon } from '../../parts/SeverityIcon';
import { visibleText } from '../../../wording/visibleText';

interface FindingItemProps {
  readonly entry: Extract<ListEntry, { kind: 'finding' }>;
  readonly isSelected: boolean;
  /** Whether the tab key stops here. */
  readonly isStop: boolean;
  readonly onVisit: (entry: ListEntry) => void;
}

export const FindingItem = memo(function FindingItem(props: FindingItemProps) {
  const { entry, isSelected, isStop, onVisit } = props;
  const styles = useEntryStyles();
  const { texts, language } = usePane();
  const { finding } = entry;
  const inSight = useInSight(isSelected);
  return (
    <div ref={inSight} className={mergeClasses(styles.card, isSelected && styles.selected)}>
      <button
        type="button"
        data-entry
        className={styles.main}
        tabIndex={isStop ? 0 : -1}
        aria-current={isSelected}
        onClick={() => {
          onVisit(entry);
        }}
      >
        <SeverityIcon
          severity={finding.severity}
          label={severityName(finding.severity, language)}
        />
        <span className={styles.rule}>{ruleName(finding.rule, language)}</span>
        <span className={styles.place}>{placeText(finding, texts.list.cells)}</span>
        <span className={styles.message}>{findingMessage(finding, language)}</span>
      </button>
      {isSelected ? <FindingDetails finding={finding} /> : null}
    </div>
  );
});

function placeText({ sheet, cells }: Finding, name: (cells: readonly string[]) => string): string {
  return visibleText(cells.length === 0 ? sheet : `${sheet}!${name(cells)}`);
}

/** What the stated figure is held against: what it should be, a limit, or the other table's total. */
function standardOf({ detail }: Finding): 'computed' | 'limit' | 'table2' {
  switch (detail.kind) {
    case 'comparison':
    case 'ofWhich':
      return 'limit';
    case 'crossTable':
      return 'table2';
    default:
      return 'computed';
  }
}

function FindingDetails({ finding }: { readonly finding: Finding }) {
  const styles = useEntryStyles();
  const { texts, writing, language } = usePane();
  const writingTexts = useWritingTexts();
  const { check, busy } = usePaneState();
  const { stated, computed, difference, rule } = finding;
  const alike = (judgementOf(check)?.report.findings ?? []).filter(
    (other) => other.rule === rule && isCorrectable(other),
  );
  const correct = (findings: readonly Finding[]) => () => void writing.previewCorrections(findings);
  return (
    <>
      {computed === null ? null : (
        <div className={styles.folded}>
          <dl className={styles.figures}>
            <div>
              <dt>{texts.list.stated}</dt>
              <dd>{stated === null ? texts.list.blank : groupDigits(stated)}</dd>
            </div>
            <div>
              <dt>{texts.list[standardOf(finding)]}</dt>
              <dd>{groupDigits(computed)}</dd>
            </div>
            <div>
              <dt>{texts.list.difference}</dt>
              <dd>{difference === null ? '—' : groupDigits(difference).replace('-', '−')}</dd>
            </div>
          </dl>
        </div>
      )}
      {isCorrectable(finding) ? (
        <div className={styles.actions}>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={busy !== null}
            onClick={correct([finding])}
          >
            {writingTexts.correct.one}
          </Button>
          {alike.length > 1 ? (
            <Button size="small" disabledFocusable={busy !== null} onClick={correct(alike)}>
              {writingTexts.correct.all(ruleName(rule, language), alike.length)}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
