/** The list of units that should be there: pasted, or taken from the selected cells. */
import { Button, Field, Text, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { readUnitNames } from '../../domain/consolidate/unitNames';
import { Disclosure } from '../parts/Disclosure';
import { shortName } from '../../wording/setFindings';
import { usePane, usePaneState } from '../PaneContext';
import { useConsolidation } from './useConsolidation';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

export function ExpectedUnits() {
  const { state, words } = useConsolidation();
  const { expectedUnits } = state.decisions;
  const key = expectedUnits?.join('\n') ?? '';
  return (
    <Disclosure title={words.expected.title(expectedUnits?.length ?? null)} initially="closed">
      <ListOfUnits key={key} initial={key} />
    </Disclosure>
  );
}

/** So many lines that name no unit are shown. */
const named = 5;

function ListOfUnits({ initial }: { readonly initial: string }) {
  const styles = useStyles();
  const { consolidate, state, words } = useConsolidation();
  const { busy } = usePaneState();
  const { language } = usePane();
  const [text, setText] = useState(initial);
  const { names, passedOver, again } = readUnitNames(text);
  return (
    <div className={styles.list}>
      <Field label={words.expected.label} size="small" hint={words.expected.hint}>
        <Textarea
          size="small"
          rows={5}
          value={text}
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      {text.trim() === '' ? null : (
        <Text size={200}>
          {words.expected.found(
            names.length,
            again.length,
            passedOver.slice(0, named).map((line) => shortName(line, language)),
          )}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={names.length === 0}
          onClick={() => {
            if (names.length > 0) consolidate.decide({ expectedUnits: names });
          }}
        >
          {words.expected.use}
        </Button>
        <Button
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => void consolidate.expectSelection()}
        >
          {words.expected.fromSelection}
        </Button>
        {state.decisions.expectedUnits === null ? null : (
          <Button
            size="small"
            onClick={() => {
              consolidate.decide({ expectedUnits: null });
            }}
          >
            {words.expected.clear}
          </Button>
        )}
      </div>
      {state.remark?.kind === 'nothingSelected' ? (
        <Text size={200} role="alert">
          {words.expected.nothingSelected}
        </Text>
      ) : null}
    </div>
  );
}
