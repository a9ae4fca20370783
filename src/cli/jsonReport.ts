/** What does a check look like to another program? The published JSON format, version 1. */
import { comparedFigures } from '../application/report/comparedFigures';
import type { LeftToLookAt, Obstacle } from '../application/readyToSubmit';
import type { WorkbookReport } from '../application/report/report';
import type { ChoiceItem, ReportItem, SlipItem } from '../application/report/reportItem';
import { findingsOf } from '../application/report/report';
import type { SlipPattern } from '../domain/diagnose/diagnose';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from '../domain/forms/terms';
import type { RuleId, Severity } from '../domain/finding';
import { cellAddress, rangeAddress } from '../domain/grid';
import type { RefusalReason } from '../domain/recognise/table';
import { tablesOf } from '../domain/recognise/table';
import type { Unread } from '../domain/unread';
import type { CellCorrection } from '../domain/rules/cellCorrection';
import type { CorrectedCells, PairDiagnosis } from '../domain/rules/diagnosePairs';
import type { Claim, EventKind } from '../domain/rules/unitEvents';
import type { AnsweredFinding, ExplanationState } from '../domain/submission/explanation';
import type { UnreadablePart } from '../domain/submission/kept';
import { correctionMessage } from '../wording/diagnoses';
import { eventMessage } from '../wording/events';
import { unreadableExplanations } from '../wording/explanations';
import { findingMessage } from '../wording/findings';
import { refusalMessage } from '../wording/refusals';
import { sameUnitMessage } from '../wording/sameUnit';
import { leftToLookAtMessage, obstacleMessage } from '../wording/submission';
import { unreadMessage } from '../wording/unread';

/** Version of the format; new fields may be added, names stay. */
export const formatVersion = 1;

/** One file's part of the document. */
export interface FileReport {
  readonly file: string;
  readonly fault: { readonly code: string; readonly message: string } | null;
  readonly sheets: readonly {
    readonly sheet: string;
    readonly form: FormId;
    readonly range: string;
    readonly pair: number;
    readonly reportingUnit: string | null;
    readonly fiscalYear: number | null;
    readonly currencyUnit: CurrencyUnit | null;
  }[];
  readonly refusedSheets: readonly {
    readonly sheet: string;
    readonly reason: RefusalReason;
    readonly cell: string;
    readonly missing: readonly string[];
    readonly message: string;
  }[];
  /** Sheets and parts that could not be read; `sheet` is null where it is no single sheet's. */
  readonly unread: readonly {
    readonly sheet: string | null;
    readonly part: Unread['part'];
    readonly reason: Unread['reason'];
    readonly message: string;
  }[];
  readonly checks: {
    readonly run: number;
    readonly satisfied: number;
    readonly violated: number;
    readonly undetermined: number;
  };
  readonly findings: readonly {
    readonly id: number;
    readonly pair: number;
    readonly rule: RuleId;
    readonly severity: Severity;
    readonly sheet: string;
    readonly cells: readonly string[];
    readonly stated: string | null;
    readonly computed: string | null;
    readonly difference: string | null;
    readonly message: string;
    /** What the user has written beside a warning; `outdated` where a figure has changed since. */
    readonly explanation: { readonly text: string; readonly state: ExplanationState } | null;
  }[];
  /** Units that stand several times for a year. */
  readonly sameUnit: readonly { readonly pairs: readonly number[]; readonly message: string }[];
  /** What of the explanations kept in the file cannot be read, or belongs to no finding any more. */
  readonly explanations: {
    readonly fault: { readonly code: UnreadablePart; readonly message: string } | null;
    readonly withoutFinding: readonly { readonly about: string; readonly text: string }[];
  };
  /** Whether the file can be submitted; only where that was asked. */
  readonly ready?: boolean;
  readonly inTheWay?: readonly {
    readonly code: Obstacle['code'];
    readonly findings: readonly number[];
    readonly message: string;
  }[];
  /** What could not be looked at here; it does not stand in the way. */
  readonly leftToLookAt?: readonly {
    readonly code: LeftToLookAt['kind'];
    /** With their sheets: `统计表1!C5`. */
    readonly cells: readonly string[];
    readonly message: string;
  }[];
  /** Acts that explain many cells at once. */
  readonly events: readonly {
    readonly pair: number;
    readonly kind: EventKind;
    readonly form: FormId | null;
    readonly block: BudgetBlock | null;
    readonly measures: readonly Measure[];
    /** stated = meant × factor. */
    readonly factor: string | null;
    readonly figures: Readonly<Partial<Record<Measure, string>>> | null;
    readonly findings: readonly number[];
    /** Findings that follow from it besides, and are told with it. */
    readonly consequences: readonly number[];
    /** One correction of all these cells; empty where nothing can be adopted. */
    readonly corrections: readonly {
      readonly sheet: string;
      readonly cell: string;
      readonly stated: string | null;
      readonly proposed: string;
      /** True where the cell is to be blank; `proposed` is then "0". */
      readonly clears: boolean;
    }[];
    readonly message: string;
  }[];
  readonly diagnoses: readonly {
    readonly pair: number;
    readonly measure: Measure;
    readonly findings: readonly number[];
    /** Findings that follow from its likely cells besides, and are told with it. */
    readonly consequences: readonly number[];
    readonly minimal: boolean;
    readonly unique: boolean;
    readonly cut: boolean;
    /** How many leading explanations are about equally plausible. */
    readonly tied: number;
    /** Whether the first explanation is offered, is one of a few, or nothing can be told. */
    readonly claim: Claim;
    /** The first explanation's independent acts, each of which can be adopted alone. */
    readonly items: readonly {
      readonly claim: Claim;
      readonly findings: readonly number[];
      readonly consequences: readonly number[];
      readonly corrections: readonly {
        readonly sheet: string;
        readonly cell: string;
      }[];
    }[];
    readonly explanations: readonly {
      readonly corrections: readonly {
        readonly sheet: string;
        readonly cell: string;
        readonly stated: string | null;
        readonly proposed: string;
        readonly clears: boolean;
        readonly pattern: SlipPattern;
        readonly message: string;
      }[];
    }[];
  }[];
}

