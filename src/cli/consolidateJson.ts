/** What does a consolidation look like to another program? The published JSON format, version 1. */
import type {
  Consolidated,
  ConsolidatedFigures,
  ConsolidatedTable,
} from '../domain/consolidate/consolidate';
import type { JudgedUnit, SetJudgement } from '../domain/consolidate/judgeSet';
import { formatAmount } from '../domain/amount';
import { budgetBlocks, measures } from '../domain/forms/terms';
import { rangeAddress } from '../domain/grid';
import { setFindingMessage } from '../wording/setFindings';
import type { ReadSet } from './consolidateFiles';
import { formatVersion } from './jsonReport';

/** Why there is no (whole) outcome. */
export interface ConsolidationFault {
  readonly code: 'wrongArguments' | 'nothingToConsolidate' | 'notWritten';
  readonly message: string;
}

/** The document; what is not known yet when a fault ends the run is empty. */
export function consolidationDocument(
  fault: ConsolidationFault | null,
  set: Pick<ReadSet, 'files' | 'others'> | null = null,
  judgement: SetJudgement | null = null,
  consolidated: Consolidated | null = null,
): object {
  return {
    formatVersion,
    fault: fault === null ? null : { code: fault.code, message: fault.message },
    files:
      set?.files.map(({ file, fault: own, notTaken }) => ({ file, fault: own, notTaken })) ?? [],
    // Files of the folders given that are no workbooks by their names.
    otherFiles: set?.others ?? [],
    units: judgement?.units.map(unitDocument) ?? [],
    findings:
      judgement?.findings.map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        units: finding.units,
        names: finding.names,
        message: setFindingMessage(finding, judgement, 'zh-CN'),
      })) ?? [],
    consolidated: consolidated === null ? null : resultDocument(consolidated),
  };
}

function unitDocument({ number, unit, verdict, excludedBecause }: JudgedUnit): object {
  const tables = unit.forms.forms.map(({ id }) => {
    const table = unit.tables.get(id);
    return [
      id,
      table === undefined ? null : { sheet: table.sheet, range: rangeAddress(table.range) },
    ] as const;
  });
  return {
    number,
    file: unit.source.kind === 'file' ? unit.source.file : null,
    pair: unit.pair,
    reportingUnit: unit.name,
    nameAssumed: unit.nameAssumed,
    fiscalYear: unit.fiscalYear,
    currencyUnit: unit.currencyUnit,
    ...Object.fromEntries(tables),
    verdict,
    included: excludedBecause === null,
    excludedBecause,
    // Cells whose figure cannot be told, so that they add nothing.
    untold: [...unit.tables.values()].flatMap(({ sheet, untold }) =>
      untold.map((cell) => ({ sheet, cell })),
    ),
  };
}

function resultDocument(result: Consolidated): object {
  const tables = [...result.tables].map(([form, table]) => [form, tableDocument(table)] as const);
  return {
    reportingUnit: result.reportingUnit,
    fiscalYear: result.fiscalYear,
    currencyUnit: result.currencyUnit,
    edition: result.edition,
    ...Object.fromEntries(tables),
  };
}

function tableDocument({ lines, total }: ConsolidatedTable): object {
  return {
    lines: lines.map(({ line, label, figures }) => ({ line, label, ...figureDocument(figures) })),
    total: figureDocument(total),
  };
}

function figureDocument(figures: ConsolidatedFigures): object {
  return Object.fromEntries(
    budgetBlocks.map((block) => [
      block,
      Object.fromEntries(
        measures.map((measure) => {
          const amount = figures[block][measure];
          return [measure, amount === null ? null : formatAmount(amount)];
        }),
      ),
    ]),
  );
}
