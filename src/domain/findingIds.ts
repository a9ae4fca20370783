/** What is a finding about, wherever it stands and in whatever order findings are reported? */
import type { FindingDetail, FindingDraft, RuleId } from './finding';

/**
 * Ids of the findings of one return: return, rule, what the rule was asked of, and which of its
 * complaints it is. The same complaint about the same workbook edited elsewhere has the same id.
 */
export class FindingIds {
  readonly #times = new Map<string, number>();

  /** @param unit id of the return */
  constructor(private readonly unit: string) {}

  /** Two complaints that are alike in all of it are counted: no id is given twice. */
  next(rule: RuleId, { detail }: FindingDraft): string {
    const id = [this.unit, rule, ...aboutOf(detail)].join('|');
    const time = (this.#times.get(id) ?? 0) + 1;
    this.#times.set(id, time);
    return time === 1 ? id : `${id}#${time}`;
  }
}

/** A figure, a line, a field or a table, and the aspect of it. */
function aboutOf(detail: FindingDetail): readonly string[] {
  switch (detail.kind) {
    case 'balance':
    case 'crossTable':
      return [detail.equality];
    case 'headingMismatch':
      return [detail.form, detail.field, detail.otherForm];
    case 'headingMissing':
      return [detail.form, detail.field];
    case 'content':
    case 'totalFormula':
      return [detail.place.id, detail.problem];
    case 'dependency':
    case 'comparison':
    case 'executionRate':
    case 'externalLink':
    case 'ofWhich':
    case 'lastRoundDiffers':
    case 'unlikelyChange':
    case 'newOrGone':
      return [detail.place.id];
    case 'scaleOfLastRound':
      return [detail.form, ...[detail.block, detail.measure].filter((one) => one !== null)];
    case 'scaledDisplay':
      return [detail.place.id, detail.numberFormat];
    case 'displayedSum':
      return [detail.place.id, detail.balance];
    case 'underMerge':
      return [detail.about];
    case 'formulaResult':
      return [detail.form, detail.cause];
    case 'outsideTable':
      return [detail.form, detail.where];
    case 'required':
      return [detail.place.id, detail.whole ? 'column' : 'figure'];
    case 'unitDoubt':
    case 'emptyTable':
      return [detail.form];
    case 'lines':
    case 'year':
      return [detail.form, detail.problem, ...('line' in detail ? [detail.key] : [])];
    case 'otherBlock':
      return [detail.form, detail.title];
    case 'edition':
      return [detail.form, detail.key];
    case 'tableMissing':
      return [detail.missing];
    case 'hidden':
      return [detail.form, detail.what, detail.about];
  }
}
