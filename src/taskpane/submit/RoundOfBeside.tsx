/** Which round is what was set beside the workbook? As the user says, or by its figures. */
import { Field, Select, makeStyles } from '@fluentui/react-components';
import type { FileFault, HostFault } from '../../domain/fault';
import { isFileFault } from '../../domain/fault';
import type { ReportingRound } from '../../domain/forms/rounds';
import { reportingRounds } from '../../domain/forms/rounds';
import { fileFaultMessage } from '../../wording/fileFaults';
import { hostFaultMessage } from '../../wording/hostFaults';
import type { Language } from '../../wording/language';
import type { SubmitTexts } from '../../wording/paneSubmit';
import { roundName } from '../../wording/rounds';
import { submitTexts } from '../../wording/submitTexts';
import { visibleText } from '../../wording/visibleText';
import { usePane } from '../PaneContext';

const useStyles = makeStyles({ select: { minWidth: 0, width: '100%' } });

interface RoundOfBesideProps {
  /** Null: by its figures. */
  readonly round: ReportingRound | null;
  readonly onRound: (round: ReportingRound | null) => void;
}

export function RoundOfBeside({ round: chosen, onRound }: RoundOfBesideProps) {
  const styles = useStyles();
  const { language } = usePane();
  const texts = submitTexts(language).lastRound;
  return (
    <Field label={texts.round} size="small">
      <Select
        size="small"
        value={chosen ?? ''}
        select={{ className: styles.select }}
        onChange={(_, { value }) => {
          onRound(reportingRounds.find((one) => one === value) ?? null);
        }}
      >
        <option value="">{texts.roundByFigures}</option>
        {reportingRounds.map((round) => (
          <option key={round} value={round}>
            {roundName(round, language)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Why a workbook could not be set beside. */
export function besideFault(
  { name, fault }: { readonly name: string; readonly fault: FileFault | HostFault },
  { lastRound }: SubmitTexts,
  language: Language,
): string {
  const why = isFileFault(fault)
    ? fileFaultMessage(fault, language)
    : hostFaultMessage(fault, language);
  return `${lastRound.notRead(visibleText(name))}${why}`;
}
