/** 报告文字: the sentences that quote the tables, and a report held against them. */
import { Field, Select, Text, makeStyles } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { WorkbookReport } from '../../application/report/report';
import { reportTextTexts } from '../../wording/paneReportText';
import { tableErrorsMessage } from '../../wording/reportText';
import { reportingUnitName } from '../../wording/units';
import { CheckButton } from '../check/CheckButton';
import { usePane, usePaneState } from '../PaneContext';
import { isCurrent, lastReport } from '../state/paneState';
import { LastYear } from './LastYear';
import { useReportTextStyles } from './reportTextStyles';
import { reportTextOf } from './ReportTextControl';
import { TextComparison } from './TextComparison';
import { WrittenSentences } from './WrittenSentences';

const useStyles = makeStyles({ select: { minWidth: 0, width: '100%' } });

export function ReportTextPart() {
  const styles = useReportTextStyles();
  const { control, language } = usePane();
  const { check } = usePaneState();
  const reportText = reportTextOf(control);
  useSyncExternalStore(reportText.subscribe, reportText.get);
  const words = reportTextTexts(language);
  const report = lastReport(check);
  const quoted = reportText.quoted();
  if (report === null || quoted === null || !isCurrent(check)) {
    return (
      <div className={styles.part}>
        <Text size={200}>{report === null || quoted === null ? words.noReport : words.old}</Text>
        <span>
          <CheckButton appearance="primary" />
        </span>
      </div>
    );
  }
  const errors = errorsOf(report, quoted.unit.number);
  return (
    <div className={styles.part}>
      <Text size={200} className={styles.quiet}>
        {words.lead}
      </Text>
      <UnitChoice report={report} chosen={quoted.unit.number} />
      {errors === 0 ? null : (
        <Text size={200} className={styles.warning} role="status">
          {tableErrorsMessage(errors, language)}
        </Text>
      )}
      <LastYear quoted={quoted} />
      <WrittenSentences quoted={quoted} />
      <TextComparison areTablesRight={errors === 0} />
    </div>
  );
}

/** A report is only as right as its tables; null where that cannot be told. */
function errorsOf({ units, calculation }: WorkbookReport, number: number): number | null {
  const unit = units.find((one) => one.number === number);
  if (unit === undefined || unit.isInconclusive || calculation === 'pending') return null;
  return unit.counts.error;
}

interface UnitChoiceProps {
  readonly report: WorkbookReport;
  readonly chosen: number;
}

function UnitChoice({ report, chosen }: UnitChoiceProps) {
  const styles = useStyles();
  const { control, language } = usePane();
  const { returns } = report.recognition;
  if (returns.length < 2) return null;
  return (
    <Field label={reportTextTexts(language).unit} size="small">
      <Select
        size="small"
        value={String(chosen)}
        select={{ className: styles.select }}
        onChange={(_, { value }) => {
          reportTextOf(control).choose({ unit: Number(value) });
        }}
      >
        {returns.map((entry) => (
          <option key={entry.number} value={String(entry.number)}>
            {`${entry.number}. ${reportingUnitName(entry, language)}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