/** The part of a file that could not be checked. */
export function faultyFile(
  file: string,
  code: string,
  message: string,
  isReadyAsked = false,
): FileReport {
  return {
    file,
    fault: { code, message },
    ...(isReadyAsked && {
      ready: false,
      inTheWay: [{ code: 'notChecked' as const, findings: [], message }],
    }),
    sheets: [],
    refusedSheets: [],
    unread: [],
    checks: { run: 0, satisfied: 0, violated: 0, undetermined: 0 },
    findings: [],
    sameUnit: [],
    explanations: { fault: null, withoutFinding: [] },
    events: [],
    diagnoses: [],
  };
}

/** The part of a file that was checked; `fault` where none of its sheets is an official form. */
export function checkedFile(
  file: string,
  report: WorkbookReport,
  fault: FileReport['fault'],
  obstacles: readonly Obstacle[] | null = null,
  left: readonly LeftToLookAt[] = [],
): FileReport {
  const { units, explained } = report;
  const findings = findingsOf(report);
  const diagnoses = units.flatMap((unit) => unit.diagnoses);
  const items = units.flatMap((unit) => unit.items);
  // The document numbers findings from 1, in their order.
  const numbers = new Map(findings.map(({ id }, index) => [id, index + 1]));
  const numbered = (ids: readonly string[]): number[] => ids.flatMap((id) => numbers.get(id) ?? []);
  const tables = units
    .flatMap((unit) => tablesOf(unit.tables).map((table) => ({ pair: unit.number, table })))
    .sort(
      (a, b) =>
        a.table.sheetIndex - b.table.sheetIndex ||
        a.table.range.top - b.table.range.top ||
        a.table.range.left - b.table.range.left,
    );
  return {
    file,
    fault,
    sheets: tables.map(({ pair, table }) => ({
      sheet: table.grid.name,
      form: table.form,
      range: rangeAddress(table.range),
      pair,
      reportingUnit: table.heading.reportingUnit.value,
      fiscalYear: table.heading.fiscalYear.value,
      currencyUnit: table.heading.currencyUnit.value,
    })),
    refusedSheets: report.recognition.refused.map((refused) => ({
      sheet: refused.sheet,
      reason: refused.reason,
      cell: cellAddress(refused.position.row, refused.position.column),
      missing: refused.missing,
      message: refusalMessage(refused, 'zh-CN'),
    })),
    unread: report.unread.map(({ sheet, part, reason }) => ({
      sheet,
      part,
      reason,
      message: unreadMessage({ sheet, part, reason }, 'zh-CN'),
    })),
    checks: report.checks,
    findings: findings.map((finding, index) => {
      const { stated, standard, difference } = comparedFigures(finding);
      return {
        id: index + 1,
        pair: finding.pair,
        rule: finding.rule,
        severity: finding.severity,
        sheet: finding.sheet,
        cells: finding.cells,
        stated,
        computed: standard,
        difference,
        message: findingMessage(finding, 'zh-CN'),
        explanation: explanationOf(explained.byFinding.get(finding.id)),
      };
    }),
    sameUnit: report.sameUnit.map((pairs) => ({
      pairs,
      message: sameUnitMessage(pairs, units, 'zh-CN'),
    })),
    explanations: {
      fault:
        explained.unreadable === null
          ? null
          : {
              code: explained.unreadable,
              message: unreadableExplanations(explained.unreadable, 'zh-CN'),
            },
      withoutFinding: explained.gone.map(({ about, text }) => ({ about, text })),
    },
    ...(obstacles !== null && {
      ready: obstacles.length === 0,
      inTheWay: obstacles.map((obstacle) => ({
        code: obstacle.code,
        findings: 'findings' in obstacle ? numbered(obstacle.findings.map(({ id }) => id)) : [],
        message: obstacleMessage(obstacle, 'zh-CN'),
      })),
      leftToLookAt: left.map((one) => ({
        code: one.kind,
        cells: 'cells' in one ? one.cells.map(({ sheet, cell }) => `${sheet}!${cell}`) : [],
        message: leftToLookAtMessage(one, 'zh-CN'),
      })),
    }),
    events: units
      .flatMap((unit) => unit.events)
      .map((event) => ({
        pair: event.pair,
        kind: event.kind,
        form: event.form,
        block: event.block,
        measures: event.measures,
        factor: event.factor,
        figures: event.figures,
        findings: numbered(event.findings),
        consequences: numbered(
          items.flatMap((item) =>
            item.kind === 'event' && item.event === event ? besides(item, event.findings) : [],
          ),
        ),
        corrections: event.corrections.map(cellAndFigures),
        message: eventMessage(event, 'zh-CN'),
      })),
    diagnoses: diagnoses.map((diagnosis) => ({
      pair: diagnosis.pair,
      measure: diagnosis.measure,
      findings: numbered(diagnosis.findings),
      consequences: numbered(
        items.flatMap((item) => (isOf(item, diagnosis) ? consequencesOf(item) : [])),
      ),
      minimal: diagnosis.minimal,
      unique: diagnosis.unique,
      cut: diagnosis.cut,
      tied: diagnosis.tied,
      claim: diagnosis.claim,
      items: diagnosis.items.map((item) => ({
        claim: item.claim,
        findings: numbered(item.findings),
        consequences: numbered(
          items.flatMap((told) =>
            told.kind === 'slip' && isOf(told, diagnosis) && isSame(told.explanation, item)
              ? consequencesOf(told)
              : [],
          ),
        ),
        corrections: item.corrections.map(({ place: { sheet, cell } }) => ({ sheet, cell })),
      })),
      explanations: diagnosis.explanations.map((explanation) => ({
        corrections: explanation.corrections.map((correction) => ({
          ...cellAndFigures(correction),
          pattern: correction.pattern,
          message: correctionMessage(correction, 'zh-CN'),
        })),
      })),
    })),
  };
}

