/** The sentences that quote the tables, each copied with one click. */
import { Button, Field, Select, Text, mergeClasses } from '@fluentui/react-components';
import { useMemo, useSyncExternalStore } from 'react';
import type { CurrencyUnit } from '../../domain/forms/terms';
import { reportSentences } from '../../domain/reportText/sentences';
import { reportTextTexts } from '../../wording/paneReportText';
import { sentenceText } from '../../wording/reportText';
import { unitName } from '../../wording/terms';
import { usePane, usePaneState } from '../PaneContext';
import type { QuotedUnit } from './ReportTextControl';
import { reportTextOf } from './ReportTextControl';
import { useReportTextStyles } from './reportTextStyles';
import { useCopied } from './useCopied';

const quotedUnits: readonly CurrencyUnit[] = ['tenThousandYuan', 'hundredMillionYuan'];
const mostDecimals = 6;

export function WrittenSentences({ quoted }: { readonly quoted: QuotedUnit }) {
  const styles = useReportTextStyles();
  const { control, language } = usePane();
  const { preferences } = usePaneState();
  const reportText = reportTextOf(control);
  const { currencyUnit, decimals } = useSyncExternalStore(reportText.subscribe, reportText.get);
  const words = reportTextTexts(language);
  const { copy, said } = useCopied();
  const { unit, before } = quoted;
  const sentences = useMemo(() => {
    const made = reportSentences(unit, preferences.round, { currencyUnit, decimals }, before);
    return made.sentences.map((one) => ({ id: one.id, text: sentenceText(one, made) }));
  }, [unit, before, preferences.round, currencyUnit, decimals]);
  return (
    <section className={styles.part} aria-label={words.write}>
      <Text as="h2" size={300} weight="semibold" className={styles.heading}>
        {words.write}
      </Text>
      <Style />
      {sentences.length === 0 ? <Text size={200}>{words.nothing}</Text> : null}
      {/* The sentences are Chinese in any language of the pane. */}
      <ul className={styles.list} lang="zh-CN">
        {sentences.map(({ id, text }) => (
          <li key={id} className={mergeClasses(styles.card, styles.quotable)}>
            <p className={styles.sentence}>{text}</p>
            <span lang={language}>
              <Button
                size="small"
                aria-label={words.copyNamed(text)}
                onClick={() => {
                  copy(text);
                }}
              >
                {words.copy}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.line}>
        {sentences.length < 2 ? null : (
          <Button
            size="small"
            onClick={() => {
              copy(sentences.map(({ text }) => text).join(''));
            }}
          >
            {words.copyAll}
          </Button>
        )}
        {said}
      </div>
    </section>
  );
}

/** Money unit and decimals of what is written. */
function Style() {
  const styles = useReportTextStyles();
  const { control, language } = usePane();
  const reportText = reportTextOf(control);
  const { currencyUnit, decimals } = useSyncExternalStore(reportText.subscribe, reportText.get);
  const words = reportTextTexts(language);
  return (
    <div className={styles.beside}>
      <Field label={words.currency} size="small">
        <Select
          size="small"
          value={currencyUnit}
          select={{ className: styles.select }}
          onChange={(_, { value }) => {
            const chosen = quotedUnits.find((one) => one === value);
            if (chosen !== undefined) reportText.choose({ currencyUnit: chosen });
          }}
        >
          {quotedUnits.map((one) => (
            <option key={one} value={one}>
              {unitName(one, language)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.decimals} size="small">
        <Select
          size="small"
          value={String(decimals)}
          select={{ className: styles.select }}
          onChange={(_, { value }) => {
            reportText.choose({ decimals: Number(value) });
          }}
        >
          {Array.from({ length: mostDecimals + 1 }, (_, places) => (
            <option key={places} value={String(places)}>
              {places === 0 ? words.whole : String(places)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
