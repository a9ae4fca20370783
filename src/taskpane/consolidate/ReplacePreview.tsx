/** What a corrected file changes in a result, before it is written: each figure before and after. */
import { Button, Text, makeStyles } from '@fluentui/react-components';
import type { Replacement } from '../../application/consolidation/replaceUnit';
import type { ReplacedFigure } from '../../application/consolidation/replacing';
import { untoldOf } from '../../application/consolidation/judgeGiven';
import type { Amount } from '../../domain/amount';
import { formatAmount } from '../../domain/amount';
import { groupDigits } from '../../wording/language';
import { setFindingMessage, shortName } from '../../wording/setFindings';
import { blockName, formName, measureName, ruleName, unitName } from '../../wording/terms';
import { visibleText } from '../../wording/visibleText';
import { MoreRows } from '../parts/MoreRows';
import { useGrowing } from '../parts/useGrowing';
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
  const { language } = usePane();
  const { busy } = usePaneState();
  const { consolidate, state, words } = useConsolidation();
  const { unit, figures, way, fileBefore, sheets, currencyUnit } = plan;
  const { writing } = state;
  const growing = useGrowing(figures.length);
  const after = unit.source.kind === 'file' ? unit.source.file : '';
  const isAble = busy === null && (way.kind === 'anew' || way.changes.length > 0);
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
      {state.remark?.kind === 'resultChanged' ? (
        <Text size={200} role="alert" className={styles.notWhole}>
          {words.replace.resultChanged}
        </Text>
      ) : null}
      <Beside plan={plan} />
      <Text as="h2" size={300} weight="semibold" className={styles.heading}>
        {figures.length === 0 ? words.replace.same : words.replace.figures(figures.length)}
      </Text>
      <ul className={styles.cards}>
        {figures.slice(0, growing.shown).map((figure) => (
          <Difference
            key={[figure.form, figure.line, figure.block, figure.measure].join()}
            figure={figure}
          />
        ))}
      </ul>
      <MoreRows growing={growing} size="medium" />
      <StickyBar place="here">
        <Button
          appearance="primary"
          className={own.write}
          disabledFocusable={!isAble}
          onClick={() => {
            if (isAble) void consolidate.replace();
          }}
        >
          {way.kind === 'anew' ? words.replace.writeAnew : words.replace.write(way.changes.length)}
        </Button>
        {writing === null ? (
          <Button onClick={consolidate.closeUnit}>{words.preview.back}</Button>
        ) : (
          <Button onClick={consolidate.stop}>{words.reading.stop}</Button>
        )}
      </StickyBar>
    </>
  );
}

/** What is to be known besides the figures. */
function Beside({ plan }: { readonly plan: Replacement }) {
  const styles = usePageStyles();
  const { language } = usePane();
  const { words } = useConsolidation();
  const { unit, remarks, notes, way } = plan;
  const untold = untoldOf({ unit }).flatMap(({ sheet, cells }) =>
    cells.map((cell) => visibleText(`${sheet}!${cell}`)),
  );
  return (
    <>
      {untold.length === 0 ? null : (
        <Text size={200} role="alert" className={styles.notWhole}>
          {words.replace.untold(untold.join(language === 'zh-CN' ? '、' : ', '))}
        </Text>
      )}
      {remarks.findings.map((finding) => (
        <Text key={finding.id} size={200}>
          {`${ruleName(finding.rule, language)}${language === 'zh-CN' ? '：' : ': '}${setFindingMessage(finding, remarks.judgement, language, 'pane')}`}
        </Text>
      ))}
      {way.kind === 'anew' ? <Text size={200}>{words.replace.anew(way.lines)}</Text> : null}
      <Text size={200} className={notes === 'updated' ? styles.quiet : styles.notWhole}>
        {words.replace.notes[notes]}
      </Text>
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
