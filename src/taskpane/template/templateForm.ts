/** What was last asked of the template, as typed; remembered on this machine. */
import type { LocalStorePort } from '../../application/ports';
import { officialFormIds } from '../../domain/forms/officialForms';
import type { CurrencyUnit, FormId } from '../../domain/forms/terms';
import { currencyUnits } from '../../domain/forms/terms';
import { plausibleYear } from '../../domain/recognise/fiscalYear';
import type { TemplateOptions } from '../../domain/template/standardTemplate';

export interface TemplateForm {
  readonly forms: readonly FormId[];
  readonly reportingUnit: string;
  /** As typed. */
  readonly fiscalYear: string;
  readonly currencyUnit: CurrencyUnit;
  readonly edition: TemplateOptions['edition'];
  readonly protect: boolean;
}

const templateKey = 'template';

const initial: TemplateForm = {
  forms: officialFormIds,
  reportingUnit: '',
  fiscalYear: '',
  currencyUnit: 'tenThousandYuan',
  edition: 'form2019',
  protect: false,
};

/** The form as it was left; anything damaged or missing has its initial value. */
export function readTemplateForm(local: LocalStorePort): TemplateForm {
  const text = local.read(templateKey);
  if (text === null) return initial;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return initial;
  }
  if (typeof kept !== 'object' || kept === null) return initial;
  const field = (name: keyof TemplateForm): unknown => Reflect.get(kept, name);
  const textOf = (name: keyof TemplateForm) => {
    const value = field(name);
    return typeof value === 'string' ? value : '';
  };
  const forms = field('forms');
  return {
    forms: Array.isArray(forms)
      ? officialFormIds.filter((form) => forms.includes(form))
      : initial.forms,
    reportingUnit: textOf('reportingUnit'),
    fiscalYear: textOf('fiscalYear'),
    currencyUnit:
      currencyUnits.find((unit) => unit === field('currencyUnit')) ?? initial.currencyUnit,
    edition: field('edition') === 'later' ? 'later' : 'form2019',
    protect: field('protect') === true,
  };
}

export function keepTemplateForm(local: LocalStorePort, form: TemplateForm): void {
  local.write(templateKey, JSON.stringify(form));
}

/** What is to be laid out; null where no table is chosen or the year is not one. */
export function templateOptions(form: TemplateForm): TemplateOptions | null {
  const year = form.fiscalYear.normalize('NFKC').trim();
  const isYear = year === '' || (/^\d{4}$/.test(year) && plausibleYear(Number(year)) !== null);
  if (form.forms.length === 0 || !isYear) return null;
  return {
    forms: form.forms,
    reportingUnit: form.reportingUnit.replace(/\s+/g, ' ').trim(),
    fiscalYear: year === '' ? null : Number(year),
    currencyUnit: form.currencyUnit,
    edition: form.edition,
    protect: form.protect,
  };
}
