/** Explanations of what is not found any more: kept, greyed, until the user removes them. */
import { Button } from '@fluentui/react-components';
import type { WorkbookReport } from '../../../application/report/report';
import { keyOf } from '../../../domain/submission/kept';
import type { Explanation } from '../../../domain/submission/kept';
import { explainedThing, explainingTexts } from '../../../wording/explaining';
import { visibleText } from '../../../wording/visibleText';
import { Disclosure } from '../../parts/Disclosure';
import { LinkButton } from '../../parts/LinkButton';
import { usePane, usePaneState } from '../../PaneContext';
import { unitInSight } from '../../state/paneState';
import type { UnitChoice } from '../../state/paneState';
import { explainingOf } from './ExplainControl';
import { useGoneStyles } from './goneStyles';

export function GoneExplanations({ report }: { readonly report: WorkbookReport }) {
  const styles = useGoneStyles();
  const shared = usePane();
  const { units, busy } = usePaneState();
  const { language } = shared;
  const words = explainingTexts(language);
  const gone = goneInSight(report, units);
  if (gone.length === 0) return null;
  const remove = (explanations: readonly Explanation[]) => {
    if (busy === null) void explainingOf(shared).remove(explanations);
  };
  return (
    <Disclosure title={words.gone(gone.length)} initially="closed">
      <div className={styles.list}>{words.goneHint}</div>
      <ul className={styles.list}>
        {gone.map((explanation) => {
          const thing = explainedThing(explanation, language);
          const colon = language === 'zh-CN' ? '：' : ': ';
          return (
            <li key={keyOf(explanation)} className={styles.entry}>
              {`${thing}${colon}${visibleText(explanation.text)} `}
              <LinkButton
                name={`${words.remove}${colon}${thing}`}
                onClick={() => {
                  remove([explanation]);
                }}
              >
                {words.remove}
              </LinkButton>
            </li>
          );
        })}
      </ul>
      {gone.length < 2 ? null : (
        <Button
          size="small"
          onClick={() => {
            remove(gone);
          }}
        >
          {words.removeAll}
        </Button>
      )}
    </Disclosure>
  );
}

/** Those of the unit that is looked at; with the list of units those of none of them. */
function goneInSight(report: WorkbookReport, choice: UnitChoice): readonly Explanation[] {
  const { gone } = report.explained;
  if (report.units.length < 2) return gone;
  const unit = unitInSight(report, choice);
  const ids = new Set(report.units.map(({ tables }) => tables.id));
  return gone.filter((one) => (unit === null ? !ids.has(one.unit) : one.unit === unit.tables.id));
}
