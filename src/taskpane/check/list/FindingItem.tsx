/** One finding: the rule, the cell, the sentence; selected, the figures side by side and what can be done. */
import { Button, mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import { comparedFigures } from '../../../application/report/comparedFigures';
import type { FindingItem as Item } from '../../../application/report/items';
import { findingsOf } from '../../../application/report/report';
import { isCorrectable } from '../../../domain/fill/planCorrections';
import type { Finding } from '../../../domain/finding';
import { otherPlaceOf } from '../../../domain/finding';
import { itemMessage, itemName } from '../../../wording/items';
import { groupDigits } from '../../../wording/language';
import { ruleName, severityName } from '../../../wording/terms';
import { usePane, usePaneState } from '../../PaneContext';
import { lastReport } from '../../state/paneState';
import { useWritingTexts } from '../../writing/useWritingTexts';
import { useEntryStyles } from './entryStyles';
import type { ItemProps } from './ItemHead';
import { ItemHead } from './ItemHead';
import { useInSight } from './useInSight';
import { LinkButton } from '../../parts/LinkButton';
import { SeverityIcon } from '../../parts/SeverityIcon';
import { visibleText } from '../../../wording/visibleText';

export const FindingItem = memo(function FindingItem(props: ItemProps<Item>) {
  const { item, isSelected } = props;
  const styles = useEntryStyles();
  const { texts, language } = usePane();
  const { finding } = item;
  const { severity } = finding;
  const inSight = useInSight(isSelected);
  return (
    <div ref={inSight} className={mergeClasses(styles.card, isSelected && styles.selected)}>
      <ItemHead
        {...props}
        picture={<SeverityIcon severity={severity} label={severityName(severity, language)} />}
        name={itemName(item, language)}
        place={placeText(finding, texts.list.cells)}
      >
        <span className={styles.message}>{itemMessage(item, language)}</span>
      </ItemHead>
      {isSelected ? <FindingDetails finding={finding} /> : null}
    </div>
  );
});

function placeText({ sheet, cells }: Finding, name: (cells: readonly string[]) => string): string {
  return visibleText(cells.length === 0 ? sheet : `${sheet}!${name(cells)}`);
}

/** What the figure that it is held against is called: what it should be, a limit, or the other table's. */
function standardName({ detail }: Finding): 'computed' | 'limit' | 'table2' {
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
  const { control, texts, writing, language } = usePane();
  const writingTexts = useWritingTexts();
  const { check, busy } = usePaneState();
  const report = lastReport(check);
  const { rule } = finding;
  const { stated, standard, difference } = comparedFigures(finding);
  const alike = (report === null ? [] : findingsOf(report)).filter(
    (other) => other.rule === rule && isCorrectable(other),
  );
  const other = otherPlaceOf(finding);
  const correct = (findings: readonly Finding[]) => () => void writing.previewCorrections(findings);
  return (
    <>
      {standard === null ? null : (
        <div className={styles.folded}>
          <dl className={styles.figures}>
            <div>
              <dt>{texts.list.stated}</dt>
              <dd>{stated === null ? texts.list.blank : groupDigits(stated)}</dd>
            </div>
            <div>
              <dt>{texts.list[standardName(finding)]}</dt>
              <dd>{groupDigits(standard)}</dd>
            </div>
            <div>
              <dt>{texts.list.difference}</dt>
              <dd>{difference === null ? '—' : groupDigits(difference).replace('-', '−')}</dd>
            </div>
          </dl>
        </div>
      )}
      {other === null ? null : (
        <div className={styles.folded}>
          <LinkButton onClick={() => void control.goTo(other)}>
            {visibleText(`${other.sheet}!${other.cell}`)}
          </LinkButton>
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
