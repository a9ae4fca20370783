/** What a corrected file changes in a result, before it is written: each figure before and after. */
import { Button, Text, makeStyles } from '@fluentui/react-components';
import type { ReplacedFigure, Replacement } from '../../application/consolidation/replaceUnit';
import type { Amount } from '../../domain/amount';
import { formatAmount } from '../../domain/amount';
import { groupDigits } from '../../wording/language';
import { shortName } from '../../wording/setFindings';
import { blockName, formName, measureName, unitName } from '../../wording/terms';
import { visibleText } from '../../wording/visibleText';
import { useGrowing } from '../check/list/useGrowing';
import { usePane, usePaneState } from '../PaneContext';
import { StickyBar } from '../parts/StickyBar';
import { usePageStyles } from './pageStyles';
import { useConsolidation } from './useConsolidation';

const useStyles = makeStyles({ write: { flexGrow: 1, minWidth: 0 } });

interface ReplacePreviewProps {
  readonly plan: Replacement;
  /** Of the corrected file's own check. */
  readonly errors: number;
}

export function ReplacePreview({ plan, errors }: ReplacePreviewProps) {
  const styles = usePageStyles();
  const own = useStyles();
  const { texts, language } = usePane();
  const { busy } = usePaneState();
  const { consolidate, words } = useConsolidation();
  const { unit, figures, changes, fileBefore, sheets, currencyUnit } = plan;
  const { shown, next, rest, end, showMore } = useGrowing(figures.length);
  const after = unit.source.kind === 'file' ? unit.source.file : '';
  const isAble = busy === null && changes.length > 0;
  return (
    <>
      <Text as="h1" size={400} weight="semibold" className={styles.heading}>
        {words.replace.title}
      </Text>
      <Text size={200}>
        {words.replace.of(
          shortName(unit.name, language),
          visibleText(fileBefore),
          visibleText(after),
        )}
      </Text>
      <Text size={200} className={styles.quiet}>
        {`${words.replace.sheets(sheets.map(visibleText))} · ${unitName(currencyUnit, language)}`}
      </Text>
      {errors === 0 ? null : (
        <Text size={200} role="alert" className={styles.notWhole}>
          {words.replace.errors(errors)}
        </Text>
      )}
      <Text as="h2" size={300} weight="semibold" className={styles.heading}>
        {figures.length === 0 ? words.replace.same : words.replace.figures(figures.length)}
      </Text>
      <ul className={styles.cards}>
        {figures.slice(0, shown).map((figure) => (
          <Difference
            key={[figure.form, figure.line, figure.block, figure.measure].join()}
            figure={figure}
          />
        ))}
      </ul>
      {rest === 0 ? null : (
        <div ref={end}>
          <Button onClick={showMore}>{texts.list.more(next, rest)}</Button>
        </div>
      )}
      <StickyBar place="here">
        <Button
          appearance="primary"
          className={own.write}
          disabledFocusable={!isAble}
          onClick={() => {
            if (isAble) void consolidate.replace();
          }}
        >
          {words.replace.write(changes.length)}
        </Button>
        <Button onClick={consolidate.closeUnit}>{words.preview.back}</Button>
      </StickyBar>
    </>
  );
}

function Difference({ figure }: { readonly figure: ReplacedFigure }) {
  const styles = usePageStyles();
  const { language } = usePane();
  const { words } = useConsolidation();
  const { form, label, block, measure, before, after } = figure;
  const text = (amount: Amount | null) =>
    amount === null ? words.replace.blank : groupDigits(formatAmount(amount));
  return (
    <li className={styles.row}>
      <Text size={200}>
        {[
          formName(form, language),
          visibleText(label),
          blockName(block, language),
          measureName(measure, language),
        ].join(' · ')}
      </Text>
      <Text size={200} className={styles.figures}>{`${text(before)} → ${text(after)}`}</Text>
    </li>
  );
}
