/** Where an explanation is written: the words, usual reasons to be completed, and for which of several findings. */
import {
  Button,
  Checkbox,
  Field,
  Text,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { saysSomething } from '../../../domain/submission/explanation';
import { longestExplanation } from '../../../domain/submission/kept';
import type { Finding } from '../../../domain/finding';
import { explainingTexts, usualReasons } from '../../../wording/explaining';
import { findingName } from '../../../wording/items';
import { visibleText } from '../../../wording/visibleText';
import { Disclosure } from '../../parts/Disclosure';
import { usePane, usePaneState } from '../../PaneContext';
import { MoreRows } from '../../parts/MoreRows';
import { useGrowing } from '../../parts/useGrowing';
import type { Draft } from './ExplainControl';
import { explainingOf } from './ExplainControl';

const useStyles = makeStyles({
  around: { width: '100%' },
  editor: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalXS,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  area: { minWidth: 0, width: '100%' },
  reason: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
});

interface ExplanationEditorProps {
  /** Key of the item. */
  readonly item: string;
  readonly draft: Draft;
  /** Those of the draft's findings that the item tells of now. */
  readonly findings: readonly Finding[];
}

export function ExplanationEditor({ item, draft, findings }: ExplanationEditorProps) {
  const styles = useStyles();
  const shared = usePane();
  const { language } = shared;
  const { busy } = usePaneState();
  const explaining = explainingOf(shared);
  const words = explainingTexts(language);
  const around = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
  }, []);
  const chosen = findings.filter(({ id }) => draft.chosen.has(id));
  const canSave = saysSomething(draft.text) && chosen.length > 0;
  const [first] = findings;
  const reasons = first === undefined ? [] : usualReasons(first.rule, language);

  // The keyboard goes on at the item.
  const leave = () => {
    around.current?.closest('li')?.querySelector<HTMLElement>('[data-entry]')?.focus();
  };
  const save = () => {
    if (!canSave || busy !== null) return;
    leave();
    void explaining.save(item);
  };
  const cancel = () => {
    leave();
    explaining.cancel(item);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else return;
    event.preventDefault();
  };
  const take = (reason: string) => {
    const before = draft.text.trimEnd();
    const between = language === 'zh-CN' ? '；' : '; ';
    explaining.change(item, { text: before === '' ? reason : `${before}${between}${reason}` });
    area.current?.focus();
  };
  return (
    <div ref={around} className={styles.around} onKeyDown={onKey}>
      <div className={styles.editor}>
        <Field
          label={words.label}
          size="small"
          {...(draft.text.length >= longestExplanation && {
            validationState: 'warning',
            validationMessage: words.full,
          })}
        >
          <Textarea
            size="small"
            className={styles.area}
            resize="vertical"
            rows={2}
            maxLength={longestExplanation}
            placeholder={words.placeholder}
            value={draft.text}
            textarea={{ ref: area, className: styles.area }}
            onChange={(_, { value }) => {
              explaining.change(item, { text: value });
            }}
          />
        </Field>
        {reasons.length === 0 ? null : (
          <div className={styles.row} role="group" aria-label={words.reasons}>
            {reasons.map((reason) => (
              <Button
                key={reason}
                size="small"
                className={styles.reason}
                onClick={() => {
                  take(reason);
                }}
              >
                {reason}
              </Button>
            ))}
          </div>
        )}
        {findings.length < 2 ? null : (
          <Disclosure title={words.choose(chosen.length, findings.length)} initially="closed">
            <Choices
              findings={findings}
              chosen={draft.chosen}
              onChoose={(ids) => {
                explaining.change(item, { chosen: ids });
              }}
            />
          </Disclosure>
        )}
        <div className={styles.row}>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={!canSave || busy !== null}
            onClick={save}
          >
            {words.save(chosen.length)}
          </Button>
          <Button size="small" onClick={cancel}>
            {words.cancel}
          </Button>
        </div>
      </div>
    </div>
  );
}

interface ChoicesProps {
  readonly findings: readonly Finding[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}

function Choices({ findings, chosen, onChoose }: ChoicesProps) {
  const styles = useStyles();
  const { language } = usePane();
  const words = explainingTexts(language);
  const growing = useGrowing(findings.length);
  const isAll = findings.every(({ id }) => chosen.has(id));
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        onClick={() => {
          onChoose(new Set(isAll ? [] : findings.map(({ id }) => id)));
        }}
      >
        {isAll ? words.chooseNone : words.chooseAll}
      </Button>
      {findings.slice(0, growing.shown).map((finding) => {
        const [cell = ''] = finding.cells;
        const name = findingName(finding, language);
        return (
          <div key={finding.id}>
            <Checkbox
              label={<Text size={200}>{`${name} ${visibleText(`${finding.sheet}!${cell}`)}`}</Text>}
              checked={chosen.has(finding.id)}
              onChange={(_, { checked }) => {
                const ids = new Set(chosen);
                if (checked === true) ids.add(finding.id);
                else ids.delete(finding.id);
                onChoose(ids);
              }}
            />
          </div>
        );
      })}
      <MoreRows growing={growing} className={styles.row} />
    </>
  );
}
