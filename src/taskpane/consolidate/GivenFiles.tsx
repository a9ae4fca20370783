/** What was given: each file, and this workbook; each can be taken out again. */
import { Button, Text } from '@fluentui/react-components';
import type { GivenSet } from '../../application/consolidation/givenSet';
import { memo } from 'react';
import { takenOutOf } from '../../application/consolidation/givenSet';
import { shortName } from '../../wording/setFindings';
import { visibleText } from '../../wording/visibleText';
import { MoreItems } from '../parts/MoreRows';
import { useGrowing } from '../parts/useGrowing';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { usePageStyles } from './pageStyles';
import { useConsolidationMeans } from './useConsolidation';

/** Each with a button: so many are drawn without the pane being busy for long. */
const filesAtOnce = 15;

interface GivenFilesProps {
  readonly given: GivenSet;
  readonly isReading: boolean;
}

/** Drawn anew only where something else is given. */
export const GivenFiles = memo(function GivenFiles({ given, isReading }: GivenFilesProps) {
  const styles = usePageStyles();
  const { consolidate, words } = useConsolidationMeans();
  const { language } = usePane();
  const { files, own } = given;
  const growing = useGrowing(files.length, 0, filesAtOnce);
  const out = takenOutOf(given);
  const title = [
    ...(files.length === 0 ? [] : [words.files.count(files.length)]),
    ...(own === null ? [] : [words.files.own(own.units.length)]),
    ...(out.length === 0 ? [] : [words.files.takenOut(out.length)]),
  ].join(' · ');
  if (title === '') return null;
  return (
    <Disclosure title={title} initially="closed">
      <ul className={styles.cards}>
        {own === null ? null : (
          <Given
            isReading={isReading}
            name={words.files.own(own.units.length)}
            label={words.files.removeOwn}
            onRemove={() => void consolidate.removeOwn()}
          />
        )}
        {files.slice(0, growing.shown).map(({ key, name }) => (
          <Given
            isReading={isReading}
            key={key}
            name={visibleText(name)}
            label={words.files.removeFile(visibleText(name))}
            onRemove={() => {
              void consolidate.removeFile(key);
            }}
          />
        ))}
        <MoreItems growing={growing} />
        {out.map(({ unit }) => {
          const from = unit.source.kind === 'file' ? unit.source.file : words.files.thisWorkbook;
          const name = shortName(unit.name, language);
          return (
            <Given
              isReading={isReading}
              key={unit.id}
              name={words.files.outOf(name, visibleText(from))}
              word={words.files.putBack}
              label={words.files.putBackUnit(name)}
              onRemove={() => {
                void consolidate.takeOut(unit, false);
              }}
            />
          );
        })}
      </ul>
      <Button size="small" onClick={consolidate.removeAll}>
        {words.startAgain}
      </Button>
    </Disclosure>
  );
});

interface GivenProps {
  readonly isReading: boolean;
  readonly name: string;
  /** On the button; taking out where nothing else is given. */
  readonly word?: string;
  readonly label: string;
  readonly onRemove: () => void;
}

function Given({ isReading, name, word, label, onRemove }: GivenProps) {
  const styles = usePageStyles();
  const { words } = useConsolidationMeans();
  return (
    <li className={styles.row}>
      <Text size={200}>{name}</Text>
      <Button
        size="small"
        appearance="subtle"
        aria-label={label}
        disabledFocusable={isReading}
        onClick={onRemove}
      >
        {word ?? words.files.remove}
      </Button>
    </li>
  );
}
