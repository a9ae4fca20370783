/** One suspected slip: the cell, its likely value, and folded beneath it what it explains. */
import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import { diagnosisRemark, explanationMessage } from '../../../wording/diagnoses';
import { findingMessage } from '../../../wording/findings';
import { usePane } from '../../PaneContext';
import type { ListEntry } from './listEntry';
import { Disclosure } from '../../parts/Disclosure';
import { useEntryStyles } from './entryStyles';
import { ExplanationActions, ExplanationList } from './Explanations';
import { useInSight } from './useInSight';
import { Icon } from '../../parts/icons';
import { LinkButton } from '../../parts/LinkButton';
import { tiesShown } from './ties';
import { visibleText } from '../../../wording/visibleText';

interface DiagnosisItemProps {
  readonly entry: Extract<ListEntry, { kind: 'diagnosis' }>;
  readonly isSelected: boolean;
  readonly isStop: boolean;
  readonly onVisit: (entry: ListEntry) => void;
}

export const DiagnosisItem = memo(function DiagnosisItem(props: DiagnosisItemProps) {
  const { entry, isSelected, isStop, onVisit } = props;
  const styles = useEntryStyles();
  const { control, texts, language } = usePane();
  const { diagnosis, findings } = entry;
  const { explanations, tied } = diagnosis;
  const inSight = useInSight(isSelected);
  const [best] = explanations;
  if (best === undefined) return null;
  // Explanations that tie stand side by side: none is offered before the others.
  const leading = explanations.slice(0, Math.min(Math.max(tied, 1), tiesShown));
  const others = explanations.slice(leading.length);
  const remark = diagnosisRemark(diagnosis, language);
  const first = best.corrections[0]?.place;
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
        <span className={styles.culprit}>
          <Icon name="culprit" />
        </span>
        <span className={styles.rule}>
          {tied > 1 ? texts.diagnosis.tied : texts.diagnosis.likely}
        </span>
        <span className={styles.place}>
          {tied > 1 || first === undefined ? '' : visibleText(`${first.sheet}!${first.cell}`)}
        </span>
        {tied > 1 ? null : (
          <span className={styles.message}>{explanationMessage(best, diagnosis, language)}</span>
        )}
        {remark === '' ? null : <span className={styles.remark}>{remark}</span>}
      </button>
      {tied > 1 ? (
        <div className={styles.folded}>
          <ExplanationList explanations={leading} diagnosis={diagnosis} />
        </div>
      ) : (
        <ExplanationActions explanation={best} />
      )}
      <div className={styles.folded}>
        {others.length === 0 ? null : (
          <Disclosure title={texts.diagnosis.others(others.length)} initially="closed">
            <ExplanationList explanations={others} diagnosis={diagnosis} />
          </Disclosure>
        )}
        <Disclosure title={texts.diagnosis.explained(findings.length)} initially="closed">
          <ul className={styles.plain}>
            {findings.map((finding) => {
              const [cell] = finding.cells;
              const message = findingMessage(finding, language);
              return (
                <li key={finding.id}>
                  {cell === undefined ? (
                    message
                  ) : (
                    <LinkButton onClick={() => void control.goTo({ sheet: finding.sheet, cell })}>
                      {message}
                    </LinkButton>
                  )}
                </li>
              );
            })}
          </ul>
        </Disclosure>
      </div>
    </div>
  );
});
