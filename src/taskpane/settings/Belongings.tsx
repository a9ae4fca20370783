/** What we have left in this workbook, each with the button that takes it away, and one for all. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Belonging, BelongingKind, BelongingLook } from '../../application/belongings';
import { canComeBack } from '../../application/belongings';
import { belongingText, belongingTexts } from '../../wording/belongings';
import { hostFaultMessage } from '../../wording/hostFaults';
import { usePane, usePaneState } from '../PaneContext';
import { belongingsOf } from './BelongingsControl';

const useStyles = makeStyles({
  list: {
    alignSelf: 'stretch',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  text: { flex: '1 1 12em', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function Belongings() {
  const styles = useStyles();
  const shared = usePane();
  const belongings = belongingsOf(shared);
  const looks = useSyncExternalStore(belongings.subscribe, belongings.get);
  const { check, marks, preferences, undo } = usePaneState();
  const words = belongingTexts(shared.language);
  // Whatever may have put something there, or taken it away.
  const { marks: wanted, round } = preferences;
  useEffect(() => {
    void belongings.look();
  }, [belongings, check, marks, wanted, round, undo]);
  const there = (looks ?? []).filter(({ found }) => !found.ok || found.value !== null);
  const found = there.flatMap((look) => (look.found.ok ? (look.found.value ?? []) : []));
  return (
    <>
      <Text weight="semibold">{words.title}</Text>
      {looks === null ? null : (
        <Text size={200}>{there.length === 0 ? words.none : words.hint}</Text>
      )}
      {there.length === 0 ? null : (
        <ul className={styles.list}>
          {there.map((look) => (
            <Row key={look.kind} look={look} />
          ))}
        </ul>
      )}
      {there.length < 2 ? null : (
        <RemoveButton
          word={words.removeAll}
          name={words.removeAll}
          belongings={found}
          kinds={there.map(({ kind }) => kind)}
        />
      )}
    </>
  );
}

function Row({ look: { kind, found } }: { readonly look: BelongingLook }) {
  const styles = useStyles();
  const { language } = usePane();
  const words = belongingTexts(language);
  const belonging = found.ok ? found.value : null;
  const text = found.ok
    ? belonging === null
      ? ''
      : belongingText(belonging, language)
    : words.notFoundOut(kind, hostFaultMessage(found.fault, language));
  return (
    <li className={styles.row}>
      <Text size={200} className={styles.text}>
        {text}
      </Text>
      <RemoveButton
        word={words.remove}
        name={`${words.remove}${language === 'zh-CN' ? '' : ': '}${words.names[kind]}`}
        belongings={belonging === null ? [] : [belonging]}
        kinds={[kind]}
      />
    </li>
  );
}

interface RemoveButtonProps {
  readonly word: string;
  /** The word, and of what. */
  readonly name: string;
  readonly belongings: readonly Belonging[];
  readonly kinds: readonly BelongingKind[];
}

/** What cannot be had back is asked for once more. */
function RemoveButton({ word, name, belongings, kinds }: RemoveButtonProps) {
  const styles = useStyles();
  const shared = usePane();
  const { busy } = usePaneState();
  const [isAsking, setAsking] = useState(false);
  const words = belongingTexts(shared.language);
  const isForGood = !belongings.every(canComeBack);
  if (isAsking && isForGood) {
    return (
      <span>
        <Text size={200} className={styles.quiet}>
          {words.forGood}
        </Text>{' '}
        <Button
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => {
            setAsking(false);
            void belongingsOf(shared).remove(kinds);
          }}
        >
          {words.confirm}
        </Button>{' '}
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            setAsking(false);
          }}
        >
          {words.cancel}
        </Button>
      </span>
    );
  }
  return (
    <Button
      size="small"
      aria-label={name}
      title={name}
      disabledFocusable={busy !== null}
      onClick={() => {
        if (isForGood) setAsking(true);
        else void belongingsOf(shared).remove(kinds);
      }}
    >
      {word}
    </Button>
  );
}
