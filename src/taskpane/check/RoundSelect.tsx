/** 报送期. */
import { Select, makeStyles } from '@fluentui/react-components';
import { reportingRounds } from '../../domain/forms/rounds';
import { roundName } from '../../wording/rounds';
import { usePane, usePaneState } from '../PaneContext';

const useStyles = makeStyles({
  round: { width: 'fit-content', flexShrink: 0 },
  select: { minWidth: 0 },
});

export function RoundSelect() {
  const styles = useStyles();
  const { control, texts, language } = usePane();
  const { preferences } = usePaneState();
  return (
    <Select
      size="small"
      aria-label={texts.round}
      title={texts.round}
      value={preferences.round}
      root={{ className: styles.round }}
      select={{ className: styles.select }}
      onChange={(_, { value }) => {
        const round = reportingRounds.find((name) => name === value);
        if (round !== undefined) void control.setRound(round);
      }}
    >
      {reportingRounds.map((round) => (
        <option key={round} value={round}>
          {roundName(round, language)}
        </option>
      ))}
    </Select>
  );
}