/** Whether an item tells what a diagnosis takes for likely. */
function isOf(item: ReportItem, diagnosis: PairDiagnosis): item is SlipItem | ChoiceItem {
  return (item.kind === 'slip' || item.kind === 'choice') && item.diagnosis === diagnosis;
}

/** What is told with an item and is none of the totals that the measure fails. */
function consequencesOf(item: SlipItem | ChoiceItem): readonly string[] {
  return besides(item, [...item.diagnosis.findings, ...item.diagnosis.failing]);
}

/** The ids of an item's findings but those of some. */
function besides({ findings }: ReportItem, own: readonly string[]): string[] {
  const known = new Set(own);
  return findings.flatMap(({ id }) => (known.has(id) ? [] : [id]));
}

function isSame(one: CorrectedCells, other: CorrectedCells): boolean {
  const keys = ({ corrections }: CorrectedCells) => corrections.map(({ place }) => place.id).join();
  return keys(one) === keys(other);
}

function explanationOf(answered: AnsweredFinding | undefined) {
  if (answered === undefined) return null;
  return { text: answered.explanation.text, state: answered.state };
}

function cellAndFigures({ place: { sheet, cell }, stated, proposed }: CellCorrection) {
  return { sheet, cell, stated, proposed: proposed ?? '0', clears: proposed === null };
}
