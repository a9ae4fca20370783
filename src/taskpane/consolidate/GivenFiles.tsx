/** What was given: each file, and this workbook; each can be taken out again. */
import { Button, Text } from '@fluentui/react-components';
import { visibleText } from '../../wording/visibleText';
import { Disclosure } from '../parts/Disclosure';
import { usePageStyles } from './pageStyles';
import { useConsolidation } from './useConsolidation';

export function GivenFiles() {
  const styles = usePageStyles();
  const { consolidate, state, words } = useConsolidation();
  const { files, own } = state.given;
  const title = [
    ...(files.length === 0 ? [] : [words.files.count(files.length)]),
    ...(own === null ? [] : [words.files.own(own.units.length)]),
  ].join(' · ');
  if (title === '') return null;
  return (
    <Disclosure title={title} initially="closed">
      <ul className={styles.cards}>
        {own === null ? null : (
          <Given
            name={words.files.own(own.units.length)}
            label={words.files.removeOwn}
            onRemove={consolidate.removeOwn}
          />
        )}
        {files.map(({ key, name }) => (
          <Given
            key={key}
            name={visibleText(name)}
            label={words.files.removeFile(visibleText(name))}
            onRemove={() => {
              consolidate.removeFile(key);
            }}
          />
        ))}
      </ul>
      <Button size="small" onClick={consolidate.removeAll}>
        {words.startAgain}
      </Button>
    </Disclosure>
  );
}

interface GivenProps {
  readonly name: string;
  readonly label: string;
  readonly onRemove: () => void;
}

function Given({ name, label, onRemove }: GivenProps) {
  const styles = usePageStyles();
  const { state, words } = useConsolidation();
  return (
    <li className={styles.row}>
      <Text size={200}>{name}</Text>
      <Button
        size="small"
        appearance="subtle"
        aria-label={label}
        disabledFocusable={state.reading !== null}
        onClick={onRemove}
      >
        {words.files.remove}
      </Button>
    </li>
  );
}
