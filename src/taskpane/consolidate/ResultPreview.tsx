/** The sum before it is written: what it lacks, its totals, how it is called and laid out. */
import {
  Button,
  Field,
  Input,
  ProgressBar,
  Radio,
  RadioGroup,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Suspense, useMemo } from 'react';
import type { Consolidated, ConsolidatedTable } from '../../domain/consolidate/consolidate';
import { formatAmount } from '../../domain/amount';
import { overviewOfSum } from '../../domain/overview/overview';
import { budgetBlocks, measures } from '../../domain/forms/terms';
import { groupDigits } from '../../wording/language';
import { blockName, editionName, formName, measureName, unitName } from '../../wording/terms';
import { overviewTexts } from '../../wording/overview';
import { LazySumOverview } from '../check/overview/lazyOverview';
import { usePane, usePaneState } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { StickyBar } from '../parts/StickyBar';
import { narrow } from '../parts/narrow';
import { resultName } from './resultName';
import { usePageStyles } from './pageStyles';
import { useConsolidation } from './useConsolidation';
import { lackTexts } from './wholeness';

const useStyles = makeStyles({
  title: { margin: 0 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    '& caption': { textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
    '& th': { fontWeight: 'normal', textAlign: 'left', color: tokens.colorNeutralForeground2 },
    '& thead th': { textAlign: 'right' },
    '& th, & td': {
      paddingTop: tokens.spacingVerticalXXS,
      paddingBottom: tokens.spacingVerticalXXS,
      paddingRight: 0,
      verticalAlign: 'bottom',
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  figure: { textAlign: 'right', paddingLeft: tokens.spacingHorizontalXS },
  // Six decimals in three columns need small letters where the pane is narrow.
  amount: { '@media (max-width: 400px)': { fontSize: tokens.fontSizeBase100 } },
  strong: { fontWeight: tokens.fontWeightSemibold },
  // As wide as the longest word of a measure's name.
  measure: { width: '44px', ':lang(en)': { width: '54px' } },
  // In the narrowest panes a measure's figures stand under each other, each with its budget.
  stacked: {
    [narrow]: {
      display: 'block',
      '& caption, & tbody, & tr': { display: 'block' },
      '& thead': { display: 'none' },
      '& tbody th': { display: 'block', borderBottom: 0 },
      '& td': { display: 'flex', columnGap: tokens.spacingHorizontalS, textAlign: 'right' },
      '& td::before': { content: 'attr(data-block)', flexGrow: 1, textAlign: 'left' },
    },
  },
  write: { flexGrow: 1, minWidth: 0 },
});

export function ResultPreview({ result }: { readonly result: Consolidated }) {
  const styles = useStyles();
  const { quiet, notWhole } = usePageStyles();
  const { language } = usePane();
  const { state, words } = useConsolidation();
  const lacks = state.judged === null ? [] : lackTexts(state.judged.shortfall, words);
  const of = [
    words.preview.of(result.units.length),
    ...(result.fiscalYear === null ? [] : [String(result.fiscalYear)]),
    unitName(result.currencyUnit, language),
    editionName(result.edition, language),
  ];
  return (
    <>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>
        {words.preview.title}
      </Text>
      <Text size={200} className={quiet}>
        {of.join(' · ')}
      </Text>
      {lacks.length === 0 ? null : (
        <Text size={300} weight="semibold" role="alert" className={notWhole}>
          {`${words.preview.lacking}${lacks.join(' · ')}`}
        </Text>
      )}
      {[...result.tables.values()].map((table) => (
        <Totals key={table.form} table={table} />
      ))}
      <Disclosure title={overviewTexts(language).title} initially="closed">
        <Suspense fallback={null}>
          <SumOverview result={result} />
        </Suspense>
      </Disclosure>
      <ResultChoices />
      <Text size={200} className={quiet}>
        {words.preview.sheets(result.contributions.length)}
      </Text>
      <WriteBar isWhole={lacks.length === 0} />
    </>
  );
}

function SumOverview({ result }: { readonly result: Consolidated }) {
  const tables = useMemo(() => overviewOfSum(result), [result]);
  return <LazySumOverview tables={tables} />;
}

/** Measures down, budgets across: so it fits the narrowest pane. */
function Totals({ table }: { readonly table: ConsolidatedTable }) {
  const styles = useStyles();
  const { language } = usePane();
  return (
    <table className={mergeClasses(styles.table, styles.stacked)}>
      <caption>{formName(table.form, language)}</caption>
      <thead>
        <tr>
          <td className={styles.measure} />
          {budgetBlocks.map((block) => (
            <th key={block} scope="col" className={styles.figure}>
              {blockName(block, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure}>
            <th scope="row">{measureName(measure, language)}</th>
            {budgetBlocks.map((block) => {
              const amount = table.total[block][measure];
              return (
                <td
                  key={block}
                  data-block={blockName(block, language)}
                  className={mergeClasses(
                    styles.figure,
                    styles.amount,
                    block === 'total' && styles.strong,
                  )}
                >
                  {amount === null ? '—' : groupDigits(formatAmount(amount))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How the result is called, and whether its inputs are formulas. */
function ResultChoices() {
  const { radios, narrow: narrowInput } = usePageStyles();
  const { language } = usePane();
  const { consolidate, state, words } = useConsolidation();
  const { name, inputs } = state;
  const change = consolidate.chooseResult;
  return (
    <>
      <Field label={words.preview.name} size="small">
        <Input
          size="small"
          className={narrowInput}
          input={{ className: narrowInput }}
          value={name}
          maxLength={200}
          placeholder={resultName({ ...state, name: '' }, language)}
          onChange={(_, { value }) => {
            change({ name: value });
          }}
        />
      </Field>
      <Field
        label={words.preview.inputs}
        size="small"
        {...(inputs === 'values' ? { hint: words.preview.valuesHint } : {})}
      >
        <RadioGroup
          className={radios}
          value={inputs}
          onChange={(_, { value }) => {
            change({ inputs: value === 'values' ? 'values' : 'formulas' });
          }}
        >
          <Radio value="formulas" label={words.preview.formulas} />
          <Radio value="values" label={words.preview.values} />
        </RadioGroup>
      </Field>
    </>
  );
}

function WriteBar({ isWhole }: { readonly isWhole: boolean }) {
  const styles = useStyles();
  const { consolidate, state, words } = useConsolidation();
  const { busy } = usePaneState();
  const { writing } = state;
  return (
    <>
      {writing === null ? null : (
        <>
          <Text size={200} role="status">
            {words.preview.writing(writing.done, writing.of)}
          </Text>
          <ProgressBar value={writing.done} max={writing.of} aria-hidden />
        </>
      )}
      <StickyBar place="here">
        <Button
          appearance="primary"
          className={styles.write}
          disabledFocusable={busy !== null}
          onClick={() => {
            if (busy === null) void consolidate.write();
          }}
        >
          {isWhole ? words.preview.writeAll : words.preview.write}
        </Button>
        <Button onClick={writing === null ? consolidate.closeUnit : consolidate.stop}>
          {writing === null ? words.preview.back : words.reading.stop}
        </Button>
      </StickyBar>
    </>
  );
}
