/** Explanations of what is not found any more, where they are only shown: those that a unit's file carries. */
import { keyOf } from '../../../domain/submission/kept';
import type { Explanation } from '../../../domain/submission/kept';
import { explainedThing, explainingTexts } from '../../../wording/explaining';
import { visibleText } from '../../../wording/visibleText';
import { Disclosure } from '../../parts/Disclosure';
import { usePane } from '../../PaneContext';
import { useGoneStyles } from './goneStyles';

interface GoneHereProps {
  readonly gone: readonly Explanation[];
  /** Id of the unit's return; one that was written for another is told with its name. */
  readonly unit: string;
}

export function GoneHere({ gone, unit }: GoneHereProps) {
  const styles = useGoneStyles();
  const { language } = usePane();
  const words = explainingTexts(language);
  if (gone.length === 0) return null;
  const colon = language === 'zh-CN' ? '：' : ': ';
  return (
    <Disclosure title={words.gone(gone.length)} initially="closed">
      <div className={styles.list}>{words.goneShown}</div>
      <ul className={styles.list}>
        {gone.map((one) => (
          <li key={keyOf(one)} className={styles.entry}>
            {one.unit === unit ? '' : `${visibleText(one.unit)} · `}
            {explainedThing(one, language)}
            {colon}
            {visibleText(one.text)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
