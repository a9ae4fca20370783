/**
 * Which units does a result that stands in a workbook have, as far as its working papers tell? Enough to
 * judge a corrected file among them: their figures are exact, how they were written is not known.
 */
import type { WorkingPapers } from '../../domain/consolidate/workingPaper';
import type { TakenLine, TakenTable, TakenUnit } from '../../domain/consolidate/takenUnit';
import { sourceColumns } from '../../domain/consolidate/takenUnit';
import type { EditionId, FormSet } from '../../domain/forms/form';
import type { CurrencyUnit, FormId } from '../../domain/forms/terms';
import { unitPower } from '../../domain/forms/terms';

/** What is the same for all units of a result. */
export interface ResultFacts {
  readonly forms: FormSet;
  readonly fiscalYear: number | null;
  readonly currencyUnit: CurrencyUnit;
  readonly editions: ReadonlyMap<FormId, EditionId>;
}

/** In the order of the papers; all of them passed, since they count. */
export function paperUnits(papers: WorkingPapers, facts: ResultFacts): TakenUnit[] {
  const byUnit = papers.units.map(() => new Map<FormId, TakenLine[]>());
  const scale = 10n ** BigInt(unitPower[facts.currencyUnit]);
  for (const { unit, form, line, label, figures, paper } of papers.lines) {
    const lines = byUnit[unit]?.get(form) ?? [];
    byUnit[unit]?.set(form, lines);
    lines.push({
      line,
      label,
      row: paper.row,
      figures: figures.map((figure, at) =>
        figure === null || sourceColumns[at]?.measure === 'projectCount' ? figure : figure * scale,
      ),
    });
  }
  return papers.units.map(({ name, file }, index) => ({
    id: `paper${index}`,
    source: file === '' ? { kind: 'thisWorkbook' } : { kind: 'file', file },
    pair: 1,
    forms: facts.forms,
    name,
    nameAssumed: false,
    fiscalYear: facts.fiscalYear,
    currencyUnit: facts.currencyUnit,
    chosenCurrency: null,
    tables: new Map(
      facts.forms.forms.map(({ id }) => [id, tableOf(id, byUnit[index]?.get(id) ?? [], facts)]),
    ),
    ownCheck: {
      errors: 0,
      unknownLabels: [],
      missingLines: [],
      hasWarnings: false,
      isUndecided: false,
    },
    sumOf: [],
    lacks: null,
    explanations: [],
  }));
}

function tableOf(form: FormId, lines: readonly TakenLine[], facts: ResultFacts): TakenTable {
  return {
    form,
    sheet: '',
    range: { top: 0, left: 0, bottom: 0, right: 0 },
    currencyUnit: facts.currencyUnit,
    unreadCurrency: null,
    readAs: facts.currencyUnit,
    edition: facts.editions.get(form) ?? '',
    columns: [],
    lines,
    untold: [],
  };
}
