/** Filling totals: how, and which. */
import {
  Button,
  Field,
  Radio,
  RadioGroup,
  Select,
  Text,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { reportingUnitName } from '../../wording/units';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';
import { useWritingTexts } from '../writing/useWritingTexts';

const useStyles = makeStyles({ select: { minWidth: 0 } });

export function TotalsPart() {
  const styles = useStyles();
  const { control, writing, language } = usePane();
  const writingTexts = useWritingTexts();
  const { preferences, check, busy } = usePaneState();
  const [pair, setPair] = useState('');
  const pairs = lastReport(check)?.recognition.returns ?? [];
  const chosen = pairs.find(({ number }) => String(number) === pair)?.number ?? null;
  return (
    <>
      <Text size={200}>{writingTexts.fill.lead}</Text>
      <Field label={writingTexts.fill.mode}>
        <RadioGroup
          value={preferences.fillMode}
          onChange={(_, { value }) => {
            control.prefer({ fillMode: value === 'values' ? 'values' : 'formulas' });
          }}
        >
          <Radio value="formulas" label={writingTexts.fill.formulas} />
          <Radio value="values" label={writingTexts.fill.values} />
        </RadioGroup>
      </Field>
      {pairs.length > 1 ? (
        <Field label={writingTexts.fill.range}>
          <Select
            value={pair}
            select={{ className: styles.select }}
            onChange={(_, { value }) => {
              setPair(value);
            }}
          >
            <option value="">{writingTexts.fill.allPairs}</option>
            {pairs.map((entry) => (
              <option key={entry.number} value={String(entry.number)}>
                {`${entry.number}. ${reportingUnitName(entry, language)}`}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Button
        appearance="primary"
        disabledFocusable={busy !== null}
        onClick={() => void writing.previewFill(chosen)}
      >
        {writingTexts.fill.preview}
      </Button>
    </>
  );
}
