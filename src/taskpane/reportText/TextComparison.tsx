/** A report's text, pasted or from a file, and what became of its figures. */
import { Button, Field, Text, Textarea } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { hostFaultMessage } from '../../wording/hostFaults';
import { reportTextTexts } from '../../wording/paneReportText';
import { reportFaultMessage } from '../../wording/reportText';
import { visibleText } from '../../wording/visibleText';
import { isFileFault } from '../../domain/fault';
import { FilePicker } from '../consolidate/FilePicker';
import { usePane } from '../PaneContext';
import { ComparedFigures } from './ComparedFigures';
import { isBlank, reportTextOf } from './ReportTextControl';
import { useReportTextStyles } from './reportTextStyles';
import { useOutcomeInSight } from './useOutcomeInSight';

/** What a report's file is called; what is in it is told by its bytes. */
const endings = '.docx,.txt';

export function TextComparison({ areTablesRight }: { readonly areTablesRight: boolean }) {
  const styles = useReportTextStyles();
  const { control, language } = usePane();
  const reportText = reportTextOf(control);
  const state = useSyncExternalStore(reportText.subscribe, reportText.get);
  const { pasted, file, reading, fault, compared } = state;
  const words = reportTextTexts(language);
  const { outcome, show } = useOutcomeInSight();
  const hasText = !isBlank(file?.text ?? pasted);
  return (
    <section className={styles.part} aria-label={words.check}>
      <Text as="h2" size={300} weight="semibold" className={styles.heading}>
        {words.check}
      </Text>
      {file === null ? (
        <Field label={words.pasted} hint={words.pasteHint} size="small">
          <Textarea
            className={styles.field}
            textarea={{ className: styles.field }}
            value={pasted}
            rows={4}
            resize="vertical"
            onChange={(_, { value }) => {
              reportText.paste(value);
            }}
          />
        </Field>
      ) : (
        <Text size={200}>{visibleText(words.ofFile(file.name))}</Text>
      )}
      <div className={styles.line}>
        <Button
          appearance="primary"
          size="small"
          disabledFocusable={!hasText}
          onClick={() => {
            reportText.compare();
            show();
          }}
        >
          {words.checkText}
        </Button>
        <FilePicker
          label={words.chooseFile}
          count="one"
          size="small"
          endings={endings}
          onFiles={([chosen]) => {
            if (chosen !== undefined) void reportText.readFile(chosen).then(show);
          }}
        />
        {hasText || file !== null ? (
          <Button size="small" onClick={reportText.clear}>
            {words.clear}
          </Button>
        ) : null}
      </div>
      {reading === null ? null : (
        <Text size={200} role="status">
          {visibleText(words.reading(reading))}
        </Text>
      )}
      {file === null || hasText ? null : (
        <div ref={outcome}>
          <Text size={200} role="alert" className={styles.warning}>
            {words.noText}
          </Text>
        </div>
      )}
      {fault === null ? null : (
        <div ref={outcome}>
          <Text size={200} role="alert" className={styles.danger}>
            {visibleText(
              isFileFault(fault)
                ? reportFaultMessage(fault, language)
                : hostFaultMessage(fault, language),
            )}
          </Text>
        </div>
      )}
      {compared === null ? null : (
        <ComparedFigures compared={compared} areTablesRight={areTablesRight} heading={outcome} />
      )}
    </section>
  );
}
