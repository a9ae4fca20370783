/** What the user may choose, and what is kept where. */
import {
  Button,
  Field,
  Input,
  Link,
  Switch,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { usePane, usePaneState } from '../PaneContext';
import { Belongings } from './Belongings';
import { useWritingTexts } from '../writing/useWritingTexts';

const useStyles = makeStyles({
  title: { margin: 0 },
  block: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  rate: { width: '96px' },
});

export function SettingsPage() {
  const styles = useStyles();
  const { control, writing, texts } = usePane();
  const writingTexts = useWritingTexts();
  const { preferences, marks, undo, busy } = usePaneState();
  const { settings } = texts;
  return (
    <>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>
        {texts.pages.settings}
      </Text>
      <Field hint={texts.marks.hint}>
        <Switch
          label={texts.marks.label}
          checked={preferences.marks === 'on' && marks === 'wanted'}
          onChange={(_, { checked }) => void control.setMarks(checked ? 'on' : 'off')}
        />
      </Field>
      <Field hint={texts.marks.followHint}>
        <Switch
          label={texts.marks.follow}
          checked={preferences.liveMarks === 'on'}
          onChange={(_, { checked }) => void control.setLiveMarks(checked ? 'on' : 'off')}
        />
      </Field>
      <Field hint={texts.live.hint}>
        <Switch
          label={texts.live.label}
          checked={preferences.live === 'on'}
          onChange={(_, { checked }) => void control.setLive(checked ? 'on' : 'off')}
        />
      </Field>
      <Field hint={settings.strictHint}>
        <Switch
          label={settings.strict}
          checked={preferences.strict}
          onChange={(_, { checked }) => void control.setRules({ strict: checked })}
        />
      </Field>
      <LowestRate />
      <div className={styles.block}>
        <Belongings />
      </div>
      <div className={styles.block}>
        <Text size={200}>{writingTexts.undo.forgetHint}</Text>
        <Button
          size="small"
          disabledFocusable={undo === null || busy !== null}
          onClick={writing.forgetUndo}
        >
          {writingTexts.undo.forget}
        </Button>
      </div>
      <div className={styles.block}>
        <Text size={200}>{settings.privacy}</Text>
        <Link href="help.html" target="_blank" rel="noopener">
          {settings.help}
        </Link>
      </div>
    </>
  );
}

function LowestRate() {
  const styles = useStyles();
  const { control, texts } = usePane();
  const { preferences } = usePaneState();
  const kept = preferences.lowestExecutionRate;
  const [text, setText] = useState(kept === null ? '' : String(kept));
  const rate = readRate(text);
  return (
    <Field
      label={texts.settings.rate}
      hint={texts.settings.rateHint}
      {...(rate === 'invalid'
        ? { validationState: 'error', validationMessage: texts.settings.rateInvalid }
        : {})}
    >
      <Input
        className={styles.rate}
        inputMode="decimal"
        value={text}
        onChange={(_, { value }) => {
          setText(value);
        }}
        onBlur={() => {
          if (rate !== 'invalid' && rate !== kept) {
            void control.setRules({ lowestExecutionRate: rate });
          }
        }}
      />
    </Field>
  );
}

/** A percentage as typed, full-width digits included; null for none. */
function readRate(text: string): number | null | 'invalid' {
  const plain = text.normalize('NFKC').replace('%', '').trim();
  if (plain === '') return null;
  const rate = Number(plain);
  return Number.isFinite(rate) && rate >= 0 && rate <= 100 ? rate : 'invalid';
}
