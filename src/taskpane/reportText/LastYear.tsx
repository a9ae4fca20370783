/** 上年的表: what has grown is held against last year's tables, this workbook's or another's. */
import { Button, Text } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { reportTextTexts } from '../../wording/paneReportText';
import { submitTexts } from '../../wording/submitTexts';
import { visibleText } from '../../wording/visibleText';
import { FilePicker } from '../consolidate/FilePicker';
import { usePane, usePaneState } from '../PaneContext';
import { RoundOfBeside, besideFault } from '../submit/RoundOfBeside';
import type { QuotedUnit } from './ReportTextControl';
import { reportTextOf } from './ReportTextControl';
import { useReportTextStyles } from './reportTextStyles';

export function LastYear({ quoted }: { readonly quoted: QuotedUnit }) {
  const styles = useReportTextStyles();
  const { control, language } = usePane();
  const { busy } = usePaneState();
  const reportText = reportTextOf(control);
  const { lastYear, lastYearFault: fault } = useSyncExternalStore(
    reportText.subscribe,
    reportText.get,
  );
  const words = reportTextTexts(language);
  const submitWords = submitTexts(language);
  const { before, beside } = quoted;
  if (before !== null && beside === null) {
    return (
      <Text size={200} className={styles.quiet}>
        {words.ownLastYear}
      </Text>
    );
  }
  return (
    <section className={styles.part} aria-label={words.lastYear}>
      <Text as="h2" size={300} weight="semibold" className={styles.heading}>
        {words.lastYear}
      </Text>
      <Text size={200}>
        {beside === null ? words.lastYearLead : visibleText(words.ofLastYear(beside.file.name))}
      </Text>
      {beside?.why == null ? null : (
        <Text size={200} className={styles.danger} role="status">
          {words.notLastYear[beside.why]}
        </Text>
      )}
      {fault === null ? null : (
        <Text size={200} className={styles.danger} role="alert">
          {besideFault(fault, submitWords, language)}
        </Text>
      )}
      {lastYear === null ? null : (
        <RoundOfBeside
          round={lastYear.round}
          onRound={(round) => {
            reportText.setLastYear({ ...lastYear, round });
          }}
        />
      )}
      <div className={styles.line}>
        <FilePicker
          label={beside === null ? words.chooseLastYear : submitWords.lastRound.chooseOther}
          count="one"
          size="small"
          isDisabled={busy !== null}
          onFiles={([chosen]) => {
            if (chosen !== undefined) void reportText.readLastYear(chosen);
          }}
        />
        {lastYear === null ? null : (
          <Button
            size="small"
            onClick={() => {
              reportText.setLastYear(null);
            }}
          >
            {submitWords.lastRound.remove}
          </Button>
        )}
      </div>
    </section>
  );
}
