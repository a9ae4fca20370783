/** The form that is asked before the official tables are inserted as new sheets: once for both. */
import {
  Button,
  Checkbox,
  Field,
  Select,
  Switch,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { officialFormIds } from '../../domain/forms/officialForms';
import { editionName, formName } from '../../wording/terms';
import { usePane, usePaneState } from '../PaneContext';
import { StickyBar } from '../parts/StickyBar';
import { useWritingTexts } from '../writing/useWritingTexts';
import type { TemplateForm } from './templateForm';
import { keepTemplateForm, readTemplateForm, templateOptions } from './templateForm';
import { HeadingFields } from './HeadingFields';

const useStyles = makeStyles({
  forms: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  narrow: { minWidth: 0, width: '100%' },
  insert: { flexGrow: 1 },
});

export function TemplatePart() {
  const styles = useStyles();
  const { control, writing, language } = usePane();
  const writingTexts = useWritingTexts();
  const { busy } = usePaneState();
  const [form, setForm] = useState(() => readTemplateForm(control.ports.local));
  const change = (part: Partial<TemplateForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    keepTemplateForm(control.ports.local, next);
  };
  const texts = writingTexts.template;
  const options = templateOptions(form);
  const noForm = form.forms.length === 0;
  const badYear = !noForm && options === null;
  return (
    <>
      <Text size={200}>{texts.lead}</Text>
      <Field
        label={texts.forms}
        {...(noForm ? { validationState: 'error', validationMessage: texts.noForm } : {})}
      >
        <div className={styles.forms} role="group" aria-label={texts.forms}>
          {officialFormIds.map((name) => (
            <Checkbox
              key={name}
              label={formName(name, language)}
              checked={form.forms.includes(name)}
              onChange={(_, { checked }) => {
                change({
                  forms: officialFormIds.filter((other) =>
                    other === name ? checked === true : form.forms.includes(other),
                  ),
                });
              }}
            />
          ))}
        </div>
      </Field>
      <HeadingFields form={form} isYearValid={!badYear} onChange={change} />
      <Field label={texts.edition}>
        <Select
          value={form.edition}
          select={{ className: styles.narrow }}
          onChange={(_, { value }) => {
            change({ edition: value === 'later' ? 'later' : 'form2019' });
          }}
        >
          <option value="form2019">{editionName('form2019', language)}</option>
          <option value="later">{editionName('later', language)}</option>
        </Select>
      </Field>
      <Field hint={texts.protectHint}>
        <Switch
          label={texts.protect}
          checked={form.protect}
          onChange={(_, { checked }) => {
            change({ protect: checked });
          }}
        />
      </Field>
      <StickyBar place="here">
        <Button
          appearance="primary"
          className={styles.insert}
          disabledFocusable={options === null || busy !== null}
          onClick={() => {
            if (options !== null) void writing.insertTemplate(options);
          }}
        >
          {texts.insert}
        </Button>
      </StickyBar>
    </>
  );
}
